import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding, namesOn } from './make-finding.ts'

/** C28 同户多人各报 — a programme paid once for a household is applied for by several of its people (field-notes 18). */
export function findSameHousehold({ lines, terms }: CheckInput, asOf: Day): Finding[] {
  if (terms.paidBy !== 'household') return []
  const placed = lines.filter(({ householdId }) => householdId !== null)
  return [...Map.groupBy(placed, ({ householdId }) => householdId).values()].flatMap((same) => {
    const people = new Set(same.map(({ idNumber }) => idNumber)).size
    if (people < 2) return []
    const facts = { people, names: namesOn(same) }
    return same.map((line) =>
      makeFinding(line, asOf, { check: 'C28', severity: 'explain', facts, others: same }),
    )
  })
}
