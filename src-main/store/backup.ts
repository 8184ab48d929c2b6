import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { removeOldBackups, writeBackupNote } from './backup-folder.ts'
import { copyKeys, pathsIn } from './data-folder.ts'
import { renameDurably } from './durable-file.ts'
import { stampOf } from './stamp.ts'
import { withStorageProblems } from './storage-problem.ts'
import type { Store } from './store.ts'

export { listBackups, type Backup } from './backup-folder.ts'

export interface MadeBackup {
  readonly name: string
  readonly size: number
  /** Files of the vault that could not be copied: they are missing or damaged there. */
  readonly brokenFiles: number
}

/** 备份 — the database and its keys, opened and checked before it counts, and the vault's new files; the oldest give way. */
export async function makeBackup(store: Store, now: Date): Promise<MadeBackup> {
  return withStorageProblems(async () => {
    const { backups, vaultCopies } = pathsIn(store.folder)
    const name = stampOf(now)
    const place = join(backups, name)
    const unfinished = `${place}.part`
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    const { database } = pathsIn(unfinished)
    await store.copyTo(database)
    await copyKeys(store.folder, unfinished)
    const { size } = await stat(database)
    // After the database: every file it knows is among them. A disk too full for them still keeps the database.
    const vaultFiles = await store.vault.names()
    writeBackupNote(unfinished, { madeAt: now.toISOString(), size, verified: true, vaultFiles })
    await renameDurably(unfinished, place)
    const { broken } = await store.vault.copyTo(vaultCopies)
    await removeOldBackups(store.folder)
    return { name, size, brokenFiles: broken }
  })
}
