import type { Readable, Writable } from 'node:stream'

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (reason: Error) => void
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** The DevTools protocol over `--remote-debugging-pipe`: JSON messages ended by a zero byte, no port to protect. */
export class DevtoolsPipe {
  readonly #writable: Writable
  readonly #waiting = new Map<number, Waiting>()
  #pieces: Buffer[] = []
  #lastId = 0
  #closed: Error | undefined

  constructor(writable: Writable, readable: Readable) {
    this.#writable = writable
    readable.on('data', (piece: Buffer) => this.#take(piece))
    readable.on('close', () => this.close(new Error('browser closed')))
    for (const stream of [writable, readable]) stream.on('error', (reason: Error) => this.close(reason))
  }

  get isOpen(): boolean {
    return this.#closed === undefined
  }

  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.#closed) return Promise.reject(this.#closed)
    const id = ++this.#lastId
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#writable.write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    })
  }

  close(reason: Error): void {
    this.#closed ??= reason
    for (const waiting of this.#waiting.values()) waiting.reject(reason)
    this.#waiting.clear()
  }

  #take(piece: Buffer): void {
    let start = 0
    for (let end = piece.indexOf(0); end >= 0; end = piece.indexOf(0, start)) {
      const message = Buffer.concat([...this.#pieces, piece.subarray(start, end)]).toString()
      this.#pieces = []
      start = end + 1
      this.#settle(JSON.parse(message) as Answer)
    }
    if (start < piece.length) this.#pieces.push(piece.subarray(start))
  }

  #settle(answer: Answer): void {
    const waiting = answer.id === undefined ? undefined : this.#waiting.get(answer.id)
    if (!waiting || answer.id === undefined) return
    this.#waiting.delete(answer.id)
    if (answer.error) waiting.reject(new Error(answer.error.message))
    else waiting.resolve(answer.result as never)
  }
}
