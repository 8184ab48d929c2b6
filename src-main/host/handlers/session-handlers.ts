import { recordAudit } from '../../store/audit.ts'
import { getUser } from '../../store/users-queries.ts'
import { readActor, todayOf } from '../actor.ts'
import { enter } from '../enter.ts'
import type { DoorCall } from '../call-contexts.ts'
import type { HandlersOf } from '../handler-types.ts'
import type { Host } from '../host.ts'
import type { Session } from '../session.ts'

const ok = { ok: true } as const

export const sessionHandlers: HandlersOf<'session'> = {
  open: async ({ host, holder }, { signInName, password }) => {
    const { userId } = await enter(host, signInName, password)
    const session = host.sessions.open(holder, { userId, signInName })
    await record(host, 'session.open', session)
    return viewOf(host, session)
  },
  current: async ({ host, holder }) => {
    const session = host.sessions.find(holder)
    return session === undefined ? null : viewOf(host, session)
  },
  lock: async (call) => {
    call.host.sessions.lock(call.holder)
    await record(call.host, 'session.lock', seated(call))
    return ok
  },
  unlock: async (call, { password }) => {
    const { signInName } = seated(call)
    await enter(call.host, signInName, password)
    const session = call.host.sessions.unlock(call.holder)
    await record(call.host, 'session.unlock', session)
    return viewOf(call.host, session)
  },
  close: async (call) => {
    const session = seated(call)
    call.host.sessions.close(call.holder)
    await record(call.host, 'session.close', session)
    return ok
  },
  touch: ({ host, holder }) => {
    host.sessions.touch(holder)
    return ok
  },
  changePassword: async (call, { oldPassword, newPassword }) => {
    const { userId } = seated(call)
    const at = call.host.clock.now().toISOString()
    await call.host.door.keys.changePassword(userId, oldPassword, newPassword, { by: userId, at })
    return ok
  },
}

function seated({ host, holder }: DoorCall): Session {
  return host.sessions.get(holder)
}

async function record({ clock, door }: Host, action: string, { userId }: Session): Promise<void> {
  const entry = { at: clock.now().toISOString(), actor: userId, action, subject: userId, details: {} }
  await door.store.inTransaction((writer) => recordAudit(writer, entry))
}

async function viewOf(host: Host, { userId, signInName, signedInAt, locked }: Session) {
  const { door, sessions } = host
  const { displayName, roles, grants } = await readActor(door.store.reader, userId, todayOf(host))
  const { hasSigningKey } = await getUser(door.store.reader, userId)
  return {
    userId,
    signInName,
    displayName,
    roles: [...roles],
    grants: [...grants],
    signedInAt: signedInAt.toISOString(),
    locked,
    idleMinutes: sessions.idleMinutes,
    hasSigningKey,
  }
}
