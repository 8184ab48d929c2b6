import type { Day } from './day.ts'

/** 村签字人的职务 — those of a village who sign on paper: 村报账员、村主干、监委会. */
export const paperSignerPosts = ['bookkeeper', 'village-head', 'supervisor'] as const
export type PaperSignerPost = (typeof paperSignerPosts)[number]

interface Term {
  readonly termFrom: Day
  /** The last day; null while nobody knows. */
  readonly termTo: Day | null
}

/** Whether a day lies within a term, both ends counted. */
export function isInTerm({ termFrom, termTo }: Term, day: Day): boolean {
  return termFrom <= day && (termTo === null || day <= termTo)
}
