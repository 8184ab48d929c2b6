import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Reader } from './reader.ts'

const mostShown = 1_000

/** Every change of a household's values, its people's, accounts', parcels' and applications', newest first. */
export function listHouseholdChanges(reader: Reader, scope: Scope, householdId: string) {
  return changes(reader)
    .where(
      sql<boolean>`c.entity_id IN (SELECT ${householdId}
        UNION ALL SELECT id FROM person WHERE household_id = ${householdId}
        UNION ALL SELECT a.id FROM account a JOIN person p ON p.id = a.person_id WHERE p.household_id = ${householdId}
        UNION ALL SELECT id FROM parcel WHERE household_id = ${householdId}
        UNION ALL SELECT id FROM application WHERE household_id = ${householdId} AND ${inProgrammes(scope)})`,
    )
    .orderBy('c.id', 'desc')
    .limit(mostShown)
    .execute()
}

export function listEventChanges(reader: Reader, scope: Scope, eventId: string) {
  return changes(reader)
    .where('c.eventId', '=', eventId)
    .where(
      sql<boolean>`(c.entity <> 'application' OR
        c.entity_id IN (SELECT id FROM application WHERE id = c.entity_id AND ${inProgrammes(scope)}))`,
    )
    .orderBy('c.id')
    .execute()
}

/** What ids stand for in the history: a person's name, a household's number, an account's last digits. */
export async function readNames(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly name: string; readonly accountNo: string | null }>> {
  const wanted = JSON.stringify([...new Set(ids)])
  const rows = await sql<{ id: string; name: string; accountNo: string | null }>`
    SELECT p.id AS id, p.name AS name, NULL AS account_no FROM json_each(${wanted}) w JOIN person p ON p.id = w.value
    UNION ALL SELECT h.id, h.household_no || ' 户', NULL FROM json_each(${wanted}) w JOIN household h ON h.id = w.value
    UNION ALL SELECT a.id, a.holder_name, a.account_no FROM json_each(${wanted}) w JOIN account a ON a.id = w.value
    UNION ALL SELECT k.id, '地块' || k.name, NULL FROM json_each(${wanted}) w JOIN parcel k ON k.id = w.value
    UNION ALL SELECT a.id, p.name || '的申报', NULL FROM json_each(${wanted}) w
      JOIN application a ON a.id = w.value JOIN person p ON p.id = a.beneficiary_id`.execute(reader)
  return new Map(rows.rows.map(({ id, ...row }) => [id, row]))
}

function changes(reader: Reader) {
  return reader
    .selectFrom('valueChange as c')
    .innerJoin('user as u', 'u.id', 'c.changedBy')
    .leftJoin('listBatch as b', 'b.id', 'c.batchId')
    .leftJoin('householdEvent as v', 'v.id', 'c.eventId')
    .selectAll('c')
    .select(['u.displayName', 'b.fileName', 'b.sheet', 'v.serial', 'v.kind as eventKind'])
}

function inProgrammes({ programmes }: Scope) {
  if (programmes === 'all') return sql<boolean>`1`
  return sql<boolean>`programme_code IN (SELECT value FROM json_each(${JSON.stringify(programmes)}))`
}
