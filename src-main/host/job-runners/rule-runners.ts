import { tryRule } from '../../usecases/try-rule.ts'
import type { RunnersOf } from '../handler-types.ts'

export const ruleRunners: RunnersOf<'rule'> = {
  'rule.try': tryRule,
}
