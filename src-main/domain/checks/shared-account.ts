import { accountTail } from '../account-no.ts'
import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckedLine, CheckInput } from './check-input.ts'
import { makeFinding, namesOn } from './make-finding.ts'

/** C05 一卡多人 — several people are paid into one account. */
export function findSharedAccounts({ lines }: CheckInput, asOf: Day): Finding[] {
  return [...Map.groupBy(lines, (line) => line.accountNo)].flatMap(([accountNo, sharing]) => {
    const people = new Set(sharing.map(({ idNumber }) => idNumber)).size
    if (people < 2) return []
    const severity = mayBeExplained(sharing) ? 'explain' : 'block'
    const facts = { people, accountTail: accountTail(accountNo), names: namesOn(sharing) }
    return sharing.map((line) => makeFinding(line, asOf, { check: 'C05', severity, facts, others: sharing }))
  })
}

// Everybody but the card's owner needs an authorisation, unless they are one household.
function mayBeExplained(sharing: readonly CheckedLine[]): boolean {
  const households = new Set(sharing.map(({ householdId, idNumber }) => householdId ?? idNumber))
  const unauthorised = sharing.filter(({ agentAuthorised }) => !agentAuthorised)
  return households.size === 1 || new Set(unauthorised.map(({ idNumber }) => idNumber)).size <= 1
}
