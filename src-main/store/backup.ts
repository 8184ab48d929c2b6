import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import { listBackups, removeOldBackups, writeBackupNote } from './backup-folder.ts'
import { checkDatabase } from './copy-database.ts'
import { pathsIn } from './data-folder.ts'
import { renameDurably } from './durable-file.ts'
import { lockFolder } from './instance-lock.ts'
import { stampOf } from './stamp.ts'
import { withStorageProblems } from './storage-problem.ts'
import type { Store } from './store.ts'
import { unlock } from './unlock.ts'

export { listBackups, type Backup } from './backup-folder.ts'

/** 备份 — the database and its keys, opened and checked before it counts; the oldest give way. */
export async function makeBackup(store: Store, now: Date): Promise<{ name: string; size: number }> {
  return withStorageProblems(async () => {
    const name = stampOf(now)
    const place = join(pathsIn(store.folder).backups, name)
    const unfinished = `${place}.part`
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    const { database } = pathsIn(unfinished)
    await store.copyTo(database)
    await copyKeys(store.folder, unfinished)
    const { size } = await stat(database)
    const vaultFiles = await readdir(pathsIn(store.folder).vault)
    writeBackupNote(unfinished, { madeAt: now.toISOString(), size, verified: true, vaultFiles })
    await renameDurably(unfinished, place)
    await removeOldBackups(store.folder)
    return { name, size }
  })
}

/** Puts a backup back into a closed folder, by the password of somebody it knows; what was there is kept beside. */
export async function restoreBackup(
  folder: string,
  name: string,
  { signInName, password, now }: { signInName: string; password: string; now: Date },
): Promise<void> {
  return withStorageProblems(async () => {
    if (!(await listBackups(folder)).some((one) => one.name === name)) {
      throw new Problem('record.not-found', { what: '备份' })
    }
    const release = lockFolder(folder)
    try {
      const place = join(pathsIn(folder).backups, name)
      const { databaseKey } = await unlock(place, signInName, password)
      await checkDatabase(pathsIn(place).database, databaseKey)
      await setAside(folder, now)
      await putBack(place, folder)
    } finally {
      release()
    }
  })
}

/** What is replaced may be damaged: it is kept as it is, log and all, and not listed as a backup. */
async function setAside(folder: string, now: Date): Promise<void> {
  const { backups, database } = pathsIn(folder)
  const place = join(backups, `${stampOf(now)}-before-restore`)
  await mkdir(place, { recursive: true, mode: 0o700 })
  for (const log of ['', '-wal']) {
    if (existsSync(`${database}${log}`))
      await copyFile(`${database}${log}`, `${pathsIn(place).database}${log}`)
  }
  await copyKeys(folder, place)
}

async function putBack(place: string, folder: string): Promise<void> {
  const { database } = pathsIn(folder)
  await copyFile(pathsIn(place).database, `${database}.part`)
  for (const log of ['-wal', '-shm']) await rm(`${database}${log}`, { force: true })
  await copyKeys(place, folder)
  await renameDurably(`${database}.part`, database)
}

async function copyKeys(from: string, to: string): Promise<void> {
  const [source, target] = [pathsIn(from), pathsIn(to)]
  if (existsSync(source.keys)) await copyFile(source.keys, target.keys)
  if (existsSync(source.keysCopy)) await copyFile(source.keysCopy, target.keysCopy)
}
