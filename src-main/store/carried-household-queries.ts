import { amongTexts } from './among-texts.ts'
import type { Reader } from './reader.ts'

/** Everything of some households that a visit needs, as rows by kind. */
export interface CarriedHouseholds {
  readonly households: Awaited<ReturnType<typeof households>>
  readonly people: Awaited<ReturnType<typeof people>>
  readonly accounts: Awaited<ReturnType<typeof accounts>>
  readonly parcels: Awaited<ReturnType<typeof parcels>>
  readonly landRights: Awaited<ReturnType<typeof landRights>>
}

export async function readHouseholdsToCarry(
  reader: Reader,
  householdIds: readonly string[],
): Promise<CarriedHouseholds> {
  return {
    households: await households(reader, householdIds),
    people: await people(reader, householdIds),
    accounts: await accounts(reader, householdIds),
    parcels: await parcels(reader, householdIds),
    landRights: await landRights(reader, householdIds),
  }
}

function households(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('household as h')
    .innerJoin('division as d', 'd.code', 'h.villageCode')
    .selectAll('h')
    .select('d.name as villageName')
    .where((e) => amongTexts(e.ref('h.id'), ids))
    .execute()
}

function people(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('person')
    .selectAll()
    .where((e) => amongTexts(e.ref('householdId'), ids))
    .orderBy('id')
    .execute()
}

function accounts(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('account as a')
    .innerJoin('person as p', 'p.id', 'a.personId')
    .selectAll('a')
    .select('p.householdId')
    .where((e) => amongTexts(e.ref('p.householdId'), ids))
    .orderBy('a.id')
    .execute()
}

function parcels(reader: Reader, ids: readonly string[]) {
  return reader
    .selectFrom('parcel')
    .selectAll()
    .where((e) => amongTexts(e.ref('householdId'), ids))
    .orderBy('id')
    .execute()
}

/** Lines of the newest ledger of each village, under any member's number. */
function landRights(reader: Reader, ids: readonly string[]) {
  return reader
    .with('newest', (db) =>
      db
        .selectFrom('landRight as n')
        .innerJoin('listBatch as nb', 'nb.id', 'n.batchId')
        .select((e) => ['n.villageCode', e.fn.max('nb.importedAt').as('importedAt')])
        .where('nb.undoneAt', 'is', null)
        .groupBy('n.villageCode'),
    )
    .selectFrom('landRight as l')
    .innerJoin('person as p', 'p.idNumber', 'l.idNumber')
    .innerJoin('listBatch as b', 'b.id', 'l.batchId')
    .innerJoin('newest as w', (join) =>
      join.onRef('w.villageCode', '=', 'l.villageCode').onRef('w.importedAt', '=', 'b.importedAt'),
    )
    .selectAll('l')
    .select(['p.householdId', 'b.fileName', 'b.importedAt'])
    .where((e) => amongTexts(e.ref('p.householdId'), ids))
    .where('b.undoneAt', 'is', null)
    .orderBy('l.batchId')
    .orderBy('l.line')
    .execute()
}
