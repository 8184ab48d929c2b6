import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import { sameName } from '../person-name.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding, mostNamed } from './make-finding.ts'

/** C11 财政供养人员 — on the public payroll: to be explained, not in itself against the rules. */
export function findPublicPayroll({ lines, payroll }: CheckInput, asOf: Day): Finding[] {
  const byId = Map.groupBy(payroll, (entry) => entry.idNumber)
  return lines.flatMap((line) => {
    const entries = byId.get(line.idNumber) ?? []
    const [first] = entries
    if (!first) return []
    const nameDiffers = sameName(first.name, line.name) ? 'no' : 'yes'
    const facts = { employer: first.employer, category: first.category, listName: first.name, nameDiffers }
    const sources = entries.slice(0, mostNamed).map(({ source }) => source)
    return [makeFinding(line, asOf, { check: 'C11', severity: 'explain', facts, sources })]
  })
}
