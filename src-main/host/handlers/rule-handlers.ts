import { readRule, showFacts, writeRule } from '../../usecases/read-rule.ts'
import type { HandlersOf } from '../handler-types.ts'

export const ruleHandlers: HandlersOf<'rule'> = {
  dictionary: () => showFacts(),
  read: (_ctx, input) => readRule(input),
  write: (_ctx, input) => writeRule(input),
}
