import { askFullForm, fillOtherForm } from '../../usecases/fill-form.ts'
import { readOtherForm } from '../../usecases/read-form.ts'
import type { RunnersOf } from '../handler-types.ts'

export const formRunners: RunnersOf<'form'> = {
  'form.read': readOtherForm,
  'form.fill': fillOtherForm,
  'form.ask-full': askFullForm,
}
