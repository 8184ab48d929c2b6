import { expect, test } from 'vitest'
import { auditHead, lastSeenAt, listAudit, recordAudit } from '../../src-main/store/audit.ts'
import { lastCheckpoint, saveCheckpoint, verifyAudit } from '../../src-main/store/audit-verification.ts'
import { rawOf } from '../../src-main/store/raw.ts'
import type { Store } from '../../src-main/store/store.ts'
import { aDataFolder, at } from '../builders/a-data-folder.ts'

test('goes away with the change it tells of', async () => {
  const { store } = await (await aDataFolder()).open()

  await expect(
    store.inTransaction(async (writer) => {
      await recordAudit(writer, entry(1))
      throw new Error('no')
    }),
  ).rejects.toThrow('no')

  expect((await auditHead(store.reader)).seq).toBe(1)
})

test('reads the newest first, page by page', async () => {
  const { store } = await aStoreWith(5)

  const first = await listAudit(store.reader, { after: null, limit: 4 })
  const second = await listAudit(store.reader, { after: first.next, limit: 4 })

  expect([...first.rows, ...second.rows].map((row) => row.seq)).toEqual([6, 5, 4, 3, 2, 1])
  expect(first.rows[0]?.details).toEqual({ number: 5 })
  expect([first.total, second.next]).toEqual([6, null])
  expect(await lastSeenAt(store.reader)).toBe(at)
})

test('lets no statement change or remove an entry', async () => {
  const { store } = await aStoreWith(1)

  for (const sql of [`UPDATE audit_entry SET actor = 'somebody else'`, 'DELETE FROM audit_entry']) {
    await expect(store.inTransaction(async (writer) => rawOf(writer).exec(sql))).rejects.toThrow('never')
  }
})

test.each([
  ['a changed entry', `UPDATE audit_entry SET details = '{"number":9}' WHERE seq = 4`, 4],
  ['a changed time', `UPDATE audit_entry SET at = '2020-01-01T00:00:00Z' WHERE seq = 2`, 2],
  ['a removed entry', 'DELETE FROM audit_entry WHERE seq = 3', 4],
  ['a removed first entry', 'DELETE FROM audit_entry WHERE seq = 1', 2],
])('finds %s', async (_, sql, brokenAt) => {
  const { store } = await aStoreWith(5)

  await tamper(store, sql)

  expect(await verifyAudit(store.reader)).toMatchObject({ ok: false, brokenAt })
})

test('goes on from its last checkpoint and finds a chain that was cut off before it', async () => {
  const { store } = await aStoreWith(5)
  const { head } = await verifyAudit(store.reader)
  await store.inTransaction((writer) => saveCheckpoint(writer, head, at))
  await store.inTransaction((writer) => recordAudit(writer, entry(6)))

  const from = await lastCheckpoint(store.reader)
  expect(await verifyAudit(store.reader, { from })).toMatchObject({ ok: true, entries: 1 })

  await tamper(store, 'DELETE FROM audit_entry WHERE seq >= 6')
  expect(await verifyAudit(store.reader, { from })).toMatchObject({ ok: false })
})

test('tells how far it is and stops when asked', async () => {
  const { store } = await aStoreWith(2_500)
  const seen: number[] = []

  const verifying = verifyAudit(store.reader, {
    onProgress: (done) => seen.push(done),
    breathe: async () => {
      if (seen.length === 2) throw new Error('stopped')
    },
  })

  await expect(verifying).rejects.toThrow('stopped')
  expect(seen).toEqual([1_000, 2_000])
})

function entry(number: number) {
  return { at, actor: 'user', action: 'register.import', subject: 'batch', details: { number } }
}

async function aStoreWith(entries: number) {
  const opened = await (await aDataFolder()).open()
  await opened.store.inTransaction(async (writer) => {
    for (let number = 1; number <= entries; number++) await recordAudit(writer, entry(number))
  })
  return opened
}

async function tamper(store: Store, sql: string): Promise<void> {
  await store.inTransaction(async (writer) => {
    rawOf(writer).exec('DROP TRIGGER audit_entry_no_update; DROP TRIGGER audit_entry_no_delete')
    rawOf(writer).exec(sql)
  })
}
