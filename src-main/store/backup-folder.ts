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
  /** Files of the vault it names and of which no copy lies with the backups. */
  readonly missingFiles: number
}

/** What belongs to a backup beside the database and the keys. */
export interface BackupNote extends Omit<Backup, 'name' | 'missingFiles'> {
  /** Names in the vault when it was made; their copies lie together for all backups, since nothing ever changes them. */
  readonly vaultFiles: readonly string[]
}

const kept = 10

export function writeBackupNote(place: string, note: BackupNote): void {
  writeFileSync(join(place, 'backup.json'), `${JSON.stringify(note)}\n`)
}

/** Newest first. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const copies = new Set(await namesIn(pathsIn(folder).vaultCopies))
  return (await notesOf(folder)).map(({ name, madeAt, size, verified, vaultFiles }) => ({
    name,
    madeAt,
    size,
    verified,
    missingFiles: vaultFiles.filter((file) => !copies.has(file)).length,
  }))
}

/** Removes what is older than the newest few, what was never finished, and copies no backup names any more. */
export async function removeOldBackups(folder: string): Promise<void> {
  const { backups, vaultCopies } = pathsIn(folder)
  const notes = await notesOf(folder)
  const old = notes.slice(kept).map(({ name }) => name)
  const unfinished = (await namesIn(backups)).filter((name) => name.endsWith('.part'))
  for (const name of [...old, ...unfinished]) await rm(join(backups, name), { recursive: true, force: true })
  const named = new Set(notes.slice(0, kept).flatMap(({ vaultFiles }) => vaultFiles))
  const unnamed = (await namesIn(vaultCopies)).filter((name) => !named.has(name))
  for (const name of unnamed) await rm(join(vaultCopies, name), { force: true })
}

async function notesOf(folder: string): Promise<readonly (BackupNote & { readonly name: string })[]> {
  const { backups } = pathsIn(folder)
  const names = (await namesIn(backups)).filter((name) => !name.endsWith('.part'))
  const notes = names.map((name) => noteIn(join(backups, name), name))
  return notes.filter((note) => note !== undefined).sort((a, b) => (a.name < b.name ? 1 : -1))
}

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : []
}

function noteIn(place: string, name: string): (BackupNote & { readonly name: string }) | undefined {
  try {
    return { ...(JSON.parse(readFileSync(join(place, 'backup.json'), 'utf8')) as BackupNote), name }
  } catch {
    return undefined
  }
}
