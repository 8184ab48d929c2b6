import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import {
  isEnvelope,
  makeIdentity,
  sealTo,
  sealWithPassphrase,
  unseal,
  unsealWithPassphrase,
} from '../../src-main/crypto/envelope.ts'
import { canSealFast } from '../../src-main/crypto/envelope-payload.ts'

const folder = mkdtempSync(join(tmpdir(), 'envelope-'))
afterAll(() => rmSync(folder, { recursive: true }))

const chunk = 64 * 1024
const sizes = [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 200_003]
const keys = await makeIdentity()

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function patterned(length: number): Uint8Array {
  return new Uint8Array(length).map((_, at) => (at * 31 + (at >> 8)) & 255)
}

test.each(sizes)('the age tool opens what we seal: %i bytes', async (size) => {
  const sealed = put('sealed', await sealTo([keys.recipient], [patterned(size)]))
  const opened = execFileSync('age', ['-d', '-i', put('key', keys.identity), sealed], { maxBuffer: 2 ** 22 })
  expect(opened.equals(patterned(size))).toBe(true)
})

test.each(sizes)('we open what the age tool seals: %i bytes', async (size) => {
  const plain = put('plain', patterned(size))
  const sealed = execFileSync('age', ['-r', keys.recipient, plain], { maxBuffer: 2 ** 22 })
  expect(await unseal(keys.identity, sealed)).toEqual(patterned(size))
})

test('the native and the library’s own sealing open alike', async () => {
  expect(canSealFast()).toBe(true)
  const encrypter = new Encrypter()
  encrypter.addRecipient(keys.recipient)
  const bytes = patterned(chunk + 5)
  expect(await unseal(keys.identity, await encrypter.encrypt(bytes))).toEqual(bytes)
  expect(await unseal(keys.identity, await sealTo([keys.recipient], [bytes]))).toEqual(bytes)
})

test('parts of any size, empty ones too, are sealed as one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 2 * chunk + 1 }), { maxLength: 6 }),
      async (lengths) => {
        const parts = lengths.map(patterned)
        const opened = await unseal(keys.identity, await sealTo([keys.recipient], parts))
        expect(Buffer.from(opened).equals(Buffer.concat(parts))).toBe(true)
      },
    ),
    { numRuns: 30 },
  )
})

test('each of several recipients opens it, somebody else is told it is not for them', async () => {
  const [finance, stranger] = [await makeIdentity(), await makeIdentity()]
  const sealed = await sealTo([keys.recipient, finance.recipient], [patterned(10)])
  expect(await unseal(finance.identity, sealed)).toEqual(patterned(10))
  expect(await unseal(keys.identity, sealed)).toEqual(patterned(10))
  expect(await unseal(stranger.identity, sealed)).toBe('not-for-us')
})

test('sealing to nobody is refused', async () => {
  await expect(sealTo([], [patterned(1)])).rejects.toThrow()
})

test('a passphrase opens what it sealed and no other does', async () => {
  const sealed = await sealWithPassphrase('口令另行告知', patterned(10))
  expect(await unsealWithPassphrase('口令另行告知', sealed)).toEqual(patterned(10))
  expect(await unsealWithPassphrase('别的口令', sealed)).toBe('not-for-us')
})

test('every changed byte of the head and every cut is noticed', async () => {
  const sealed = await sealTo([keys.recipient], [patterned(100)])
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(typeof (await unseal(keys.identity, changed))).toBe('string')
  }
  for (const length of [0, 20, 100, sealed.length - 1]) {
    expect(typeof (await unseal(keys.identity, sealed.subarray(0, length)))).toBe('string')
  }
  expect(await unseal(keys.identity, Buffer.concat([sealed, Buffer.from([0])]))).toBe('damaged')
})

test('chunks cannot be dropped, doubled or exchanged', async () => {
  const sealed = Buffer.from(await sealTo([keys.recipient], [patterned(3 * chunk)]))
  const block = chunk + 16
  const head = sealed.subarray(0, sealed.length - 3 * block)
  const [a, b, c] = [0, 1, 2].map((n) =>
    sealed.subarray(head.length + n * block, head.length + (n + 1) * block),
  )
  if (!a || !b || !c) throw new Error('three chunks')
  for (const chunks of [
    [a, c],
    [a, b],
    [b, a, c],
    [a, b, b, c],
    [a, b, c, c],
  ]) {
    expect(await unseal(keys.identity, Buffer.concat([head, ...chunks]))).toBe('damaged')
  }
})

test('any bytes are answered, never thrown at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(isEnvelope(bytes)).toBe(false)
      expect(await unseal(keys.identity, bytes)).toBe('damaged')
    }),
  )
})
