import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import { findAccountShapes } from './account-shape.ts'
import { findAmounts } from './amount-printed.ts'
import { findUnmetConditions } from './certificate.ts'
import type { CheckInput } from './check-input.ts'
import { findConvicted } from './convicted.ts'
import { findCopiedRows } from './copied-rows.ts'
import { findDeceased } from './deceased.ts'
import { findDuplicatePersons } from './duplicate-person.ts'
import { findHolderNames, findUnauthorised } from './holder-name.ts'
import { findPendingHouseholds } from './household-pending.ts'
import { findUpgradedIds } from './id-upgraded.ts'
import { findMovedOut } from './moved-out.ts'
import { findOverCap } from './over-cap.ts'
import { findPublicPayroll } from './public-payroll.ts'
import { findCadres, findKeptCards, findSignedByOthers } from './said-at-visit.ts'
import { findSameHousehold } from './same-household.ts'
import { findSeveralAccounts } from './several-accounts.ts'
import { findSharedAccounts } from './shared-account.ts'
import { findShutOut } from './shut-out.ts'

type Check = (input: CheckInput, asOf: Day) => Finding[]

/** In the order of their numbers; each goes once through the lines and once through what it compares them with. */
const checks: readonly Check[] = [
  findDeceased,
  findConvicted,
  findDuplicatePersons,
  findShutOut,
  findSharedAccounts,
  findSeveralAccounts,
  findHolderNames,
  findAccountShapes,
  findUpgradedIds,
  findOverCap,
  findPublicPayroll,
  findCadres,
  findUnmetConditions,
  findAmounts,
  findCopiedRows,
  findSignedByOthers,
  findUnauthorised,
  findMovedOut,
  findPendingHouseholds,
  findKeptCards,
  findSameHousehold,
]

/** 检查 — everything the checks find about a programme's lines, judged as of a day. */
export function runChecks(input: CheckInput, asOf: Day): Finding[] {
  return checks.flatMap((check) => check(input, asOf))
}
