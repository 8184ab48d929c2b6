import { accountTail, parseAccountNo } from '../account-no.ts'
import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding } from './make-finding.ts'

/** C08 卡号存疑 — a card number fails its check digit; old passbooks have none, so it is only a hint. */
export function findAccountShapes({ lines }: CheckInput, asOf: Day): Finding[] {
  return lines.flatMap((line) => {
    const account = parseAccountNo(line.accountNo)
    if (!account.ok || account.kind !== 'card' || account.luhn) return []
    const facts = { accountTail: accountTail(line.accountNo) }
    return [makeFinding(line, asOf, { check: 'C08', severity: 'hint', facts })]
  })
}
