import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/** C26 户主待补 — the household has no householder until a clerk links one. */
export function findPendingHouseholds({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines
    .filter(({ householderPending }) => householderPending)
    .map((line) => makeFinding(line, asOf, { check: 'C26', severity: 'hint' }))
}
