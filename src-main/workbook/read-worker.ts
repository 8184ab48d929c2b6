import { readFile } from 'node:fs/promises'
import { Problem } from '../domain/problem.ts'
import { doSheetWork } from './do-sheet-work.ts'
import type { BookRequest } from './book-read.ts'
import { packRows, type RowsToPack } from './pack-rows.ts'
import { parseBook } from './parse-book.ts'
import { parseFile } from './parse-file.ts'
import type { ReadMessage, ReadProgress } from './read-message.ts'
import type { SheetWork } from './sheet-work.ts'
import type { ReadRequest } from './table-read.ts'

const rowsAtOnce = 2_000

/** Reads one file, or does one other piece of work, for the process that started this one, then ends. */
process.once('message', (asked: ReadRequest | BookRequest | SheetWork) => {
  void answer(asked)
    .catch((error: unknown) => asMessage(error))
    .then(leave)
})
process.once('disconnect', () => process.exit())

function answer(asked: ReadRequest | BookRequest | SheetWork): Promise<ReadMessage> {
  if ('work' in asked) return makeIt(asked)
  return 'kinds' in asked ? readWhole(asked) : read(asked)
}

async function read(request: ReadRequest): Promise<ReadMessage> {
  tellProgress({ phase: 'opening', done: 0, total: 1 })
  const bytes = await readFile(request.path)
  tellProgress({ phase: 'reading', done: 0, total: 1 })
  const table = await parseFile(bytes, request)
  const rowCount = table.rowLines.length
  tell({ kind: 'head', head: table.head, rowCount })
  tellRows(table, 0)
  return { kind: 'done' }
}

async function readWhole(request: BookRequest): Promise<ReadMessage> {
  tellProgress({ phase: 'opening', done: 0, total: 1 })
  const bytes = await readFile(request.path)
  tellProgress({ phase: 'reading', done: 0, total: 1 })
  const book = await parseBook(bytes, request)
  tell({ kind: 'book', head: book.head })
  book.tables.forEach(tellRows)
  return { kind: 'done' }
}

function tellRows(rows: RowsToPack, table: number): void {
  const rowCount = rows.rowLines.length
  for (let from = 0; from < rowCount; from += rowsAtOnce) {
    tell({ kind: 'rows', rows: packRows(rows, from, rowsAtOnce), table })
    tellProgress({ phase: 'rows', done: Math.min(rowCount, from + rowsAtOnce), total: rowCount })
  }
}

async function makeIt(work: SheetWork): Promise<ReadMessage> {
  return { kind: 'made', made: await doSheetWork(work) }
}

function tellProgress(progress: ReadProgress): void {
  tell({ kind: 'progress', progress })
}

function tell(message: ReadMessage): void {
  process.send?.(message)
}

/** Disconnecting drops what is still queued, so it waits until the last message has left. */
function leave(last: ReadMessage): void {
  process.send?.(last, undefined, undefined, () => process.disconnect())
}

function asMessage(error: unknown): ReadMessage {
  if (error instanceof Problem) return { kind: 'problem', code: error.code, facts: error.facts }
  return { kind: 'defect', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
