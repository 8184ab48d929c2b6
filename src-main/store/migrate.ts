import { Problem } from '../domain/problem.ts'
import type { RawDatabase } from './connection.ts'

/** One change of the schema: plain SQL, frozen the day it ships. */
export interface Migration {
  readonly name: string
  readonly sql: readonly string[]
}

/** Names of what is still to be applied. Refuses a file that knows more than this program, or something else. */
export function pendingMigrations(raw: RawDatabase, known: readonly Migration[]): readonly Migration[] {
  const applied = appliedMigrations(raw)
  if (applied.length > known.length) throw newerVersion(applied.length, known.length)
  if (applied.some((name, at) => known[at]?.name !== name)) throw newerVersion(applied.length, known.length)
  return known.slice(applied.length)
}

/** Applies all of them and checks the whole file, or changes nothing. */
export function applyMigrations(raw: RawDatabase, pending: readonly Migration[], appliedAt: string): void {
  raw.pragma('foreign_keys = OFF')
  try {
    raw
      .transaction(() => {
        raw.exec(
          'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
        )
        for (const migration of pending) applyOne(raw, migration, appliedAt)
        checkItself(raw)
      })
      .exclusive()
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

function applyOne(raw: RawDatabase, { name, sql }: Migration, appliedAt: string): void {
  for (const statement of sql) raw.exec(statement)
  raw.prepare('INSERT INTO migration (name, applied_at) VALUES (?, ?)').run(name, appliedAt)
}

/** Empty for a file that has just been made. */
export function appliedMigrations(raw: RawDatabase): string[] {
  const table = raw.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`).get()
  return table ? (raw.prepare('SELECT name FROM migration ORDER BY name').pluck().all() as string[]) : []
}

function checkItself(raw: RawDatabase): void {
  const integrity = raw.pragma('integrity_check', { simple: true })
  const references = raw.pragma('foreign_key_check') as unknown[]
  if (integrity !== 'ok' || references.length > 0) throw new Problem('storage.damaged')
}

function newerVersion(fileVersion: number, programVersion: number): Problem {
  return new Problem('storage.newer-version', { fileVersion, programVersion })
}
