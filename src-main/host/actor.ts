import { Problem } from '../domain/problem.ts'
import { getUser } from '../store/users-queries.ts'
import type { Reader } from '../store/store.ts'
import type { Actor } from '../usecases/context.ts'

/** Asked anew for every call: grants that were taken away, or a person who has left, count at once. */
export async function readActor(reader: Reader, userId: string): Promise<Actor> {
  const { active, displayName, grants } = await getUser(reader, userId)
  if (!active) throw new Problem('session.missing')
  return { userId, displayName, roles: [...new Set(grants.map((grant) => grant.role))], grants }
}
