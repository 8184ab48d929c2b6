import type { Clock } from '../ports/clock.ts'
import type { Parts } from '../usecases/context.ts'

/** What the host's own handlers work with; use cases never see it. */
export interface Host {
  readonly folder: string
  readonly clock: Clock
  readonly parts: Parts
}
