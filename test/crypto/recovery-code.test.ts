import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRecoveryCode, recoverySecret } from '../../src-main/crypto/recovery-code.ts'

const sheet = makeRecoveryCode()
const [upper, lower] = sheet.halves

test('both halves give the secret, in either order and however they are typed', () => {
  expect(recoverySecret(upper, lower)).toEqual(sheet.secret)
  expect(recoverySecret(lower, upper)).toEqual(sheet.secret)
  expect(recoverySecret(upper.toLowerCase(), lower.replaceAll('-', ' '))).toEqual(sheet.secret)
  expect(recoverySecret(upper.replaceAll('0', 'o').replaceAll('1', 'l'), lower.replaceAll('1', 'I'))).toEqual(
    sheet.secret,
  )
  expect(recoverySecret(`\u3000${upper.replaceAll('-', '－')}`, lower)).toEqual(sheet.secret)
})

test('a half is eight groups of four without letters that look like others', () => {
  for (const half of sheet.halves) expect(half).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('one half alone, twice, or with one of another sheet gives nothing', () => {
  expect(recoverySecret(upper, '')).toBeUndefined()
  expect(recoverySecret(upper, upper)).toBeUndefined()
  for (let made = 0; made < 20; made++) {
    const other = makeRecoveryCode()
    const mixed = recoverySecret(upper, other.halves[1])
    // The sheet mark is ten bits: a chance meeting gives a secret that opens nothing.
    if (mixed !== undefined) expect(mixed).not.toEqual(sheet.secret)
  }
})

test('every wrong character is noticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(fc.nat(upper.length - 1), fc.constantFrom(...alphabet), (at, letter) => {
      fc.pre(upper[at] !== '-' && upper[at] !== letter)
      expect(recoverySecret(upper.slice(0, at) + letter + upper.slice(at + 1), lower)).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('two neighbouring characters exchanged are noticed', () => {
  const letters = upper.replaceAll('-', '')
  for (let at = 0; at + 1 < letters.length; at++) {
    const swapped = letters.slice(0, at) + letters[at + 1] + letters[at] + letters.slice(at + 2)
    if (swapped !== letters) expect(recoverySecret(swapped, lower)).toBeUndefined()
  }
})

test('any text is answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(recoverySecret(text, lower)).toBeUndefined()
    }),
  )
})

test('sheets differ from each other', () => {
  const secrets = Array.from({ length: 50 }, () => Buffer.from(makeRecoveryCode().secret).toString('hex'))
  expect(new Set(secrets).size).toBe(50)
})
