import { Problem } from '../domain/problem.ts'
import type { Clock } from '../ports/clock.ts'
import type { Holder, Session } from './session.ts'

interface Seat {
  readonly userId: string
  readonly signInName: string
  readonly signedInAt: Date
  readonly lockedByPerson: boolean
  readonly lastInputAt: Date
}

/** Who is signed in where. One holder has one person at a time; the newer sign-in takes the seat. */
export class Sessions {
  readonly #seats = new Map<Holder, Seat>()
  readonly #clock: Clock
  readonly idleMinutes: number

  /** `idleMinutes` 0 never locks: a command line ends with its process. */
  constructor(clock: Clock, idleMinutes: number) {
    this.#clock = clock
    this.idleMinutes = idleMinutes
  }

  open(holder: Holder, person: { readonly userId: string; readonly signInName: string }): Session {
    const now = this.#clock.now()
    this.#seats.set(holder, { ...person, signedInAt: now, lockedByPerson: false, lastInputAt: now })
    return this.get(holder)
  }

  find(holder: Holder): Session | undefined {
    const seat = this.#seats.get(holder)
    if (seat === undefined) return undefined
    return { ...seat, locked: seat.lockedByPerson || this.#isIdle(seat) }
  }

  get(holder: Holder): Session {
    const session = this.find(holder)
    if (session === undefined) throw new Problem('session.missing')
    return session
  }

  lock(holder: Holder): void {
    this.#change(holder, { lockedByPerson: true })
  }

  unlock(holder: Holder): Session {
    this.#change(holder, { lockedByPerson: false, lastInputAt: this.#clock.now() })
    return this.get(holder)
  }

  /** The person is there; says nothing to a session that is already locked. */
  touch(holder: Holder): void {
    if (!this.get(holder).locked) this.#change(holder, { lastInputAt: this.#clock.now() })
  }

  close(holder: Holder): void {
    this.#seats.delete(holder)
  }

  #change(holder: Holder, change: Partial<Seat>): void {
    const seat = this.#seats.get(holder)
    if (seat === undefined) throw new Problem('session.missing')
    this.#seats.set(holder, { ...seat, ...change })
  }

  /** An idle session stays locked until the password is given, however often the page touches it afterwards. */
  #isIdle(seat: Seat): boolean {
    if (this.idleMinutes === 0) return false
    return this.#clock.now().getTime() - seat.lastInputAt.getTime() >= this.idleMinutes * 60_000
  }
}
