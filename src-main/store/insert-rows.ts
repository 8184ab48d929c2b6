import { rawOf } from './raw.ts'
import type { Writer } from './reader.ts'

type Value = string | number | null

/** Bulk path: one prepared statement for rows of the same shape; columns follow the rows' own keys. */
export function insertRows(writer: Writer, table: string, rows: readonly object[]): void {
  const first = rows[0]
  if (first === undefined) return
  const keys = Object.keys(first)
  const columns = keys.map(toSnakeCase).join(', ')
  const statement = rawOf(writer).prepare(
    `INSERT INTO ${table} (${columns}) VALUES (${keys.map(() => '?').join(', ')})`,
  )
  for (const row of rows as readonly Record<string, Value>[])
    statement.run(keys.map((key) => row[key] ?? null))
}

/** A column's name in the file. */
export function toSnakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
