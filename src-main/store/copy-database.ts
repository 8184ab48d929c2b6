import { copyFile, open, rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { Problem } from '../domain/problem.ts'
import { openConnection, type RawDatabase } from './connection.ts'

/** Copies the file while its only writer is held: the log is folded in first, so the one file is all of it. */
export async function copyDatabase(raw: RawDatabase, to: string, key: Uint8Array): Promise<void> {
  foldLogIn(raw)
  try {
    await copyFile(raw.name, to)
    await flush(to)
    await checkDatabase(to, key)
  } catch (error) {
    await rm(to, { force: true })
    throw error
  }
}

/** Opens a copy and checks it table by table, letting other work run in between. */
export async function checkDatabase(file: string, key: Uint8Array): Promise<void> {
  // Not for reading only: such a connection would leave its log behind.
  const raw = openConnection(file, key, 'write')
  try {
    for (const table of tablesOf(raw)) {
      checkTable(raw, table)
      await setImmediate()
    }
  } finally {
    raw.close()
  }
}

function foldLogIn(raw: RawDatabase): void {
  const [result] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  if (result?.busy !== 0) throw new Problem('workstation.busy')
}

function checkTable(raw: RawDatabase, table: string): void {
  const answer = raw.pragma(`integrity_check("${table}")`, { simple: true })
  if (answer !== 'ok') throw new Problem('storage.damaged')
}

function tablesOf(raw: RawDatabase): string[] {
  const names = raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
    .pluck()
    .all()
  return names as string[]
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
