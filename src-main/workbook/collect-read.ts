import { Problem } from '../domain/problem.ts'
import { unpackRows } from './pack-rows.ts'
import type { ChildProcess } from 'node:child_process'
import type { ProblemCode } from '../domain/problem.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadMessage } from './read-message.ts'
import type { ReadOptions } from './read-table.ts'
import type { ReadRequest, TableHead, TableRead, TableRow } from './table-read.ts'

/** Asks the reader, puts its messages together, and says in a Problem why it did not come to an end. */
export function collectRead(
  reader: ChildProcess,
  request: ReadRequest,
  limits: ReadLimits,
  options: ReadOptions,
): Promise<TableRead> {
  const { fileName } = request
  return new Promise((resolve, reject) => {
    let head: TableHead | undefined
    const rows: TableRow[] = []
    const timer = setTimeout(() => {
      reject(new Problem('file.timed-out', { fileName, seconds: limits.seconds }))
    }, limits.seconds * 1000)
    const onMessage = (message: ReadMessage) => {
      if (message.kind === 'progress') options.onProgress?.(message.progress)
      else if (message.kind === 'head') head = message.head
      else if (message.kind === 'rows' && head) rows.push(...unpackRows(message.rows, head.columns))
      else if (message.kind === 'done' && head) resolve({ ...head, rows })
      else reject(failureOf(message))
    }
    reader.on('message', onMessage)
    reader.once('error', reject)
    const fail = () => {
      clearTimeout(timer)
      const { exitCode: code, signalCode: signal } = reader
      reject(
        options.signal?.aborted ? new Problem('job.cancelled') : endedEarly(code, signal, fileName, limits),
      )
    }
    // messages may still be under way when the process has ended, but none is once it has disconnected
    reader.once('exit', () => (reader.connected ? reader.once('disconnect', fail) : fail()))
    reader.send(request, (error) => error && reject(error))
  })
}

export function failureOf(message: ReadMessage): Error {
  if (message.kind !== 'problem')
    return new Error(message.kind === 'defect' ? message.stack : 'reader out of step')
  return new (Problem as new (code: ProblemCode, facts: object) => Problem)(message.code, message.facts)
}

/** Node ends itself with SIGABRT (134, or 0x80000003 on Windows) when its memory is used up, the system with SIGKILL. */
export function endedEarly(
  code: number | null,
  signal: NodeJS.Signals | null,
  fileName: string,
  limits: ReadLimits,
): Error {
  const isOutOfMemory = signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 || code === 0x80000003
  if (isOutOfMemory)
    return new Problem('file.too-large', { fileName, limit: limits.memberMegabytes, unit: 'MB' })
  return new Error(`reader ended with ${signal ?? code}`)
}
