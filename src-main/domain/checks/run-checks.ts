import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import { findAccountShapes } from './account-shape.ts'
import { findPrintedAmounts } from './amount-printed.ts'
import type { CheckInput } from './check-input.ts'
import { findDeceased } from './deceased.ts'
import { findDuplicatePersons } from './duplicate-person.ts'
import { findPendingHouseholds } from './household-pending.ts'
import { findUpgradedIds } from './id-upgraded.ts'
import { findOverCap } from './over-cap.ts'
import { findPublicPayroll } from './public-payroll.ts'
import { findSeveralAccounts } from './several-accounts.ts'
import { findSharedAccounts } from './shared-account.ts'

const checks: readonly ((input: CheckInput, asOf: Day) => Finding[])[] = [
  findDeceased,
  findDuplicatePersons,
  findSharedAccounts,
  findSeveralAccounts,
  findAccountShapes,
  findUpgradedIds,
  findOverCap,
  findPublicPayroll,
  findPrintedAmounts,
  findPendingHouseholds,
]

/** 检查 — everything the checks find about a programme's lines, judged as of a day. */
export function runChecks(input: CheckInput, asOf: Day): Finding[] {
  return checks.flatMap((check) => check(input, asOf))
}
