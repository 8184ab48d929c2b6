import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import { writeBackupNote } from './backup-folder.ts'
import { openConnection } from './connection.ts'
import { pathsIn } from './data-folder.ts'
import { applyMigrations, appliedMigrations, pendingMigrations, type Migration } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import { stampOf } from './stamp.ts'

export interface Upgrading {
  readonly folder: string
  readonly key: Uint8Array
  readonly now: Date
  /** A database that does not exist is made only when it is said to be new. */
  readonly isNew?: boolean
  readonly known?: readonly Migration[]
}

/** Brings the database up to this program: a copy first, then all changes or none, the copy back if it failed. */
export function upgradeDatabase({ folder, key, now, isNew = false, known = migrations }: Upgrading): void {
  const { database } = pathsIn(folder)
  if (!isNew && !existsSync(database)) throw new Problem('storage.damaged')
  const raw = openConnection(database, key, 'write')
  let copy: string | undefined
  try {
    const pending = pendingMigrations(raw, known)
    if (pending.length === 0) return
    if (appliedMigrations(raw).length > 0) {
      raw.pragma('wal_checkpoint(TRUNCATE)')
      copy = copyBefore(folder, key, now)
    }
    applyMigrations(raw, pending, now.toISOString())
  } catch (error) {
    raw.close()
    if (copy !== undefined) putBack(copy, database)
    throw error
  } finally {
    if (raw.open) raw.close()
  }
}

/** The database with its keys, as a backup like any other. */
function copyBefore(folder: string, key: Uint8Array, now: Date): string {
  const { backups, database, vault } = pathsIn(folder)
  const place = join(backups, `${stampOf(now)}-before-upgrade`)
  mkdirSync(place, { recursive: true })
  const copy = join(place, 'onecard.db')
  copyFileSync(database, copy)
  for (const keys of [pathsIn(folder).keys, pathsIn(folder).keysCopy]) {
    if (existsSync(keys)) copyFileSync(keys, join(place, basename(keys)))
  }
  checkCopy(copy, key)
  writeBackupNote(place, {
    madeAt: now.toISOString(),
    size: statSync(copy).size,
    verified: true,
    vaultFiles: existsSync(vault) ? readdirSync(vault) : [],
  })
  return copy
}

function checkCopy(copy: string, key: Uint8Array): void {
  const raw = openConnection(copy, key, 'write')
  const answer = raw.pragma('quick_check(1)', { simple: true })
  raw.close()
  if (answer !== 'ok') throw new Problem('storage.damaged')
}

/** A copy of the copy is renamed over, so that the backup stays. */
function putBack(copy: string, database: string): void {
  for (const log of [`${database}-wal`, `${database}-shm`]) rmSync(log, { force: true })
  copyFileSync(copy, `${database}.part`)
  renameSync(`${database}.part`, database)
}
