import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding, namesOn } from './make-finding.ts'

/** C03 同人重复 — one person on several lines of a programme and period; by land it may be explained. */
export function findDuplicatePersons({ lines, terms }: CheckInput, asOf: Day): Finding[] {
  const severity = terms.paidBy === 'land' ? 'explain' : 'block'
  return [...Map.groupBy(lines, (line) => line.idNumber).values()].flatMap((same) => {
    if (same.length < 2) return []
    const villages = new Set(same.map(({ villageCode }) => villageCode)).size
    const facts = { lines: same.length, villages, names: namesOn(same) }
    return same.map((line) => makeFinding(line, asOf, { check: 'C03', severity, facts, others: same }))
  })
}
