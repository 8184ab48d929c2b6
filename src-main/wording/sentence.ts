import type { ProblemCode, ProblemFacts } from '../domain/problem.ts'

/** 两句话 — what happened, and what to do now. */
export interface Sentence {
  readonly what: string
  readonly now: string
}

/** The sentences of all codes that begin with a word; one that is missing does not compile. */
export type SentencesOf<Thing extends string> = {
  readonly [C in Extract<ProblemCode, `${Thing}.${string}`>]: (facts: ProblemFacts[C]) => Sentence
}

/** Names in a row as Chinese writes them; a long row is cut and counted. */
export function listed(names: readonly string[], most = 5): string {
  if (names.length <= most) return names.join('、')
  return `${names.slice(0, most).join('、')}等 ${names.length} 项`
}

/** A day as it is read aloud: `2026-11-14` → `2026年11月14日`; anything else stays as it is. */
export function dayInWords(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day
}
