import { ORPCError, type Middleware } from '@orpc/server'
import type { CallMeta } from '../contract/kinds.ts'
import { Problem } from '../domain/problem.ts'
import type { Grant } from '../domain/role.ts'
import { recordAudit } from '../store/audit.ts'
import { machineKindHere } from '../store/machine-queries.ts'
import type { Store } from '../store/store.ts'
import type { Actor } from '../usecases/context.ts'
import { readActor, todayOf } from './actor.ts'
import { refuseOnFieldMachine } from './field-machine.ts'
import type { Host } from './host.ts'
import { commandCall, exchangeCall, queryCall } from './make-contexts.ts'
import { permissionFor } from './permissions.ts'
import { admit, scopeOf } from './scope.ts'
import type { Holder, Session } from './session.ts'
import { toProblem } from './to-problem.ts'

/** What a carrier hands in with every call. */
export interface Caller {
  readonly host: Host
  readonly holder: Holder
}

/** Who was let in to a call; nobody, where the call is at the door. */
interface Admission {
  readonly admitted:
    | {
        readonly session: Session
        readonly store: Store
        readonly actor: Actor
        readonly grants: readonly Grant[]
      }
    | undefined
}

// The contract's procedures differ in input and output; what stands before all of them cannot know these.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Before<In extends object, Added extends object> = Middleware<In, Added, any, any, any, CallMeta>

/** The only place that turns what was thrown into an answer. */
export const answerProblems: Before<Caller, Record<never, never>> = async ({ context, path, next }) => {
  try {
    return await next()
  } catch (thrown) {
    const problem = toProblem(thrown, context.host.log, path.join('.'))
    if (problem.code === 'permission.denied') await recordDenial(context, path.join('.'))
    throw new ORPCError('PROBLEM', { status: 409, data: { code: problem.code, facts: problem.facts } })
  }
}

/**
 * A locked session may only be unlocked, closed or taken over; without one only what is for anyone is open.
 * Who may not make a call learns nothing from it, not even that its input was wrong.
 */
export const admitCaller: Before<Caller, Admission> = async ({ context, path, next }) => {
  const { host, holder } = context
  const session = host.sessions.find(holder)
  const permission = permissionFor(path)
  if (session === undefined && permission.who !== 'anyone') throw new Problem('session.missing')
  if (session?.locked === true && !isOpenWhileLocked(path)) throw new Problem('session.locked')
  if (session === undefined || isAtTheDoor(path)) return next({ context: { admitted: undefined } })
  const { store } = host.door
  refuseOnFieldMachine(await machineKindHere(store.reader), path)
  const actor = await readActor(store.reader, session.userId, todayOf(host))
  return next({ context: { admitted: { session, store, actor, grants: admit(actor, permission) } } })
}

/** Gives the handler what its kind of call may use. Around a `command` lies one transaction, and its answer is checked before the commit. */
export const giveContext: Before<Caller & Admission, { call: unknown }> = async (
  { context, procedure, next },
  input,
) => {
  const { host, holder, admitted } = context
  if (admitted === undefined) return next({ context: { call: { host, holder } } })
  const { session, grants, store, actor } = admitted
  const scoped = { host, store, actor, scope: scopeOf(grants, input) }
  const hostSide = { host, session }
  const { kind } = procedure['~orpc'].meta
  if (kind === 'query') return next({ context: { call: { ...hostSide, ...queryCall(scoped) } } })
  if (kind === 'exchange') return next({ context: { call: { ...hostSide, ...exchangeCall(scoped) } } })
  return store.inTransaction(async (writer) =>
    next({ context: { call: { ...hostSide, ...commandCall(scoped, writer) } } }),
  )
}

async function recordDenial({ host, holder }: Caller, subject: string): Promise<void> {
  const session = host.sessions.find(holder)
  if (session === undefined) return
  const at = host.clock.now().toISOString()
  const entry = { at, actor: session.userId, action: 'permission.denied', subject, details: {} }
  await host.door.store.inTransaction((writer) => recordAudit(writer, entry))
}

function isAtTheDoor([thing]: readonly string[]): boolean {
  return thing === 'workstation' || thing === 'session' || thing === 'job'
}

function isOpenWhileLocked(path: readonly string[]): boolean {
  return path[0] === 'workstation' || (path[0] === 'session' && path[1] !== 'changePassword')
}
