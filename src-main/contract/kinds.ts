import { oc } from '@orpc/contract'
import { z } from 'zod'

/** What a call may do: `query` reads, `command` is one transaction, `exchange` talks to the outside in between. */
export type CallKind = 'query' | 'command' | 'exchange'
export interface CallMeta {
  readonly kind: CallKind
}

/** A refused call: the catalogue's code and its facts. `internal.unexpected` carries the log's number. */
export const problemData = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })

const base = oc.$meta<CallMeta>({ kind: 'query' }).errors({ PROBLEM: { status: 409, data: problemData } })

export const query = base
export const command = base.meta({ kind: 'command' })
export const exchange = base.meta({ kind: 'exchange' })
