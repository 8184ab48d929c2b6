import { expect, test } from 'vitest'
import { bringFor, isForVisitor, type OpenPoint, pointKey } from '../../src-main/domain/open-point.ts'

const ofRecord = { applicationId: 'a1', programmeName: '耕地补贴', year: 2026 }
const ofAccount = { accountId: 'k1', accountMasked: '…1234' }

test.each<[OpenPoint, readonly string[], boolean]>([
  [{ kind: 'returned', reason: '面积不符', ...ofRecord }, [], true],
  [{ kind: 'finding', check: 'C08', title: '卡号存疑', detail: '', ...ofRecord }, ['bank-card'], true],
  [{ kind: 'finding', check: 'C17', title: '原表金额不符', detail: '', ...ofRecord }, [], false],
  [
    { kind: 'account-doubt', doubt: '监护证明没有登记', isGuardians: true, ...ofAccount },
    ['guardian-proof', 'bank-card'],
    true,
  ],
  [{ kind: 'account-unconfirmed', ...ofAccount }, [], false],
  [{ kind: 'no-phone' }, ['phone-number'], true],
])('%j asks for %j', (point, bring, isTheirs) => {
  expect(bringFor(point)).toEqual(bring)
  expect(isForVisitor(point)).toBe(isTheirs)
})

test('two doubts about one account are two points', () => {
  const doubts = ['户名与本人姓名不一致', '卡由他人保管，须说明'].map((doubt) =>
    pointKey({ kind: 'account-doubt', doubt, isGuardians: false, ...ofAccount }),
  )

  expect(new Set(doubts).size).toBe(2)
})
