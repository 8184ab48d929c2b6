import type { CheckedLine, CheckInput, CheckTerms } from '../../src-main/domain/checks/check-input.ts'
import { nothingListed } from '../../src-main/domain/checks/check-input.ts'
import { runChecks } from '../../src-main/domain/checks/run-checks.ts'
import type { Finding } from '../../src-main/domain/finding.ts'

export const asOf = '2026-06-30'
export const source = { batchId: 'b', fileName: 'f', sheet: 's', line: 3 }
export const landTerms: CheckTerms = {
  ...{ deathConsequence: 'change-householder', extendMonths: 0, paidBy: 'land' },
  ...{ rateYuan: '67.03', rateText: '', organisationAccounts: false },
}
export const personTerms: CheckTerms = { ...landTerms, deathConsequence: 'stop', paidBy: 'person' }
let count = 0

/** Somebody with a card of their own, of a household of their own, about whom nothing is to be found. */
export function aCheckedLine(over: Partial<CheckedLine> = {}): CheckedLine {
  count++
  const name = over.name ?? '张三'
  return {
    ...{ applicationId: `a${count}`, idNumber: `id${count}`, name, villageCode: '141024101200' },
    ...{ householdId: `h${count}`, accountNo: `8920558757848${count}`, areaCentiMu: 350, amountFen: 23_461 },
    ...{ rateYuan: '67.03', printedAmountFen: null, rollAmountFen: 23_461, idUpgraded: false },
    ...{ householderPending: false, address: '', source: null, phone: '', personStatus: 'registered' },
    ...{ movedOn: null, holderName: name, holderKind: 'own', custody: '', payeeName: name },
    ...{ agentAuthorised: false, agentNames: [], authorisationEndedOn: null, bankRefusal: '' },
    ...over,
  }
}

export function findingsOf(lines: readonly CheckedLine[], over: Partial<CheckInput> = {}): Finding[] {
  return runChecks({ ...nothingListed, lines, terms: landTerms, ...over }, asOf)
}
