import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditCodeRule, tidyCreditCode } from '../../src-main/domain/credit-code.ts'

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

test('takes the example of the standard with the check character it computes, and no other', () => {
  expect(creditCodeRule('91350100M000100Y43')).toBeUndefined()
  for (const last of characters.replace('3', ''))
    expect(creditCodeRule(`91350100M000100Y4${last}`)).toBe('credit-code-check')
})

test.each([
  '',
  '9135',
  '91350100M000100Y4',
  '91350100M000100Y430',
  '9135O100M000100Y43',
  '9135010OM000100Y4I',
])('%s is no code: wrong length, or a letter codes never have', (code) => {
  expect(creditCodeRule(code)).toBe('credit-code-length')
})

test('is kept in capitals without spaces or wide characters', () => {
  expect(tidyCreditCode(' ９1350100m000100y43 ')).toBe('91350100M000100Y43')
})

test('finds every single wrong character', () => {
  const place = fc.integer({ min: 0, max: 16 })
  fc.assert(
    fc.property(place, fc.constantFrom(...characters), (at, other) => {
      const code = '91350100M000100Y43'
      fc.pre(code.charAt(at) !== other)
      expect(creditCodeRule(code.slice(0, at) + other + code.slice(at + 1))).toBe('credit-code-check')
    }),
  )
})
