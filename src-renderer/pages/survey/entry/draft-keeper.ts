import type { Typed } from './entry-model.ts'

/** Short enough that a pause of 300 ms always ends with what was typed on the disk. */
const pauseMilliseconds = 120
const longestMilliseconds = 1_000
const againMilliseconds = 1_500

export type DraftState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'failed' }

/** Keeps what is typed: after every pause, at the latest after a second, and again until it is on the disk. */
export class DraftKeeper {
  readonly #keep: (typed: string) => Promise<{ savedAt: string }>
  readonly #onState: (state: DraftState) => void
  #waiting: Typed | undefined
  #since = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(keep: (typed: string) => Promise<{ savedAt: string }>, onState: (state: DraftState) => void) {
    this.#keep = keep
    this.#onState = onState
  }

  take(typed: Typed): void {
    if (this.#isStopped) return
    const now = performance.now()
    if (this.#waiting === undefined) this.#since = now
    this.#waiting = typed
    this.#onState({ kind: 'typing' })
    this.#schedule(Math.min(pauseMilliseconds, Math.max(0, this.#since + longestMilliseconds - now)))
  }

  /** At once: the page is left or hidden. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#running = this.#running.then(() => this.#write())
  }

  /** Nothing is kept after this; what is under way has ended when it answers. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#waiting = undefined
    clearTimeout(this.#timer)
    await this.#running
  }

  resume(): void {
    this.#isStopped = false
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.flush(), milliseconds)
  }

  async #write(): Promise<void> {
    const typed = this.#waiting
    if (typed === undefined) return
    this.#waiting = undefined
    try {
      const { savedAt } = await this.#keep(JSON.stringify(typed))
      if (this.#waiting === undefined && !this.#isStopped) this.#onState({ kind: 'kept', at: savedAt })
    } catch {
      if (this.#isStopped) return
      this.#waiting ??= typed
      this.#onState({ kind: 'failed' })
      this.#schedule(againMilliseconds)
    }
  }
}
