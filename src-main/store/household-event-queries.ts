import type { Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { HouseholdEventApplicationTable, HouseholdEventTable } from './schema/household-event-tables.ts'

/** The next running number of a year, as it stands on the printed sheet: 2026-0012. */
export async function nextEventSerial(reader: Reader, year: string): Promise<string> {
  const last = await reader
    .selectFrom('householdEvent')
    .select((e) => e.fn.max('serial').as('serial'))
    .where('serial', 'like', `${year}-%`)
    .executeTakeFirst()
  const next = Number(last?.serial?.slice(5) ?? 0) + 1
  return `${year}-${String(next).padStart(4, '0')}`
}

export async function insertHouseholdEvent(
  writer: Writer,
  event: Insertable<HouseholdEventTable>,
  parts: Readonly<Record<string, string>>,
): Promise<void> {
  await writer.insertInto('householdEvent').values(event).execute()
  const people = Object.entries(parts).map(([personId, part]) => ({ eventId: event.id, personId, part }))
  if (people.length > 0) await writer.insertInto('householdEventPerson').values(people).execute()
}

export async function insertEventApplication(
  writer: Writer,
  application: Insertable<HouseholdEventApplicationTable>,
): Promise<void> {
  await writer.insertInto('householdEventApplication').values(application).execute()
}

/** Events a household had part in, newest first. */
export function listHouseholdEvents(reader: Reader, householdId: string) {
  return events(reader)
    .where((e) => e.or([e('v.householdId', '=', householdId), e('v.otherHouseholdId', '=', householdId)]))
    .orderBy('v.recordedAt', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
}

/** One event of a household in the scope. */
export async function getHouseholdEvent(reader: Reader, scope: Scope, eventId: string) {
  const row = await events(reader)
    .where('v.id', '=', eventId)
    .where((e) =>
      e.or([inVillages(e.ref('h.villageCode'), scope), inVillages(e.ref('o.villageCode'), scope)]),
    )
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '家庭事件' })
  return row
}

/** The household an event happened in, and the other one it had to do with. */
export async function listEventHouseholds(reader: Reader, eventId: string): Promise<string[]> {
  const { householdId, otherHouseholdId } = await reader
    .selectFrom('householdEvent')
    .select(['householdId', 'otherHouseholdId'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  return otherHouseholdId === null ? [householdId] : [householdId, otherHouseholdId]
}

export function listEventPeople(reader: Reader, eventIds: readonly string[]) {
  return reader
    .selectFrom('householdEventPerson as e')
    .innerJoin('person as p', 'p.id', 'e.personId')
    .select(['e.eventId', 'e.personId', 'e.part', 'p.name', 'p.idNumber', 'p.sex', 'p.birthDate'])
    .where('e.eventId', 'in', [...eventIds])
    .orderBy('p.birthDate')
    .execute()
}

/** What events did to applications of the programmes in the scope. */
export function listEventApplications(
  reader: Reader,
  scope: Scope,
  by: { readonly eventIds: readonly string[] } | { readonly applicationId: string },
) {
  let query = reader
    .selectFrom('householdEventApplication as e')
    .innerJoin('application as a', 'a.id', 'e.applicationId')
    .innerJoin('programme as g', 'g.code', 'a.programmeCode')
    .innerJoin('householdEvent as v', 'v.id', 'e.eventId')
  if ('applicationId' in by) query = query.where('e.applicationId', '=', by.applicationId)
  else query = query.where('e.eventId', 'in', [...by.eventIds])
  if (scope.programmes !== 'all') query = query.where('a.programmeCode', 'in', [...scope.programmes])
  return query
    .selectAll('e')
    .select(['a.programmeCode', 'a.year', 'g.name as programmeName', 'v.serial', 'v.kind', 'v.happenedOn'])
    .orderBy('v.recordedAt')
    .orderBy('e.applicationId')
    .execute()
}

function events(reader: Reader) {
  return reader
    .selectFrom('householdEvent as v')
    .innerJoin('user as u', 'u.id', 'v.recordedBy')
    .innerJoin('household as h', 'h.id', 'v.householdId')
    .leftJoin('household as o', 'o.id', 'v.otherHouseholdId')
    .selectAll('v')
    .select([
      'u.displayName as recordedByName',
      'h.householdNo',
      'h.villageCode',
      'h.groupName',
      'o.householdNo as otherHouseholdNo',
      'o.villageCode as otherVillageCode',
      'o.groupName as otherGroupName',
    ])
}
