import { ORPCError, type Middleware } from '@orpc/server'
import { Problem } from '../domain/problem.ts'
import type { CallKind, CallMeta } from '../contract/kinds.ts'
import { recordAudit } from '../store/audit.ts'
import { readActor } from './actor.ts'
import type { Host } from './host.ts'
import { commandCall, exchangeCall, queryCall, type Admitted } from './make-contexts.ts'
import { permissionFor } from './permissions.ts'
import { admit, scopeOf } from './scope.ts'
import type { Holder, Session } from './session.ts'
import { toProblem } from './to-problem.ts'

/** What a carrier hands in with every call. */
export interface Caller {
  readonly host: Host
  readonly holder: Holder
}

interface Seated {
  readonly session: Session | undefined
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

/** A locked session may only be unlocked, closed or taken over; without one only what is for anyone is open. */
export const requireSession: Before<Caller, Seated> = ({ context, path, next }) => {
  const session = context.host.sessions.find(context.holder)
  const { who } = permissionFor(path)
  if (session === undefined && who !== 'anyone') throw new Problem('session.missing')
  if (session?.locked === true && !isOpenWhileLocked(path)) throw new Problem('session.locked')
  return next({ context: { session } })
}

/** Gives the handler what its kind of call may use. Around a `command` lies one transaction, and its answer is checked before the commit. */
export const giveContext: Before<Caller & Seated, { call: unknown }> = async (
  { context, path, procedure, next },
  input,
) => {
  const { host, holder, session } = context
  if (isAtTheDoor(path) || session === undefined) return next({ context: { call: { host, holder } } })
  const admitted = await admitTo(host, session, path, input)
  const hostSide = { host, session }
  switch (kindOf(procedure['~orpc'].meta)) {
    case 'query':
      return next({ context: { call: { ...hostSide, ...queryCall(admitted) } } })
    case 'exchange':
      return next({ context: { call: { ...hostSide, ...exchangeCall(admitted) } } })
    case 'command':
      return admitted.store.inTransaction(async (writer) =>
        next({ context: { call: { ...hostSide, ...commandCall(admitted, writer) } } }),
      )
  }
}

async function admitTo(
  host: Host,
  session: Session,
  path: readonly string[],
  input: unknown,
): Promise<Admitted> {
  const { store } = host.door
  const actor = await readActor(store.reader, session.userId)
  const grants = admit(actor, permissionFor(path))
  return { host, store, actor, scope: scopeOf(grants, input) }
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
  const call = path.join('.')
  return path[0] === 'workstation' || (path[0] === 'session' && call !== 'session.changePassword')
}

function kindOf(meta: CallMeta): CallKind {
  return meta.kind
}
