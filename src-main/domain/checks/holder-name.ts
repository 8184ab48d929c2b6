import { accountTail } from '../account-no.ts'
import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import { sameName } from '../person-name.ts'
import type { CheckedLine, CheckInput, CheckTerms } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/**
 * C07 户名与姓名不符 — the account is in another name without anybody being authorised, or an organisation's where the
 * programme pays none. A difference is explained; it blocks once the bank itself has said so (field-notes 22).
 */
export function findHolderNames({ lines, terms }: CheckInput, asOf: Day): Finding[] {
  return lines.flatMap((line) => {
    const accountFacts = { accountTail: accountTail(line.accountNo), holderName: line.holderName }
    if (line.bankRefusal.includes('户名')) {
      const facts = { ...accountFacts, kind: 'bank', said: line.bankRefusal }
      return [makeFinding(line, asOf, { check: 'C07', severity: 'block', facts })]
    }
    if (!isDoubtful(line, terms)) return []
    const facts = { ...accountFacts, kind: line.holderKind === 'organisation' ? 'organisation' : 'name' }
    return [makeFinding(line, asOf, { check: 'C07', severity: 'explain', facts })]
  })
}

/**
 * C20 代领无授权 — somebody else's account or somebody else paid, where an authorisation was needed and is missing or
 * over by the day.
 */
export function findUnauthorised({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines.flatMap((line) => {
    if (line.agentAuthorised || !needsAuthority(line)) return []
    const payee = isOthers(line) ? line.holderName : line.payeeName
    const endedOn = line.authorisationEndedOn ?? ''
    const facts = { payee, endedOn, guardian: line.holderKind === 'guardian' ? 'yes' : 'no' }
    return [makeFinding(line, asOf, { check: 'C20', severity: 'explain', facts })]
  })
}

function isDoubtful(line: CheckedLine, terms: CheckTerms): boolean {
  if (line.holderKind === 'organisation') return !terms.organisationAccounts
  return isOthers(line) && !line.agentNames.some((agent) => sameName(agent, line.holderName)) && !isC20(line)
}

/** One and the same missing paper is told of once. */
function isC20(line: CheckedLine): boolean {
  return !line.agentAuthorised && needsAuthority(line)
}

function needsAuthority(line: CheckedLine): boolean {
  if (line.holderKind === 'organisation') return false
  const wasAuthorised = line.authorisationEndedOn !== null && isOthers(line)
  const paysOther = line.payeeName !== '' && !sameName(line.payeeName, line.name)
  return line.holderKind === 'guardian' || wasAuthorised || paysOther
}

function isOthers({ holderName, name }: CheckedLine): boolean {
  return holderName !== '' && !sameName(holderName, name)
}
