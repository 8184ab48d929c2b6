import type { CommandContext, Parts, QueryContext } from '../usecases/context.ts'
import type { Host } from './host.ts'
import type { Holder, Session } from './session.ts'

/** What a `query` handler gets: the use case's context and the parts a stage or a file needs. */
export interface QueryCall extends QueryContext {
  readonly parts: Parts
}

/** What a `command` handler gets: the same inside one transaction. */
export interface CommandCall extends CommandContext {
  readonly parts: Parts
}

/** What an `exchange` handler gets: short transactions of its own. */
export interface ExchangeCall extends QueryCall {
  newId(): string
  inTransaction<T>(work: (ctx: CommandCall) => Promise<T>): Promise<T>
}

/** What is there before anybody has signed in. */
export interface DoorCall {
  readonly host: Host
  readonly holder: Holder
}

/** What the host's own handlers get besides. */
export interface HostSide {
  readonly host: Host
  readonly session: Session
}
