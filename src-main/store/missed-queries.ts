import { setImmediate } from 'node:timers/promises'
import type { RegisteredPerson } from '../domain/checks/missed-beneficiaries.ts'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

const atOnce = 10_000

/** Everybody registered in a household of some villages, in slices so that others get their turn. */
export async function listRegisteredPeople(
  reader: Reader,
  scope: Scope,
  villageCode: string | undefined,
): Promise<RegisteredPerson[]> {
  const people: RegisteredPerson[] = []
  for (;;) {
    const slice = await slicesOf(reader, scope, villageCode)
      .where('p.id', '>', people.at(-1)?.personId ?? '')
      .execute()
    people.push(...slice)
    if (slice.length < atOnce) return people
    await setImmediate()
  }
}

function slicesOf(reader: Reader, scope: Scope, villageCode: string | undefined) {
  let query = reader
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .select(['p.id as personId', 'p.idNumber', 'p.name', 'p.birthDate'])
    .select(['h.id as householdId', 'h.villageCode', 'h.groupName'])
    .where('p.status', '=', 'registered')
    .where('h.status', '=', 'registered')
    .where((e) => inVillages(e.ref('h.villageCode'), scope))
  if (villageCode !== undefined) query = query.where('h.villageCode', '=', villageCode)
  return query.orderBy('p.id').limit(atOnce)
}

/** Who has applied for some programmes this year, whatever was decided, or stands on that year's rolls. */
export async function readApplied(
  reader: Reader,
  programmes: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const applied = await reader
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .select(['a.programmeCode', 'p.idNumber'])
    .where('a.programmeCode', 'in', [...programmes])
    .where('a.year', '=', year)
    .where('a.status', '<>', 'withdrawn')
    .execute()
  const paid = await reader
    .selectFrom('rosterLine as r')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .select(['r.programmeCode', 'p.idNumber'])
    .where('r.programmeCode', 'in', [...programmes])
    .where('r.year', '=', year)
    .where('b.undoneAt', 'is', null)
    .execute()
  const byProgramme = Map.groupBy([...applied, ...paid], ({ programmeCode }) => programmeCode)
  return new Map(
    [...byProgramme].map(([code, rows]) => [code, new Set(rows.map(({ idNumber }) => idNumber))]),
  )
}
