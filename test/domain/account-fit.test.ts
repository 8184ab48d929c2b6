import { expect, test } from 'vitest'
import { accountMisfit, type FittingAccount } from '../../src-main/domain/account-fit.ts'

const payee = { id: 'p', name: '张·三' }
const own: FittingAccount = {
  personId: 'p',
  holderName: '张·三',
  holderKind: 'own',
  status: 'active',
  guardianUntil: null,
}
const misfit = (
  change: Partial<FittingAccount>,
  terms = { guardianAccounts: false, organisationAccounts: false },
) => accountMisfit({ ...own, ...change }, payee, terms, '2026-07-01')
const allowed = { guardianAccounts: true, organisationAccounts: true }

test('one’s own account fits whatever the terms say, however the name was typed', () => {
  expect(misfit({})).toBeUndefined()
  expect(misfit({ holderName: '张•三 ' }, allowed)).toBeUndefined()
})

test.each<[string, Partial<FittingAccount>]>([
  ['closed', { status: 'closed' }],
  ['of-somebody-else', { personId: 'q' }],
  ['holder-differs', { holderName: '李四' }],
  ['guardian-not-allowed', { holderKind: 'guardian', guardianUntil: '2027-01-01' }],
  ['organisation-not-allowed', { holderKind: 'organisation' }],
])('refuses an account for being %s', (why, change) => {
  expect(misfit(change)).toBe(why)
})

test('a guardian’s fits where the terms allow it and the proof holds today', () => {
  const guardian = { holderKind: 'guardian', holderName: '李四' } as const

  expect(misfit({ ...guardian, guardianUntil: '2026-07-01' }, allowed)).toBeUndefined()
  expect(misfit({ ...guardian, guardianUntil: '2026-06-30' }, allowed)).toBe('guardian-not-proven')
  expect(misfit(guardian, allowed)).toBe('guardian-not-proven')
  expect(misfit({ holderKind: 'organisation', holderName: '合作社' }, allowed)).toBeUndefined()
})
