import { expect, test } from 'vitest'
import { rawOf } from '../../src-main/store/raw.ts'
import type { Reader, Writer } from '../../src-main/store/reader.ts'
import { toStorageProblem } from '../../src-main/store/storage-problem.ts'
import { aDataFolder } from '../builders/a-data-folder.ts'

const key = 'counter'

test('keeps all of the work or none of it', async () => {
  const { store } = await (await aDataFolder()).open()

  const work = store.inTransaction(async (writer) => {
    await put(writer, '1')
    throw new Error('changed my mind')
  })

  await expect(work).rejects.toThrow('changed my mind')
  expect(await get(store.reader)).toBeUndefined()
})

test('lets readers go on with what was before while somebody writes', async () => {
  const { store } = await (await aDataFolder()).open()

  await store.inTransaction(async (writer) => {
    await put(writer, '1')
    expect(await get(store.reader)).toBeUndefined()
    expect(await get(writer)).toBe('1')
  })

  expect(await get(store.reader)).toBe('1')
})

test('does one transaction after the other', async () => {
  const { store } = await (await aDataFolder()).open()

  const adding = Array.from({ length: 20 }, () =>
    store.inTransaction(async (writer) => {
      const before = Number((await get(writer)) ?? '0')
      await new Promise((resolve) => setTimeout(resolve, 1))
      await put(writer, String(before + 1))
    }),
  )
  await Promise.all(adding)

  expect(await get(store.reader)).toBe('20')
})

test('refuses a transaction inside another instead of waiting for ever', async () => {
  const { store } = await (await aDataFolder()).open()

  const nested = store.inTransaction(() => store.inTransaction(async () => 1))

  await expect(nested).rejects.toThrow('inside another')
})

test('lets nobody write through a reader, nor keep a writer', async () => {
  const { store } = await (await aDataFolder()).open()
  const kept = await store.inTransaction(async (writer) => writer)

  expect(() => rawOf(store.reader).exec('DELETE FROM meta')).toThrow('readonly')
  expect(() => rawOf(kept)).toThrow('not open')
})

test('says that the disk is full and keeps what was there', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  await store.inTransaction((writer) => put(writer, 'before'))

  const filling = store.inTransaction(async (writer) => {
    rawOf(writer).pragma('max_page_count = 200')
    await put(writer, 'x'.repeat(2_000_000))
  })

  expect(toStorageProblem(await filling.catch((error: unknown) => error))).toMatchObject({
    code: 'storage.full',
  })
  await store.close()
  const again = await open()
  expect(again.store.folder).toBe(folder)
  expect(await get(again.store.reader)).toBe('before')
})

async function put(writer: Writer, value: string): Promise<void> {
  await writer
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.doUpdateSet({ value }))
    .execute()
}

async function get(reader: Reader): Promise<string | undefined> {
  return (await reader.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value
}
