import { Problem, type ProblemCode } from '../domain/problem.ts'
import { unpackRows } from './pack-rows.ts'
import { askReader } from './ask-reader.ts'
import type { ChildProcess } from 'node:child_process'
import type { ReadLimits } from './read-limits.ts'
import type { ReadMessage } from './read-message.ts'
import type { ReadOptions } from './read-table.ts'
import type { ReadRequest, TableHead, TableRead, TableRow } from './table-read.ts'

/** Asks the reader for one sheet and puts its messages together. */
export function collectRead(
  reader: ChildProcess,
  request: ReadRequest,
  limits: ReadLimits,
  options: ReadOptions,
): Promise<TableRead> {
  let head: TableHead | undefined
  const rows: TableRow[] = []
  return askReader(reader, request, limits, options, (message) => {
    if (message.kind === 'head') head = message.head
    else if (message.kind === 'rows' && head) rows.push(...unpackRows(message.rows, head.columns))
    else if (message.kind === 'done' && head) return { ...head, rows }
    else throw failureOf(message)
    return undefined
  })
}

/** Whatever ends the reading before its end. */
export function failureOf(message: ReadMessage): Error {
  if (message.kind === 'defect') return new Error(message.stack)
  if (message.kind !== 'problem') return new Error('reader out of step')
  const { code, facts } = message
  return new (Problem as new (code: ProblemCode, facts: object) => Problem)(code, facts)
}
