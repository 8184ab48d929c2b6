import { Problem } from '../domain/problem.ts'
import type { Clock } from '../ports/clock.ts'

const freeAttempts = 5
const firstWaitSeconds = 30
const longestWaitSeconds = 15 * 60

interface Failures {
  readonly count: number
  readonly lastAt: Date
}

export interface FailedSignIn {
  readonly signInName: string
  readonly at: Date
}

const mostRemembered = 1_000

/** Slows down guessing: from the fifth wrong password in a row every further one costs a longer wait. */
export class SignInAttempts {
  readonly #failures = new Map<string, Failures>()
  #untold: FailedSignIn[] = []
  readonly #clock: Clock

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts as failed until `succeed` says otherwise, so that guesses side by side gain nothing. */
  begin(signInName: string): void {
    const failures = this.#failures.get(signInName)
    const waitSeconds = failures === undefined ? 0 : this.#secondsToWait(failures)
    if (waitSeconds > 0) throw new Problem('sign-in.too-many-attempts', { waitSeconds })
    const at = this.#clock.now()
    this.#failures.set(signInName, { count: (failures?.count ?? 0) + 1, lastAt: at })
  }

  succeed(signInName: string): void {
    this.#failures.delete(signInName)
  }

  fail(signInName: string): void {
    this.#untold = [...this.#untold, { signInName, at: this.#clock.now() }].slice(-mostRemembered)
  }

  /** Failures nobody has written down yet; before the database is open there is nowhere to. */
  takeFailures(): readonly FailedSignIn[] {
    const untold = this.#untold
    this.#untold = []
    return untold
  }

  #secondsToWait({ count, lastAt }: Failures): number {
    if (count < freeAttempts) return 0
    const wait = Math.min(firstWaitSeconds * 2 ** (count - freeAttempts), longestWaitSeconds)
    return Math.ceil(wait - (this.#clock.now().getTime() - lastAt.getTime()) / 1000)
  }
}
