import { composeCore, type Core, type CoreOptions } from './host/compose-core.ts'
import { handlers } from './host/handlers.ts'
import { runners } from './host/job-runners.ts'

export type { Connection, Core, CoreOptions } from './host/compose-core.ts'

/** The product's core: every procedure answered, every kind of job run. */
export function createCore(options: CoreOptions): Core {
  return composeCore(options, { handlers, runners })
}
