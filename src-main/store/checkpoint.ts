import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { RawDatabase } from './connection.ts'

const quietMilliseconds = 1_000
/** Rows whose pages are copied back in a few milliseconds. */
const fewRows = 300

/** What a thread needs to copy the log back on a connection of its own. */
export interface CheckpointWork {
  readonly file: string
  readonly key: Uint8Array
}

/**
 * Copies the log back into the database some time after a commit, so that nobody waits for it at the commit; after
 * many rows in a thread of its own, so that nobody waits for it later either.
 */
export class Checkpoint {
  readonly #raw: RawDatabase
  readonly #inThread: (() => Promise<void>) | undefined
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #changedRows: number

  constructor(raw: RawDatabase, key: Uint8Array, worker: URL | undefined) {
    this.#raw = raw
    this.#inThread = worker && (() => runIn(worker, { file: raw.name, key }))
    this.#changedRows = rowsChangedOn(raw)
    raw.pragma('wal_autocheckpoint = 0')
  }

  later(): void {
    this.#timer ??= setTimeout(() => this.#start(), quietMilliseconds).unref()
  }

  /** Nothing is begun any more, and what was begun has ended. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#running
  }

  #start(): void {
    this.#timer = undefined
    if (this.#raw.inTransaction || this.#running !== undefined) return this.later()
    const rows = rowsChangedOn(this.#raw) - this.#changedRows
    this.#changedRows += rows
    this.#running = this.#run(rows).finally(() => (this.#running = undefined))
  }

  async #run(rows: number): Promise<void> {
    try {
      if (this.#inThread !== undefined && rows > fewRows) return await this.#inThread()
    } catch {
      // No thread to be had: then in this one.
    }
    try {
      this.#raw.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // What is committed lies safe in the log; the next commit asks again, and closing says what is wrong.
    }
  }
}

async function runIn(worker: URL, work: CheckpointWork): Promise<void> {
  await once(new Worker(worker, { workerData: work }), 'exit')
}

function rowsChangedOn(raw: RawDatabase): number {
  return raw.prepare('SELECT total_changes()').pluck().get() as number
}
