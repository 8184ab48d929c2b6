import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What a call may do: `query` reads, `command` is one transaction, `exchange` talks to the outside in between. */
export type CallKind = 'query' | 'command' | 'exchange'
export interface CallMeta<K extends CallKind = CallKind> {
  readonly kind: K
}

/** A refused call: the catalogue's code and its facts. `internal.unexpected` carries the log's number. */
export const problemData = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })

/** The kind is part of the type, so that a handler's context follows from it. */
function calls<K extends CallKind>(kind: K) {
  return oc.$meta<CallMeta<K>>({ kind }).errors({ PROBLEM: { status: 409, data: problemData } })
}

export const query = calls('query')
export const command = calls('command')
export const exchange = calls('exchange')
