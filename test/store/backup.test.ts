import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listBackups, makeBackup, restoreBackup } from '../../src-main/store/backup.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import type { Store } from '../../src-main/store/store.ts'
import { aDataFolder, clerk, someDay } from '../builders/a-data-folder.ts'

const later = (hours: number) => new Date(someDay.getTime() + hours * 3_600_000)

test('brings back what was there, with the passwords of then, and keeps what is replaced', async () => {
  const { folder, open } = await aDataFolder()
  const { store, keys, userId } = await open()
  await remember(store, 'before')
  const { name, size } = await makeBackup(store, later(1))
  await remember(store, 'after')
  await keys.changePassword(userId, clerk.password, 'another password', {
    by: userId,
    at: later(2).toISOString(),
  })
  await store.close()

  await restoreBackup(folder, name, { ...clerk, now: later(3) })

  const again = await open(clerk)
  expect(await remembered(again.store)).toBe('before')
  expect(size).toBeGreaterThan(100_000)
  expect(readdirSync(pathsIn(folder).backups)).toContain('20260701T040000000Z-before-restore')
})

test('restores over a damaged database and lost keys', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const { name } = await makeBackup(store, later(1))
  await store.close()
  const { database, keys, keysCopy } = pathsIn(folder)
  writeFileSync(database, 'gone')
  for (const file of [keys, keysCopy]) rmSync(file)

  await restoreBackup(folder, name, { ...clerk, now: later(2) })

  await expect(open(clerk)).resolves.toBeDefined()
})

test('goes on beside other work and holds all that was committed before', async () => {
  const { open } = await aDataFolder()
  const { store } = await open()

  const writing = remember(store, 'before')
  const backing = makeBackup(store, later(1))
  const after = remember(store, 'after')
  await Promise.all([writing, backing, after])

  expect(await remembered(store)).toBe('after')
})

test('lists the newest first and keeps ten', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()

  for (let hour = 1; hour <= 12; hour++) await makeBackup(store, later(hour))

  const listed = await listBackups(folder)
  expect(listed).toHaveLength(10)
  expect(listed[0]).toMatchObject({ madeAt: later(12).toISOString(), verified: true })
  expect(readdirSync(pathsIn(folder).backups)).toHaveLength(10)
  const place = join(pathsIn(folder).backups, listed[0]!.name)
  expect(readdirSync(place).sort()).toEqual(['backup.json', 'keys.copy.json', 'keys.json', 'onecard.db'])
})

test('refuses to restore while open, by a wrong password, an unknown name or from a damaged backup', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const { name } = await makeBackup(store, later(1))
  const by = { ...clerk, now: later(2) }

  await expect(restoreBackup(folder, name, by)).rejects.toMatchObject({ code: 'storage.in-use' })
  await store.close()
  await expect(restoreBackup(folder, '../..', by)).rejects.toMatchObject({ code: 'record.not-found' })
  await expect(restoreBackup(folder, name, { ...by, password: 'guess' })).rejects.toMatchObject({
    code: 'sign-in.wrong-password',
  })

  const copy = join(pathsIn(folder).backups, name, 'onecard.db')
  const bytes = readFileSync(copy)
  bytes[bytes.length - 9000]! ^= 1
  writeFileSync(copy, bytes)
  await expect(restoreBackup(folder, name, by)).rejects.toMatchObject({ code: 'storage.damaged' })
  await expect(open()).resolves.toBeDefined()
})

async function remember(store: Store, value: string): Promise<void> {
  await store.inTransaction((writer) => writer.replaceInto('meta').values({ key: 'note', value }).execute())
}

async function remembered(store: Store): Promise<string | undefined> {
  return (await store.reader.selectFrom('meta').select('value').where('key', '=', 'note').executeTakeFirst())
    ?.value
}
