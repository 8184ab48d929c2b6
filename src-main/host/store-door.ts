import { Problem } from '../domain/problem.ts'
import type { Clock } from '../ports/clock.ts'
import {
  checkPassword,
  checkRecovery,
  openWithPassword,
  openWithRecovery,
  type OpenedFolder,
} from '../store/opening.ts'
import type { KeyRing } from '../store/key-ring.ts'
import type { StretchOptions } from '../store/new-person.ts'
import type { Store } from '../store/store.ts'

/** Opens the one database of the data folder at the first sign-in and keeps it open until the core closes. */
export class StoreDoor {
  readonly folder: string
  readonly stretch: StretchOptions
  readonly #clock: Clock
  readonly #afterOpening: (store: Store) => Promise<void>
  readonly #checkpointWorker: URL | undefined
  #opened: OpenedFolder | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    folder: string,
    clock: Clock,
    stretch: StretchOptions,
    afterOpening: (store: Store) => Promise<void>,
    checkpointWorker?: URL,
  ) {
    this.folder = folder
    this.stretch = stretch
    this.#clock = clock
    this.#afterOpening = afterOpening
    this.#checkpointWorker = checkpointWorker
  }

  get isOpen(): boolean {
    return this.#opened !== undefined
  }

  get store(): Store {
    return this.#get().store
  }

  get keys(): KeyRing {
    return this.#get().keys
  }

  /** Whose password this is; opens the database when nobody has yet. */
  enter(signInName: string, password: string): Promise<{ userId: string }> {
    return this.#inTurn(async () => {
      if (this.isOpen) return checkPassword(this.folder, signInName, password)
      const { userId, ...opened } = await openWithPassword(this.folder, signInName, password, this.#opening())
      await this.#keep(opened)
      return { userId }
    })
  }

  /** Opens with the recovery sheet; nobody is signed in by it. */
  enterWithRecovery(halves: readonly [string, string]): Promise<void> {
    return this.#inTurn(async () => {
      if (this.isOpen) await checkRecovery(this.folder, halves)
      else await this.#keep(await openWithRecovery(this.folder, halves, this.#opening()))
    })
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      const opened = this.#opened
      this.#opened = undefined
      await opened?.store.close()
    })
  }

  #opening() {
    return { ...this.stretch, now: this.#clock.now(), checkpointWorker: this.#checkpointWorker }
  }

  async #keep(opened: OpenedFolder): Promise<void> {
    await this.#afterOpening(opened.store)
    this.#opened = opened
  }

  #get(): OpenedFolder {
    if (this.#opened === undefined) throw new Problem('session.missing')
    return this.#opened
  }

  /** Two windows that sign in at once must not open the folder twice. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }
}
