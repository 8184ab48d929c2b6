import { accountTail } from '../account-no.ts'
import type { Day } from '../day.ts'
import type { Finding } from '../finding.ts'
import type { CheckInput } from './check-input.ts'
import { makeFinding, mostNamed } from './make-finding.ts'

/** C06 一人多卡 — one person is paid into several accounts of a programme. */
export function findSeveralAccounts({ lines }: CheckInput, asOf: Day): Finding[] {
  return [...Map.groupBy(lines, (line) => line.idNumber).values()].flatMap((same) => {
    const accounts = [...new Set(same.map(({ accountNo }) => accountNo))]
    if (accounts.length < 2) return []
    const facts = { accounts: accounts.length, accountTails: accounts.slice(0, mostNamed).map(accountTail) }
    return same.map((line) =>
      makeFinding(line, asOf, { check: 'C06', severity: 'explain', facts, others: same }),
    )
  })
}
