import { v7 as newUuid } from 'uuid'
import { dayInShanghai } from '../domain/day.ts'
import type { Scope } from '../domain/role.ts'
import type { Store, Writer } from '../store/store.ts'
import type { Actor } from '../usecases/context.ts'
import type { CommandCall, ExchangeCall, QueryCall } from './call-contexts.ts'
import type { Host } from './host.ts'

/** Who calls, over which store, within which scope. */
export interface Admitted {
  readonly host: Host
  readonly store: Store
  readonly actor: Actor
  readonly scope: Scope
}

export function queryCall({ host, store, actor, scope }: Admitted): QueryCall {
  return {
    reader: store.reader,
    vault: store.vault,
    files: host.files,
    parts: host.parts,
    actor,
    scope,
    now: () => host.clock.now(),
    today: () => dayInShanghai(host.clock.now().getTime()),
  }
}

/** Inside its transaction a command reads what it has just written: its reader is the writer. */
export function commandCall(admitted: Admitted, writer: Writer): CommandCall {
  return { ...queryCall(admitted), reader: writer, writer, newId: () => newUuid() }
}

export function exchangeCall(admitted: Admitted): ExchangeCall {
  return {
    ...queryCall(admitted),
    newId: () => newUuid(),
    inTransaction: (work) => admitted.store.inTransaction((writer) => work(commandCall(admitted, writer))),
  }
}
