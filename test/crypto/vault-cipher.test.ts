import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decryptBytes, deriveKey, encryptBytes } from '../../src-main/crypto/vault-cipher.ts'
import { makeDatabaseKey } from '../../src-main/crypto/key-slots.ts'

const key = deriveKey(makeDatabaseKey(), 'vault')

test('bytes come back whole under their key and not at all under another', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const sealed = encryptBytes(key, bytes)
      expect(Buffer.from(bytes).equals(decryptBytes(key, sealed) ?? Buffer.from('none'))).toBe(true)
      expect(decryptBytes(deriveKey(makeDatabaseKey(), 'vault'), sealed)).toBeUndefined()
    }),
  )
})

test('every changed, cut or added byte is refused', () => {
  const sealed = encryptBytes(key, Buffer.from('身份证 142625196612159806'))
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(decryptBytes(key, changed)).toBeUndefined()
    expect(decryptBytes(key, sealed.subarray(0, at))).toBeUndefined()
  }
  expect(decryptBytes(key, Buffer.concat([sealed, Buffer.from([0])]))).toBeUndefined()
})

test('the same bytes sealed twice look different and hold nothing readable', () => {
  const bytes = Buffer.from('6228480402564890018'.repeat(20))
  const [first, second] = [encryptBytes(key, bytes), encryptBytes(key, bytes)]
  expect(Buffer.from(first).equals(second)).toBe(false)
  expect(Buffer.from(first).includes('62284804')).toBe(false)
})

test('what is sealed in one context does not open in another', () => {
  const sealed = encryptBytes(key, Buffer.from('x'), 'file a')
  expect(decryptBytes(key, sealed, 'file b')).toBeUndefined()
  expect(decryptBytes(key, sealed, 'file a')).toBeDefined()
})

test('a key for one purpose is not the key for another, and the same again', () => {
  const secret = makeDatabaseKey()
  expect(deriveKey(secret, 'vault')).toEqual(deriveKey(secret, 'vault'))
  expect(deriveKey(secret, 'vault')).not.toEqual(deriveKey(secret, 'backup'))
  expect(() => deriveKey(new Uint8Array(16), 'vault')).toThrow()
})

test('any bytes are answered, never thrown at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(decryptBytes(key, bytes)).toBeUndefined()
    }),
  )
})
