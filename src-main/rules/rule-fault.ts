import type { RuleFaultKind } from '../domain/problem-facts.ts'

/** 规则的错 — why a rule is refused, and where in its text. */
export interface RuleFault {
  readonly rule: RuleFaultKind
  /** 1-based. */
  readonly line: number
  readonly column: number
  /** The piece of the text it is about; empty where the text ends too early. */
  readonly at: string
}

export function faultAt(rule: RuleFault['rule'], text: string, start: number, end: number): RuleFault {
  const before = text.slice(0, start).split('\n')
  return {
    rule,
    ...{ line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    at: text.slice(start, Math.max(end, start)).slice(0, 40),
  }
}
