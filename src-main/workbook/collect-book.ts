import type { ChildProcess } from 'node:child_process'
import { askReader } from './ask-reader.ts'
import type { BookHead, BookRead, BookRequest } from './book-read.ts'
import { failureOf } from './collect-read.ts'
import type { PackedRows } from './pack-rows.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadOptions } from './read-table.ts'

/** Asks the reader for a whole book; its rows stay as they came over. */
export function collectBook(
  reader: ChildProcess,
  request: BookRequest,
  limits: ReadLimits,
  options: ReadOptions,
): Promise<BookRead> {
  let head: BookHead | undefined
  const rows: PackedRows[][] = []
  return askReader(reader, request, limits, options, (message) => {
    if (message.kind === 'book') head = message.head
    else if (message.kind === 'rows') (rows[message.table ?? 0] ??= []).push(message.rows)
    else if (message.kind === 'done' && head)
      return { ...head, tables: head.tables.map((table, at) => ({ ...table, rows: rows[at] ?? [] })) }
    else throw failureOf(message)
    return undefined
  })
}
