import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/** C22 户籍迁出 — left or struck off by the day; where the household or its land is paid, only to be seen. */
export function findMovedOut({ lines, terms }: CheckInput, asOf: Day): Finding[] {
  const severity = terms.paidBy === 'person' ? 'explain' : 'hint'
  return lines.flatMap((line) => {
    const { personStatus, movedOn } = line
    const hasLeft = personStatus === 'moved-out' || personStatus === 'cancelled'
    if (!hasLeft || (movedOn ?? asOf) > asOf) return []
    const facts = { status: personStatus, movedOn: movedOn ?? '' }
    return [makeFinding(line, asOf, { check: 'C22', severity, facts })]
  })
}
