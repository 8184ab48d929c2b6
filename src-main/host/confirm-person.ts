import type { Role, Scope } from '../domain/role.ts'
import type { Clock } from '../ports/clock.ts'
import type { Actor } from '../usecases/context.ts'
import { readActor, todayOf } from './actor.ts'
import { enter, type Door } from './enter.ts'
import { scopeOf } from './scope.ts'

/** Who may be the second person: whoever checks the work of others. */
const seconds: readonly Role[] = ['reviewer', 'approver']

/** 第二人 — proves who they are at somebody else's window, with the same waits after wrong guesses as at sign-in. */
export async function confirmPerson(
  door: Door & { readonly clock: Clock },
  signInName: string,
  password: string,
): Promise<{ actor: Actor; scope: Scope | undefined }> {
  const { userId } = await enter(door, signInName, password)
  const actor = await readActor(door.door.store.reader, userId, todayOf(door))
  const grants = actor.grants.filter((grant) => seconds.includes(grant.role))
  return { actor, scope: grants.length === 0 ? undefined : scopeOf(grants, {}) }
}
