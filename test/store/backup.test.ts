import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { auditHead, listAudit, recordAudit } from '../../src-main/store/audit.ts'
import { verifyAudit } from '../../src-main/store/audit-verification.ts'
import { listBackups, makeBackup } from '../../src-main/store/backup.ts'
import { pathsIn } from '../../src-main/store/data-folder.ts'
import { restoreBackup } from '../../src-main/store/restore.ts'
import type { Store } from '../../src-main/store/store.ts'
import { aDataFolder, at, clerk, someDay } from '../builders/a-data-folder.ts'

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

  const { rows } = await listAudit((await open(clerk)).store.reader, { after: null, limit: 1 })
  expect(rows[0]).toMatchObject({ action: 'backup.restore', details: { replacedSeq: null } })
})

test('leaves in the restored chain who took back how much of it', async () => {
  const { folder, open } = await aDataFolder()
  const { store, userId } = await open()
  const { name } = await makeBackup(store, later(1))
  await store.inTransaction((writer) =>
    recordAudit(writer, { at, actor: userId, action: 'review.decide', subject: 'one', details: {} }),
  )
  const lost = await auditHead(store.reader)
  await store.close()

  await restoreBackup(folder, name, { ...clerk, now: later(2) })

  const { reader } = (await open(clerk)).store
  const { rows } = await listAudit(reader, { after: null, limit: 1 })
  expect(rows[0]).toMatchObject({
    actor: userId,
    action: 'backup.restore',
    subject: name,
    details: { replacedSeq: lost.seq, replacedHash: lost.hash },
  })
  expect(await verifyAudit(reader)).toMatchObject({ ok: true })
})

test('holds every photo once, and brings back what is lost or damaged in the vault', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const [lost, damaged] = [await keepPhoto(store, 'lost'), await keepPhoto(store, 'damaged')]
  await makeBackup(store, later(1))
  const copies = filesIn(pathsIn(folder).vaultCopies).map((file) => statSync(file).ino)
  const { name } = await makeBackup(store, later(2))
  await store.close()
  rmSync(lost.file)
  spoil(damaged.file)

  const restored = await restoreBackup(folder, name, { ...clerk, now: later(3) })

  expect(restored).toEqual({ mendedFiles: 2, missingFiles: 0 })
  const { vault } = (await open(clerk)).store
  expect(Buffer.from(await vault.read(lost.sha256)).toString()).toBe('lost')
  expect(Buffer.from(await vault.read(damaged.sha256)).toString()).toBe('damaged')
  expect(copies).toHaveLength(2)
  expect(filesIn(pathsIn(folder).vaultCopies).map((file) => statSync(file).ino)).toEqual(copies)
})

test('says which photos it could not copy, and a restore says what no copy could mend', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  await keepPhoto(store, 'copied')
  spoil((await keepPhoto(store, 'damaged')).file)

  const { name, brokenFiles } = await makeBackup(store, later(1))

  expect(brokenFiles).toBe(1)
  expect(await listBackups(folder)).toMatchObject([{ name, missingFiles: 1 }])
  await store.close()
  const restored = await restoreBackup(folder, name, { ...clerk, now: later(2) })
  expect(restored).toEqual({ mendedFiles: 0, missingFiles: 1 })
})

test('lets go of copies that no backup names any more', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  await keepPhoto(store, 'named')
  await makeBackup(store, later(1))
  const [named] = readdirSync(pathsIn(folder).vaultCopies)
  writeFileSync(join(pathsIn(folder).vaultCopies, 'ab'.repeat(32)), 'of a backup long gone')

  await makeBackup(store, later(2))

  expect(readdirSync(pathsIn(folder).vaultCopies)).toEqual([named])
})

test('keeps photos beside that only the replaced database knew', async () => {
  const { folder, open } = await aDataFolder()
  const { store } = await open()
  const { name } = await makeBackup(store, later(1))
  const newer = await keepPhoto(store, 'newer')
  await store.close()

  await restoreBackup(folder, name, { ...clerk, now: later(2) })
  const { store: again } = await open(clerk)
  await again.vault.sweep(new Date(Date.now() + 48 * 3_600_000))

  expect(existsSync(newer.file)).toBe(false)
  const beside = join(pathsIn(folder).backups, '20260701T030000000Z-before-restore')
  expect(readdirSync(pathsIn(beside).vault)).toEqual([basename(newer.file)])
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
  expect(readdirSync(pathsIn(folder).backups).filter((name) => name !== 'vault')).toHaveLength(10)
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

/** Its digest, and where it lies encrypted. */
async function keepPhoto(store: Store, text: string): Promise<{ sha256: string; file: string }> {
  const { vault } = pathsIn(store.folder)
  const before = new Set(filesIn(vault))
  const kept = { extension: 'jpg', kind: 'posting', by: 'user', at }
  const sha256 = await store.inTransaction((writer) => store.vault.add(Buffer.from(text), kept, writer))
  const [file] = filesIn(vault).filter((one) => !before.has(one))
  return { sha256, file: file ?? '' }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name))
}

function spoil(file: string): void {
  const bytes = readFileSync(file)
  bytes[bytes.length - 1]! ^= 1
  writeFileSync(file, bytes)
}
