import { fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stat } from 'node:fs/promises'
import { Problem } from '../domain/problem.ts'
import { collectBook } from './collect-book.ts'
import { collectRead } from './collect-read.ts'
import { readLimits } from './read-limits.ts'
import type { ChildProcess } from 'node:child_process'
import type { BookRead, BookRequest } from './book-read.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadProgress } from './read-message.ts'
import type { ReadRequest, TableRead } from './table-read.ts'

export interface ReadOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadProgress) => void
  /** The built read-worker, or its source. */
  readonly worker: URL | string
}

/**
 * Reads a spreadsheet or a delimited file in a process of its own: whatever the file does to its reader, the one
 * who asks goes on, gets a Problem, and may stop waiting.
 */
export function readTable(request: ReadRequest, options: ReadOptions): Promise<TableRead> {
  return inReader(request, options, (reader, limits) => collectRead(reader, request, limits, options))
}

/** The same for every sheet that belongs to the list, of whichever of the kinds it is. */
export function readBook(request: BookRequest, options: ReadOptions): Promise<BookRead> {
  return inReader(request, options, (reader, limits) => collectBook(reader, request, limits, options))
}

async function inReader<T>(
  request: ReadRequest | BookRequest,
  options: ReadOptions,
  collect: (reader: ChildProcess, limits: ReadLimits) => Promise<T>,
): Promise<T> {
  const limits = { ...readLimits, ...request.limits }
  await refuseLargeFile(request, limits)
  if (options.signal?.aborted) throw new Problem('job.cancelled')
  const reader = startReader(options.worker, limits)
  const stop = () => reader.kill('SIGKILL')
  options.signal?.addEventListener('abort', stop, { once: true })
  try {
    return await collect(reader, limits)
  } finally {
    options.signal?.removeEventListener('abort', stop)
    stop()
  }
}

async function refuseLargeFile(
  { path, fileName }: Pick<ReadRequest, 'path' | 'fileName'>,
  limits: ReadLimits,
): Promise<void> {
  const file = await stat(path).catch(() => undefined)
  if (!file?.isFile()) throw new Problem('file.not-found', { fileName })
  if (file.size > limits.fileMegabytes * 1024 * 1024) {
    throw new Problem('file.too-large', { fileName, limit: limits.fileMegabytes, unit: 'MB' })
  }
}

/** The reader's own code, compiled once: it is a new process for every file. */
const compileCache = join(tmpdir(), 'node-compile-cache')

export function startReader(worker: URL | string, limits: ReadLimits): ChildProcess {
  const { NODE_OPTIONS: _ours, ...environment } = process.env
  return fork(worker, [], {
    execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, '--max-semi-space-size=64'],
    // in Electron the same program would otherwise open another window
    env: { ...environment, ELECTRON_RUN_AS_NODE: '1', NODE_COMPILE_CACHE: compileCache },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}
