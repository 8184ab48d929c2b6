import type { RuleFaultKind } from '../domain/problem-facts.ts'
import type { SentencesOf } from './sentence.ts'

const faults: Readonly<Record<RuleFaultKind, (at: string) => string>> = {
  syntax: (at) => (at === '' ? '没有写完' : `“${at}”不合写法`),
  'unknown-fact': (at) => `不认得“${at}”，事实字典里没有`,
  types: (at) => `“${at}”两边不能这样比，如数字要和数字比`,
  'not-a-condition': () => '算出来的不是“符合”或“不符合”',
  'not-allowed': (at) => `“${at}”这种写法规则里不能用`,
  'too-long': () => '太长或套得太深，一条规则说不了这么多',
  'no-fact': () => '没有用到任何事实，对谁都一样',
}

/** What is wrong with a rule, in one line. */
export function ruleFaultText({
  rule,
  line,
  column,
  at,
}: {
  readonly rule: RuleFaultKind
  readonly line: number
  readonly column: number
  readonly at: string
}): string {
  return `第 ${String(line)} 行第 ${String(column)} 个字：${faults[rule](at)}`
}

/** Eligibility rules. */
export const ruleSentences: SentencesOf<'rule'> = {
  'rule.refused': (fault) => ({
    what: `资格规则读不懂，没有保存。${ruleFaultText(fault)}。`,
    now: '请改好再存；不会写的，用条件表逐条选。',
  }),
}
