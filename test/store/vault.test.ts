import { existsSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src-main/crypto/digest.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { aDataFolder, at, someDay } from '../builders/a-data-folder.ts'

const photo = Buffer.from('a photo of a notice on a wall')
const file = { extension: 'jpg', kind: 'posting', by: 'user', at }

test('gives back what it was given, once for the same bytes', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()

  const sha256 = await store.inTransaction((writer) => store.vault.add(photo, file, writer))
  expect(await store.inTransaction((writer) => store.vault.add(photo, file, writer))).toBe(sha256)

  expect(Buffer.from(await store.vault.read(sha256))).toEqual(photo)
  expect(await store.vault.has(sha256)).toBe(true)
  expect(readdirSync(pathsIn(folder).vault)).toHaveLength(1)
})

test('tells nothing by its file names', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()

  await store.inTransaction((writer) => store.vault.add(photo, file, writer))

  expect(readdirSync(pathsIn(folder).vault)[0]).not.toContain(sha256Hex(photo).slice(0, 8))
})

test('refuses a file with one bit changed, and one that is not there', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const sha256 = await store.inTransaction((writer) => store.vault.add(photo, file, writer))
  const path = join(pathsIn(folder).vault, readdirSync(pathsIn(folder).vault)[0]!)
  const bytes = readFileSync(path)
  bytes[bytes.length - 20]! ^= 1
  writeFileSync(path, bytes)

  await expect(store.vault.read(sha256)).rejects.toMatchObject({ code: 'storage.damaged' })
  await expect(store.vault.read(sha256Hex(Buffer.from('x')))).rejects.toMatchObject({
    code: 'record.not-found',
  })
})

test('sweeps away what a cut-off transaction left, after a day', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const cutOff = store.inTransaction(async (writer) => {
    await store.vault.add(photo, file, writer)
    throw new Error('cut off')
  })
  await expect(cutOff).rejects.toThrow('cut off')
  const left = join(pathsIn(folder).vault, readdirSync(pathsIn(folder).vault)[0]!)

  utimesSync(left, someDay, someDay)
  expect(await store.vault.sweep(new Date(someDay.getTime() + 23 * 3_600_000))).toEqual({
    removed: 0,
    missing: [],
  })
  expect(await store.vault.sweep(new Date(someDay.getTime() + 25 * 3_600_000))).toEqual({
    removed: 1,
    missing: [],
  })
  expect(existsSync(left)).toBe(false)
})

test('reports on opening what is missing, and takes it back when it is added again', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const sha256 = await store.inTransaction((writer) => store.vault.add(photo, file, writer))
  await store.close()
  for (const name of readdirSync(pathsIn(folder).vault)) rmSync(join(pathsIn(folder).vault, name))

  const again = await open()
  expect(again.sweep.missing).toEqual([sha256])

  await again.store.inTransaction((writer) => again.store.vault.add(photo, file, writer))
  expect(Buffer.from(await again.store.vault.read(sha256))).toEqual(photo)
})
