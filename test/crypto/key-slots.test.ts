import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeOuterPassword,
  makeDatabaseKey,
  unwrapTwice,
  unwrapWithKey,
  unwrapWithPassword,
  type WrappedKey,
  wrapTwice,
  wrapWithKey,
  wrapWithPassword,
} from '../../src-main/crypto/key-slots.ts'

/** Cheap enough to guess; the product's own cost is checked once below. */
const cheap = { N: 16 }
const password = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 })

function roundTrip(wrapped: WrappedKey): WrappedKey {
  return JSON.parse(JSON.stringify(wrapped)) as WrappedKey
}

test('a slot gives its secret back for the password and for no other', async () => {
  await fc.assert(
    fc.asyncProperty(secret, password, password, async (bytes, right, other) => {
      const wrapped = roundTrip(await wrapWithPassword(bytes, right, cheap))
      expect(await unwrapWithPassword(wrapped, right)).toEqual(bytes)
      fc.pre(right.normalize('NFKC') !== other.normalize('NFKC'))
      expect(await unwrapWithPassword(wrapped, other)).toBeUndefined()
    }),
  )
})

test('a slot made without options costs at least 2^17 and opens', async () => {
  const key = makeDatabaseKey()
  const wrapped = await wrapWithPassword(key, '密码-password')
  expect(wrapped.stretch).toMatchObject({ N: 2 ** 17, r: 8, p: 1 })
  expect(await unwrapWithPassword(wrapped, '密码-password')).toEqual(key)
})

test('a password typed in full-width letters is the same password', async () => {
  const wrapped = await wrapWithPassword(makeDatabaseKey(), 'Password123', cheap)
  expect(await unwrapWithPassword(wrapped, 'Ｐａｓｓｗｏｒｄ１２３')).toBeDefined()
})

test('wrapping twice gives different slots, neither holding the secret', async () => {
  const key = makeDatabaseKey()
  const [first, second] = await Promise.all([
    wrapWithPassword(key, 'a', cheap),
    wrapWithPassword(key, 'a', cheap),
  ])
  expect(first.sealed).not.toBe(second.sealed)
  expect(Buffer.from(first.sealed, 'base64').includes(Buffer.from(key))).toBe(false)
})

test('a slot for one purpose does not open for another', async () => {
  const wrapped = await wrapWithPassword(makeDatabaseKey(), 'a', { ...cheap, purpose: 'complaints' })
  expect(await unwrapWithPassword(wrapped, 'a')).toBeUndefined()
  expect(await unwrapWithPassword(wrapped, 'a', { purpose: 'complaints' })).toBeDefined()
})

test('every changed byte of a sealed slot shuts it', async () => {
  const wrapped = await wrapWithPassword(makeDatabaseKey(), 'a', cheap)
  const sealed = Buffer.from(wrapped.sealed, 'base64')
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    expect(await unwrapWithPassword({ ...wrapped, sealed: changed.toString('base64') }, 'a')).toBeUndefined()
  }
})

test('a slot that is no slot, or asks for all memory, is a damaged slot file', async () => {
  const wrapped = await wrapWithPassword(makeDatabaseKey(), 'a', cheap)
  const stretch = wrapped.stretch
  const broken: unknown[] = [
    null,
    {},
    { ...wrapped, version: 2 },
    { ...wrapped, sealed: 7 },
    { ...wrapped, stretch: null },
    { ...wrapped, stretch: { ...stretch, N: 2 ** 30 } },
    { ...wrapped, stretch: { ...stretch, N: 1000 } },
    { ...wrapped, stretch: { ...stretch, r: 2 ** 20 } },
  ]
  for (const slot of broken) {
    await expect(unwrapWithPassword(slot as WrappedKey, 'a')).rejects.toMatchObject({
      code: 'storage.key-slots-damaged',
    })
  }
})

test('a secret under another secret opens with that one only', () => {
  fc.assert(
    fc.property(secret, secret, secret, (bytes, key, other) => {
      const wrapped = roundTrip(wrapWithKey(bytes, key))
      expect(unwrapWithKey(wrapped, key)).toEqual(bytes)
      fc.pre(!Buffer.from(key).equals(other))
      expect(unwrapWithKey(wrapped, other)).toBeUndefined()
    }),
  )
})

test('a signing key needs its PIN and the login password, both', async () => {
  const key = makeDatabaseKey()
  const wrapped = roundTrip(await wrapTwice(key, 'pin-12345', 'login', cheap))
  expect(await unwrapTwice(wrapped, 'pin-12345', 'login')).toEqual(key)
  expect(await unwrapTwice(wrapped, 'pin-12346', 'login')).toBeUndefined()
  expect(await unwrapTwice(wrapped, 'pin-12345', 'Login')).toBeUndefined()
  expect(await unwrapWithPassword(wrapped, 'login')).toBeUndefined()
})

test('a PIN under eight characters is refused', async () => {
  await expect(wrapTwice(makeDatabaseKey(), '1234567', 'login', cheap)).rejects.toMatchObject({
    code: 'sign-in.pin-too-short',
  })
})

test('a new login password leaves the PIN as it was and the old password useless', async () => {
  const key = makeDatabaseKey()
  const wrapped = await wrapTwice(key, 'pin-12345', 'old', cheap)
  const changed = await changeOuterPassword(wrapped, 'old', 'new', cheap)
  expect(changed && (await unwrapTwice(changed, 'pin-12345', 'new'))).toEqual(key)
  expect(changed && (await unwrapTwice(changed, 'pin-12345', 'old'))).toBeUndefined()
  expect(await changeOuterPassword(wrapped, 'wrong', 'new', cheap)).toBeUndefined()
})
