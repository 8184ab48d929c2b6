import type { Clock } from '../ports/clock.ts'
import type { Day } from '../domain/day.ts'

/** 演示时钟 — runs on from where it is put. It exists in the demonstration's composition and nowhere else. */
export class MovableClock implements Clock {
  #from: number
  #since = performance.now()

  constructor(from: Date) {
    this.#from = from.getTime()
  }

  now(): Date {
    return new Date(this.#from + (performance.now() - this.#since))
  }

  /** Nine o'clock in the morning of a day, Asia/Shanghai. */
  moveTo(day: Day): void {
    this.#from = Date.parse(`${day}T09:00:00+08:00`)
    this.#since = performance.now()
  }
}
