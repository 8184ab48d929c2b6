import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountTail, parseAccountNo } from '../../src-main/domain/account-no.ts'

const rule = (text: string, origin?: { wasNumber: boolean }) => {
  const parsed = parseAccountNo(text, origin)
  return parsed.ok ? 'ok' : parsed.rule
}

test('reads a card that passes Luhn, however it is grouped', () => {
  const card = { ok: true, accountNo: '6229990000000000001', kind: 'card', luhn: true }

  expect(parseAccountNo('6229990000000000001')).toEqual(card)
  expect(parseAccountNo(' 6229 9900-0000　0000001 ')).toEqual(card)
  expect(parseAccountNo('６２２９９９００００００００００００１')).toEqual(card)
})

test('accepts a passbook that fails Luhn', () => {
  expect(parseAccountNo('89205587578482392')).toMatchObject({ ok: true, kind: 'passbook' })
})

test('notices one wrong digit of a card without refusing it', () => {
  const at = fc.integer({ min: 0, max: 18 })

  fc.assert(
    fc.property(at, fc.integer({ min: 1, max: 9 }), (position, by) => {
      const digits = [...'6229990000000000001']
      digits[position] = String((Number(digits[position]) + by) % 10)
      expect(parseAccountNo(digits.join(''))).toMatchObject({ ok: true, luhn: false })
    }),
  )
})

test('names the one rule an unusable account breaks', () => {
  expect(rule('')).toBe('account-missing')
  expect(rule('6.23E+18')).toBe('account-scientific')
  expect(rule('8.55e16')).toBe('account-scientific')
  expect(rule('6229990000000000000', { wasNumber: true })).toBe('account-precision-lost')
  expect(rule('12345')).toBe('account-length')
  expect(rule('1'.repeat(31))).toBe('account-length')
  expect(rule('见存折')).toBe('account-not-digits')
})

test('shows the last four', () => {
  expect(accountTail('6229990000000000001')).toBe('0001')
})
