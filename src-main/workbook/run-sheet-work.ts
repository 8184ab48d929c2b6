import type { ChildProcess } from 'node:child_process'
import { Problem } from '../domain/problem.ts'
import { endedEarly } from './ask-reader.ts'
import { failureOf } from './collect-read.ts'
import { readLimits } from './read-limits.ts'
import type { ReadMessage } from './read-message.ts'
import { startReader } from './read-table.ts'
import type { SheetMade, SheetWork, SheetWorkKind } from './sheet-work.ts'

interface WorkOptions {
  /** The built read-worker, or its source. */
  readonly worker: URL | string
  readonly signal?: AbortSignal
}

/** Has a spreadsheet made or looked into by a process of its own: whatever that costs, the core goes on. */
export async function runSheetWork<K extends SheetWorkKind>(
  work: SheetWork<K>,
  options: WorkOptions,
): Promise<SheetMade<K>> {
  if (options.signal?.aborted) throw new Problem('job.cancelled')
  const reader = startReader(options.worker, readLimits)
  const stop = () => reader.kill('SIGKILL')
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    return (await answerOf(reader, work, options.signal)) as SheetMade<K>
  } finally {
    options.signal?.removeEventListener('abort', stop)
    stop()
  }
}

function answerOf(
  reader: ChildProcess,
  work: Pick<SheetWork, 'fileName'>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { fileName } = work
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Problem('file.timed-out', { fileName, seconds: readLimits.seconds })),
      readLimits.seconds * 1000,
    )
    reader.on('message', (message: ReadMessage) =>
      message.kind === 'made' ? resolve(message.made) : reject(failureOf(message)),
    )
    reader.once('error', reject)
    const fail = () => {
      clearTimeout(timer)
      const { exitCode, signalCode } = reader
      reject(
        signal?.aborted
          ? new Problem('job.cancelled')
          : endedEarly(exitCode, signalCode, fileName, readLimits),
      )
    }
    reader.once('exit', () => (reader.connected ? reader.once('disconnect', fail) : fail()))
    reader.send(work, (error) => error && reject(error))
  })
}
