import type { ChildProcess } from 'node:child_process'
import { Problem } from '../domain/problem.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadMessage } from './read-message.ts'
import type { ReadOptions } from './read-table.ts'

/**
 * Asks the reader and listens until `receive` has put an answer together; says in a Problem why it did not come to
 * an end.
 */
export function askReader<T>(
  reader: ChildProcess,
  request: { readonly fileName: string },
  limits: ReadLimits,
  options: ReadOptions,
  receive: (message: ReadMessage) => T | undefined,
): Promise<T> {
  const { fileName } = request
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Problem('file.timed-out', { fileName, seconds: limits.seconds }))
    }, limits.seconds * 1000)
    const onMessage = (message: ReadMessage) => {
      if (message.kind === 'progress') return options.onProgress?.(message.progress)
      try {
        const answer = receive(message)
        if (answer !== undefined) resolve(answer)
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
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
