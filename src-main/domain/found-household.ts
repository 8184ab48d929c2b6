import type { SurveyEdit } from './survey-edit.ts'
import { agreedValue, mergeEdits } from './survey-merge.ts'

/** 外业新遇到的户 — a household a visitor met at the door that nobody had on a list, as one laptop tells of it. */
export interface FoundHousehold {
  readonly taskId: string
  /** Of everybody in it whose number somebody has typed and nobody disputes. */
  readonly idNumbers: readonly string[]
}

export const foundStatuses = ['open', 'taken', 'declined'] as const
export type FoundStatus = (typeof foundStatuses)[number]

/**
 * 同一户 — households that share anybody's ID number, whichever laptops found them, are one. Looks at the set alone:
 * the order packages came in changes nothing.
 */
export function sameHouseholds(found: readonly FoundHousehold[]): string[][] {
  const groups: { taskIds: string[]; idNumbers: Set<string> }[] = []
  for (const { taskId, idNumbers } of found) {
    const shared = groups.filter((group) => idNumbers.some((idNumber) => group.idNumbers.has(idNumber)))
    const one = {
      taskIds: [taskId, ...shared.flatMap((group) => group.taskIds)],
      idNumbers: new Set([...idNumbers, ...shared.flatMap((group) => [...group.idNumbers])]),
    }
    for (const group of shared) groups.splice(groups.indexOf(group), 1)
    groups.push(one)
  }
  return groups.map(({ taskIds }) => taskIds.toSorted()).sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

/** The ID numbers edits of one household agree on. */
export function idNumbersIn(edits: readonly SurveyEdit[]): string[] {
  const states = mergeEdits(edits.filter(({ field }) => field === 'person.idNumber'))
  return [...new Set(states.flatMap((state) => agreedValue(state) ?? []))].sort()
}

/** The same edits told of another task: what was found turned out to be that household. */
export function toldOf<E extends SurveyEdit>(edits: readonly E[], taskId: string): E[] {
  return edits.map((edit) => ({ ...edit, taskId }))
}

const madeUp = '外业新增-'

/** What a number is made from where nobody could show the booklet; the next free one is added behind it. */
export function madeNoFrom(today: string): string {
  return madeUp + today.slice(5).replace('-', '')
}

export function isMadeNo(householdNo: string): boolean {
  return householdNo.startsWith(madeUp)
}
