import type { RawDatabase, RawStatement } from './connection.ts'
import type { Reader } from './reader.ts'

const connections = new WeakMap<object, RawDatabase>()

/** Remembers which connection stands behind a reader or writer, as long as it may be used. */
export function lendRaw(handle: object, raw: RawDatabase): void {
  connections.set(handle, raw)
}

export function takeBackRaw(handle: object): void {
  connections.delete(handle)
}

/** The driver's connection for bulk paths of this folder: column names are snake_case here, and nothing is cached. */
export function rawOf(handle: Reader): RawDatabase {
  const raw = connections.get(handle)
  if (raw === undefined) throw new Error('this reader or writer is not open')
  return raw
}

const prepared = new WeakMap<RawDatabase, Map<string, RawStatement>>()

/** A statement prepared once for each connection, for what every command does many times. */
export function preparedOn(handle: Reader, sql: string): RawStatement {
  const raw = rawOf(handle)
  const known = prepared.get(raw) ?? new Map<string, RawStatement>()
  prepared.set(raw, known)
  const statement = known.get(sql) ?? raw.prepare(sql)
  known.set(sql, statement)
  return statement
}
