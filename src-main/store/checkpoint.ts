import type { RawDatabase } from './connection.ts'

const quietMilliseconds = 1_000

/** Copies the log back into the database some time after a commit, so that nobody waits for it at the commit. */
export class Checkpoint {
  readonly #raw: RawDatabase
  #timer: NodeJS.Timeout | undefined

  constructor(raw: RawDatabase) {
    this.#raw = raw
    raw.pragma('wal_autocheckpoint = 0')
  }

  later(): void {
    this.#timer ??= setTimeout(() => this.#run(), quietMilliseconds).unref()
  }

  cancel(): void {
    clearTimeout(this.#timer)
  }

  #run(): void {
    this.#timer = undefined
    if (this.#raw.inTransaction) return this.later()
    try {
      this.#raw.pragma('wal_checkpoint(PASSIVE)')
    } catch {
      // What is committed lies safe in the log; the next commit asks again, and closing says what is wrong.
    }
  }
}
