import { setImmediate } from 'node:timers/promises'
import { lastCheckpoint, saveCheckpoint, verifyAudit } from '../store/audit-verification.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../ports/clock.ts'
import { toProblem } from './to-problem.ts'
import type { Log } from './log.ts'

/** After every opening, verifies in the background what was appended to the audit chain since the last checkpoint. */
export class ChainCheck {
  readonly #clock: Clock
  readonly #log: Log
  readonly #stop = new AbortController()
  #running: Promise<void> = Promise.resolve()
  #brokenAt: number | null = null

  constructor(clock: Clock, log: Log) {
    this.#clock = clock
    this.#log = log
  }

  /** The first entry that does not follow from the one before it, once found. */
  get brokenAt(): number | null {
    return this.#brokenAt
  }

  start(store: Store): void {
    this.#running = this.#run(store).catch((thrown: unknown) => {
      if (!this.#stop.signal.aborted) toProblem(thrown, this.#log, 'audit chain check')
    })
  }

  async close(): Promise<void> {
    this.#stop.abort()
    await this.#running
  }

  async #run(store: Store): Promise<void> {
    const from = await lastCheckpoint(store.reader)
    const { ok, brokenAt, head } = await verifyAudit(store.reader, { from, breathe: () => this.#breathe() })
    this.#brokenAt = brokenAt
    if (!ok) return this.#log.error({ brokenAt }, 'audit.chain-broken')
    if (head.seq === from.seq) return
    const verifiedAt = this.#clock.now().toISOString()
    await store.inTransaction((writer) => saveCheckpoint(writer, head, verifiedAt))
  }

  async #breathe(): Promise<void> {
    await setImmediate()
    this.#stop.signal.throwIfAborted()
  }
}
