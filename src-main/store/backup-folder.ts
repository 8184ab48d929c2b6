import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathsIn } from './data-folder.ts'

/** 备份 — as the list of backups shows it. */
export interface Backup {
  readonly name: string
  /** RFC 3339 in UTC. */
  readonly madeAt: string
  /** Bytes of the database. */
  readonly size: number
  readonly verified: boolean
}

/** What lies in a backup beside the database and the keys. Vault files stay where they are: nothing ever changes them. */
export interface BackupNote extends Omit<Backup, 'name'> {
  /** Names in the vault when it was made, so that a restore can tell what is missing. */
  readonly vaultFiles: readonly string[]
}

const kept = 10

export function writeBackupNote(place: string, note: BackupNote): void {
  writeFileSync(join(place, 'backup.json'), `${JSON.stringify(note)}\n`)
}

/** Newest first. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const { backups } = pathsIn(folder)
  const names = existsSync(backups) ? await readdir(backups) : []
  const notes = names
    .filter((name) => !name.endsWith('.part'))
    .map((name) => noteIn(join(backups, name), name))
  return notes.filter((note) => note !== undefined).sort((a, b) => (a.name < b.name ? 1 : -1))
}

/** Removes what is older than the newest few, and what was never finished. */
export async function removeOldBackups(folder: string): Promise<void> {
  const { backups } = pathsIn(folder)
  const old = (await listBackups(folder)).slice(kept).map(({ name }) => name)
  const unfinished = (await readdir(backups)).filter((name) => name.endsWith('.part'))
  for (const name of [...old, ...unfinished]) await rm(join(backups, name), { recursive: true, force: true })
}

function noteIn(place: string, name: string): Backup | undefined {
  try {
    const { madeAt, size, verified } = JSON.parse(
      readFileSync(join(place, 'backup.json'), 'utf8'),
    ) as BackupNote
    return { name, madeAt, size, verified }
  } catch {
    return undefined
  }
}
