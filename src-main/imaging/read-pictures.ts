import { fork, type ChildProcess } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { Problem, type ProblemCode } from '../domain/problem.ts'
import { pictureLimits } from './picture-limits.ts'
import type { PictureMessage } from './picture-message.ts'
import type { PicturePage, PictureRequest } from './picture-page.ts'

/**
 * 读图 — reads pictures and scans, one page after the other, in a process of its own: whatever a file does to its
 * reader, the one who asks goes on with the next.
 */
export class PictureReader {
  readonly #worker: URL
  readonly #signal: AbortSignal | undefined
  readonly #seconds: number
  #process: ChildProcess | undefined

  /** `worker` is the built picture-worker, or its source. */
  constructor(worker: URL, signal?: AbortSignal, seconds = pictureLimits.secondsForPage) {
    this.#worker = worker
    this.#signal = signal
    this.#seconds = seconds
  }

  /** One page; refuses with what is wrong with the file. */
  async read(request: PictureRequest): Promise<PicturePage> {
    if (request.page === 0) await refuseLargeFile(request)
    if (this.#signal?.aborted) throw new Problem('job.cancelled')
    try {
      return await this.#ask(request)
    } catch (thrown) {
      // A process that did not answer in order is not asked again.
      if (!(thrown instanceof Problem) || thrown.code === 'file.timed-out') this.close()
      throw thrown
    }
  }

  /** All pages of a file in turn; nothing of the next is read before `onPage` is done with the one before. */
  async readAll(
    request: Omit<PictureRequest, 'page'>,
    onPage: (page: PicturePage, number: number) => Promise<void>,
  ): Promise<number> {
    let pages = 1
    for (let page = 0; page < pages; page += 1) {
      const read = await this.read({ ...request, page })
      pages = read.pages
      await onPage(read, page)
    }
    return pages
  }

  close(): void {
    this.#process?.kill('SIGKILL')
    this.#process = undefined
  }

  #ask(request: PictureRequest): Promise<PicturePage> {
    const reader = (this.#process ??= startReader(this.#worker))
    const { promise, resolve, reject } = Promise.withResolvers<PicturePage>()
    const onMessage = (message: PictureMessage) =>
      message.kind === 'page' ? resolve(message.page) : reject(failureOf(message))
    const onExit = (code: number | null) => reject(endedEarly(code, request.fileName))
    const onAbort = () => reject(new Problem('job.cancelled'))
    const seconds = this.#seconds
    const timer = setTimeout(
      () => reject(new Problem('file.timed-out', { fileName: request.fileName, seconds })),
      seconds * 1000,
    )
    reader.once('message', onMessage).once('error', reject).once('exit', onExit)
    this.#signal?.addEventListener('abort', onAbort, { once: true })
    reader.send(request, (error) => error && reject(error))
    return promise.finally(() => {
      clearTimeout(timer)
      reader.off('message', onMessage).off('error', reject).off('exit', onExit)
      this.#signal?.removeEventListener('abort', onAbort)
      if (reader.exitCode !== null || reader.signalCode !== null) this.#process = undefined
    })
  }
}

async function refuseLargeFile({ path, fileName }: PictureRequest): Promise<void> {
  const file = await stat(path).catch(() => undefined)
  if (!file?.isFile()) throw new Problem('file.not-found', { fileName })
  if (file.size > pictureLimits.fileMegabytes * 1024 * 1024)
    throw new Problem('file.too-large', { fileName, limit: pictureLimits.fileMegabytes, unit: 'MB' })
}

function startReader(worker: URL): ChildProcess {
  const { NODE_OPTIONS: _ours, ...environment } = process.env
  return fork(worker, [], {
    // in Electron the same program would otherwise open another window
    env: { ...environment, ELECTRON_RUN_AS_NODE: '1', VIPS_BLOCK_UNTRUSTED: '1' },
    execArgv: ['--max-old-space-size=512'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** A decoder that fell over its bytes is killed or aborts; an orderly end without an answer is a defect of ours. */
function endedEarly(code: number | null, fileName: string): Error {
  const isCrash = code === null || code >= 128 || code < 0
  return isCrash
    ? new Problem('picture.damaged', { fileName })
    : new Error(`picture reader ended with ${code}`)
}

function failureOf(message: Exclude<PictureMessage, { kind: 'page' }>): Error {
  if (message.kind === 'defect') return new Error(message.stack)
  return new (Problem as new (code: ProblemCode, facts: object) => Problem)(message.code, message.facts)
}
