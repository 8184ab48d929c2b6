import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import { type AuditHead, beforeFirst, headSql, recordAudit } from './audit.ts'
import { listBackups } from './backup-folder.ts'
import { openConnection } from './connection.ts'
import { checkDatabase } from './copy-database.ts'
import { copyKeys, pathsIn } from './data-folder.ts'
import { renameDurably } from './durable-file.ts'
import { lockFolder } from './instance-lock.ts'
import { stampOf } from './stamp.ts'
import { withStorageProblems } from './storage-problem.ts'
import { openStore } from './store.ts'
import { unlock } from './unlock.ts'
import { upgradeDatabase } from './upgrade.ts'

interface Restoring {
  readonly signInName: string
  readonly password: string
  readonly now: Date
}

/** What became of the vault's files. */
export interface Restored {
  readonly mendedFiles: number
  /** Neither in the vault nor among the copies, or damaged in both. */
  readonly missingFiles: number
}

/** Puts a backup back into a closed folder, by the password of somebody it knows; what was there is kept beside. */
export async function restoreBackup(
  folder: string,
  name: string,
  { signInName, password, now }: Restoring,
): Promise<Restored> {
  return withStorageProblems(async () => {
    if (!(await listBackups(folder)).some((one) => one.name === name)) {
      throw new Problem('record.not-found', { what: '备份' })
    }
    const release = lockFolder(folder)
    try {
      const place = join(pathsIn(folder).backups, name)
      const { databaseKey, person } = await unlock(place, signInName, password)
      await checkDatabase(pathsIn(place).database, databaseKey)
      const replaced = headOf(pathsIn(folder).database, databaseKey)
      await setAside(folder, now)
      await putBack(place, folder)
      return await closeTheGap(folder, databaseKey, { name, by: person.userId, now, replaced })
    } finally {
      release()
    }
  })
}

/** What is replaced may be damaged: it is kept as it is, log and all, and not listed as a backup. */
async function setAside(folder: string, now: Date): Promise<void> {
  const { backups, database, vault } = pathsIn(folder)
  const place = join(backups, `${stampOf(now)}-before-restore`)
  await mkdir(pathsIn(place).vault, { recursive: true, mode: 0o700 })
  for (const log of ['', '-wal']) {
    if (existsSync(`${database}${log}`))
      await copyFile(`${database}${log}`, `${pathsIn(place).database}${log}`)
  }
  await copyKeys(folder, place)
  // The older database does not know the newer files, and the next start sweeps away what it does not know.
  for (const name of existsSync(vault) ? await readdir(vault) : [])
    await keepBeside(join(vault, name), join(pathsIn(place).vault, name))
}

/** The same file under a second name where the disk can do that. */
async function keepBeside(file: string, beside: string): Promise<void> {
  await link(file, beside).catch(() => copyFile(file, beside))
}

async function putBack(place: string, folder: string): Promise<void> {
  const { database } = pathsIn(folder)
  await copyFile(pathsIn(place).database, `${database}.part`)
  for (const log of ['-wal', '-shm']) await rm(`${database}${log}`, { force: true })
  await copyKeys(place, folder)
  await renameDurably(`${database}.part`, database)
}

interface Gap {
  readonly name: string
  readonly by: string
  readonly now: Date
  /** Where the replaced chain ended: what is missing between there and here was taken back by this restore. */
  readonly replaced: AuditHead | null
}

/** Brings the vault up to the database, and says in its own chain that the time between was taken back, by whom. */
async function closeTheGap(
  folder: string,
  key: Uint8Array,
  { name, by, now, replaced }: Gap,
): Promise<Restored> {
  upgradeDatabase({ folder, key, now })
  const store = openStore(folder, key, () => undefined)
  try {
    const { mended, missing } = await store.vault.mendFrom(pathsIn(folder).vaultCopies)
    const files = { mendedFiles: mended, missingFiles: missing }
    await store.inTransaction((writer) =>
      recordAudit(writer, {
        at: now.toISOString(),
        actor: by,
        action: 'backup.restore',
        subject: name,
        details: { ...files, replacedSeq: replaced?.seq ?? null, replacedHash: replaced?.hash ?? null },
      }),
    )
    return files
  } finally {
    await store.close()
  }
}

/** Reading only, so that the log stays where it is; null where the file is lost, damaged or under another key. */
function headOf(database: string, key: Uint8Array): AuditHead | null {
  try {
    const raw = openConnection(database, key, 'read')
    try {
      return (raw.prepare(headSql).get() as AuditHead | undefined) ?? beforeFirst
    } finally {
      raw.close()
    }
  } catch {
    return null
  }
}
