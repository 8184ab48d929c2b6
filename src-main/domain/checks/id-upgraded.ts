import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/** C09 证号由 15 位升位 — the number paid under was computed, so the card itself should be seen once. */
export function findUpgradedIds({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines
    .filter(({ idUpgraded }) => idUpgraded)
    .map((line) => makeFinding(line, asOf, { check: 'C09', severity: 'hint' }))
}
