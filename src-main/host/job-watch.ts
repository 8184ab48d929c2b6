import type { JobEvent } from '../contract/job.ts'

const shortestGapMilliseconds = 100
const lockedGapMilliseconds = 500

/** Whether who listens may still be told: not while the screen is locked, and never once another person sits there. */
export type Standing = 'open' | 'locked' | 'gone'

type Step = IteratorResult<JobEvent, undefined>

/**
 * One listener of a job. Holds only the newest state, so that a slow page gets fewer events and never old ones:
 * at most ten a second, and the last one at once. Who listens is looked at again before every event.
 */
export class JobWatch implements AsyncIteratorObject<JobEvent, undefined, void> {
  readonly #leave: () => void
  readonly #standing: () => Standing
  #newest: JobEvent | undefined
  #over = false
  #shownAt = 0
  #waiting: ((step: Step) => void) | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(first: JobEvent, leave: () => void, standing: () => Standing) {
    this.#leave = leave
    this.#standing = standing
    this.#newest = first
    this.#over = first.state !== 'running'
  }

  show(event: JobEvent): void {
    this.#newest = event
    this.#over = event.state !== 'running'
    if (this.#waiting !== undefined) this.#handOutSoon()
  }

  next(): Promise<Step> {
    return new Promise((resolve) => {
      this.#waiting = resolve
      if (this.#newest !== undefined || this.#over) this.#handOutSoon()
    })
  }

  return(): Promise<Step> {
    this.#over = true
    this.#newest = undefined
    this.#handOut()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return()
  }

  #handOutSoon(): void {
    const standing = this.#standing()
    if (standing === 'gone') return void this.return()
    if (standing === 'locked') return this.#lookAgainIn(lockedGapMilliseconds)
    const gap = this.#over ? 0 : this.#shownAt + shortestGapMilliseconds - performance.now()
    if (gap <= 0) this.#handOut()
    else this.#lookAgainIn(gap)
  }

  #lookAgainIn(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#handOutSoon()
    }, milliseconds)
  }

  #handOut(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const [waiting, value] = [this.#waiting, this.#newest]
    if (this.#over && value === undefined) this.#leave()
    if (waiting === undefined) return
    this.#waiting = undefined
    this.#newest = undefined
    this.#shownAt = performance.now()
    waiting(value === undefined ? { done: true, value: undefined } : { done: false, value })
  }
}
