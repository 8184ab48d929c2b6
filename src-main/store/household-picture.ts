import { sql } from 'kysely'
import type { HouseholdState, PersonState, Picture } from '../domain/household/picture.ts'
import type { Reader } from './reader.ts'

/** The named households with everybody who is or was last in them, and the named people with the households they are in. */
export async function readPicture(
  reader: Reader,
  of: { readonly householdIds: readonly string[]; readonly personIds?: readonly string[] },
): Promise<Picture> {
  const households = JSON.stringify(of.householdIds)
  const people = JSON.stringify(of.personIds ?? [])
  const ids = sql<string>`SELECT value FROM json_each(${households})
    UNION SELECT household_id FROM person WHERE id IN (SELECT value FROM json_each(${people})) AND household_id IS NOT NULL`
  const householdRows = await reader
    .selectFrom('household')
    .select(['id', 'householderId', 'status', 'endedOn'])
    .where(sql<boolean>`id IN (${ids})`)
    .execute()
  const personRows = await reader
    .selectFrom('person')
    .select(['id', 'householdId', 'relation', 'status', 'diedOn', 'deathSource', 'movedOn', 'movedWhere'])
    .where(sql<boolean>`household_id IN (${ids}) OR id IN (SELECT value FROM json_each(${people}))`)
    .execute()
  return {
    households: new Map(householdRows.map((row): [string, HouseholdState] => [row.id, row])),
    people: new Map(personRows.map((row): [string, PersonState] => [row.id, row])),
  }
}
