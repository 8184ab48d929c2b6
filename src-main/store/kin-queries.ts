import type { Insertable } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Reader, Writer } from './reader.ts'
import type { StaffKinTable } from './schema/kin-tables.ts'

/** Declarations in one's villages, the newest first; those taken back stay in the list. */
export function listKin(reader: Reader, scope: Scope, householdId: string | null) {
  let query = reader
    .selectFrom('staffKin as k')
    .innerJoin('household as h', 'h.id', 'k.householdId')
    .innerJoin('division as d', 'd.code', 'h.villageCode')
    .leftJoin('person as o', 'o.id', 'h.householderId')
    .selectAll('k')
    .select(['o.name as householderName', 'd.name as villageName', 'h.groupName'])
  if (scope.villages !== 'all') query = query.where('h.villageCode', 'in', [...scope.villages])
  if (householdId !== null) query = query.where('k.householdId', '=', householdId)
  return query.orderBy('k.declaredAt', 'desc').execute()
}

export function findKin(reader: Reader, kinId: string) {
  return reader
    .selectFrom('staffKin as k')
    .innerJoin('household as h', 'h.id', 'k.householdId')
    .selectAll('k')
    .select('h.villageCode')
    .where('k.id', '=', kinId)
    .executeTakeFirst()
}

/** Households somebody has declared, as far as the declaration stands. */
export async function listKinHouseholds(reader: Reader, userId: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('staffKin')
    .select('householdId')
    .where('userId', '=', userId)
    .where('withdrawnAt', 'is', null)
    .execute()
  return new Set(rows.map(({ householdId }) => householdId))
}

export async function insertKin(writer: Writer, kin: Insertable<StaffKinTable>): Promise<void> {
  await writer.insertInto('staffKin').values(kin).execute()
}

export async function saveKinWithdrawn(
  writer: Writer,
  kinId: string,
  withdrawn: { withdrawnBy: string; withdrawnAt: string; withdrawnReason: string },
): Promise<void> {
  await writer.updateTable('staffKin').set(withdrawn).where('id', '=', kinId).execute()
}
