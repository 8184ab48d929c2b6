import { freezePublicity } from '../../usecases/freeze-publicity.ts'
import { printPublicities } from '../../usecases/print-publicity.ts'
import type { RunnersOf } from '../handler-types.ts'

export const publicityRunners: RunnersOf<'publicity'> = {
  'publicity.freeze': freezePublicity,
  'publicity.print': printPublicities,
}
