import { type Day, dayInShanghai } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { rolesInEffect } from '../domain/role-exception.ts'
import { getUser, listExceptionsOf } from '../store/users-queries.ts'
import type { Clock } from '../ports/clock.ts'
import type { Reader } from '../store/store.ts'
import type { Actor } from '../usecases/context.ts'

/** Asked anew for every call: grants taken away, an exception that has run out, or a person who has left, count at once. */
export async function readActor(reader: Reader, userId: string, today: Day): Promise<Actor> {
  const { active, displayName, grants } = await getUser(reader, userId)
  if (!active) throw new Problem('session.missing')
  const held = [...new Set(grants.map((grant) => grant.role))]
  const exceptions = held.length > 1 ? await listExceptionsOf(reader, userId) : []
  const roles = rolesInEffect(held, exceptions, today)
  return { userId, displayName, roles, grants: grants.filter((grant) => roles.includes(grant.role)) }
}

/** 今天 in Asia/Shanghai by the clock that was handed in. */
export function todayOf({ clock }: { readonly clock: Clock }): Day {
  return dayInShanghai(clock.now().getTime())
}
