import { Problem } from '../domain/problem.ts'
import type { Grant, Role } from '../domain/role.ts'
import type { Reader, Writer } from './reader.ts'

export interface StoredUser {
  readonly userId: string
  readonly signInName: string
  readonly displayName: string
  readonly active: boolean
  readonly termFrom: string
  readonly termTo: string | null
  readonly version: number
  readonly grants: readonly Grant[]
  readonly hasSigningKey: boolean
}

export async function listUsers(reader: Reader): Promise<StoredUser[]> {
  const [users, grants, signers] = await Promise.all([
    reader.selectFrom('user').selectAll().orderBy('createdAt').orderBy('id').execute(),
    listGrants(reader),
    listSigners(reader),
  ])
  return users.map(({ id, createdAt: _, ...user }) => ({
    ...user,
    userId: id,
    active: user.active === 1,
    grants: grants.get(id) ?? [],
    hasSigningKey: signers.has(id),
  }))
}

export async function getUser(reader: Reader, userId: string): Promise<StoredUser> {
  const user = (await listUsers(reader)).find((one) => one.userId === userId)
  if (user === undefined) throw new Problem('record.not-found', { what: '用户' })
  return user
}

/** Everybody who ever worked here, so that old traces keep their names. */
export async function listUserNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('user').select(['id', 'displayName']).execute()
  return new Map(rows.map((row) => [row.id, row.displayName]))
}

/** Replaces all of a person's grants, where nobody else has changed the person since they were read. */
export async function saveGrants(
  writer: Writer,
  read: { readonly userId: string; readonly version: number },
  grants: readonly Grant[],
): Promise<void> {
  const result = await writer
    .updateTable('user')
    .set({ version: read.version + 1 })
    .where('id', '=', read.userId)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '用户' })
  await writer.deleteFrom('userGrant').where('userId', '=', read.userId).execute()
  const rows = grants.map((grant) => ({ ...grant, userId: read.userId }))
  if (rows.length > 0) await writer.insertInto('userGrant').values(rows).execute()
}

/** 一人多岗备案 — one person with several duties, registered with a reason until a day. */
export interface StoredException {
  readonly exceptionId: string
  readonly userId: string
  readonly displayName: string
  readonly roles: Role[]
  readonly validTo: string
  readonly reason: string
  readonly basis: string
  readonly registeredBy: string
  readonly registeredAt: string
}

export async function insertException(
  writer: Writer,
  exception: Omit<StoredException, 'displayName'>,
): Promise<void> {
  const { exceptionId, roles, ...rest } = exception
  await writer
    .insertInto('roleException')
    .values({ ...rest, id: exceptionId, roles: JSON.stringify(roles) })
    .execute()
}

/** Newest first; `registeredBy` is a user id. */
export async function listExceptions(reader: Reader): Promise<StoredException[]> {
  const rows = await reader
    .selectFrom('roleException as e')
    .innerJoin('user as u', 'u.id', 'e.userId')
    .selectAll('e')
    .select('u.displayName')
    .orderBy('e.registeredAt', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  return rows.map(({ id, roles, ...rest }) => ({
    ...rest,
    exceptionId: id,
    roles: JSON.parse(roles) as Role[],
  }))
}

/** One person's exceptions, run out or not. */
export async function listExceptionsOf(reader: Reader, userId: string): Promise<StoredException[]> {
  return (await listExceptions(reader)).filter((exception) => exception.userId === userId)
}

async function listGrants(reader: Reader): Promise<ReadonlyMap<string, Grant[]>> {
  const rows = await reader.selectFrom('userGrant').selectAll().execute()
  const byUser = Map.groupBy(rows, (row) => row.userId)
  const toGrant = ({ role, programmeCode, villageCode }: (typeof rows)[number]) => ({
    role: role as Role,
    programmeCode,
    villageCode,
  })
  return new Map([...byUser].map(([userId, own]) => [userId, own.map(toGrant)]))
}

async function listSigners(reader: Reader): Promise<ReadonlySet<string | null>> {
  const query = reader.selectFrom('signingKey').select('userId').where('ownerKind', '=', 'person')
  return new Set((await query.where('revokedAt', 'is', null).execute()).map((row) => row.userId))
}
