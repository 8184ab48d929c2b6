import { sql, type Insertable, type Updateable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { LandTransferTable, ParcelTable } from './schema/land-tables.ts'

export async function insertParcel(writer: Writer, parcel: Insertable<ParcelTable>): Promise<void> {
  await writer.insertInto('parcel').values(parcel).execute()
}

export async function getParcel(reader: Reader, scope: Scope, parcelId: string) {
  const row = await reader
    .selectFrom('parcel')
    .selectAll()
    .where('id', '=', parcelId)
    .where((e) => inVillages(e.ref('villageCode'), scope))
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '地块' })
  return row
}

export async function saveParcel(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  values: Updateable<ParcelTable>,
): Promise<void> {
  const result = await writer
    .updateTable('parcel')
    .set({ ...values, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '地块' })
}

/** Parcels go along when one household ends in another. */
export async function moveParcels(writer: Writer, from: string, to: string): Promise<void> {
  await writer.updateTable('parcel').set({ householdId: to }).where('householdId', '=', from).execute()
}

export function listParcels(reader: Reader, householdId: string) {
  return reader
    .selectFrom('parcel as k')
    .leftJoin('listBatch as b', 'b.id', 'k.batchId')
    .selectAll('k')
    .select(['b.fileName', 'b.sheet'])
    .where('k.householdId', '=', householdId)
    .orderBy('k.status')
    .orderBy('k.createdAt')
    .orderBy('k.id')
    .execute()
}

export async function insertTransfer(writer: Writer, transfer: Insertable<LandTransferTable>): Promise<void> {
  await writer.insertInto('landTransfer').values(transfer).execute()
}

export async function getTransfer(reader: Reader, scope: Scope, transferId: string) {
  const row = await reader
    .selectFrom('landTransfer')
    .selectAll()
    .where('id', '=', transferId)
    .where((e) => inVillages(e.ref('villageCode'), scope))
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '流转' })
  return row
}

export async function saveTransfer(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  values: Updateable<LandTransferTable>,
): Promise<void> {
  const result = await writer
    .updateTable('landTransfer')
    .set({ ...values, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '流转' })
}

/** Transfers anybody of a household gives or takes, those in force first. */
export function listHouseholdTransfers(reader: Reader, householdId: string) {
  const numbers = sql<string>`(SELECT id_number FROM person WHERE household_id = ${householdId})`
  return transfers(reader)
    .where(sql<boolean>`(t.giver_id_number IN ${numbers} OR t.taker_id_number IN ${numbers})`)
    .orderBy('t.status')
    .orderBy('t.createdAt', 'desc')
    .orderBy('t.id')
    .execute()
}

/** Everything that was not ended, or what some people give and take of it. */
export function listActiveTransfers(reader: Reader, idNumbers?: readonly string[]) {
  const query = transfers(reader).where('t.status', '=', 'active')
  if (idNumbers === undefined) return query.execute()
  return query
    .where((e) =>
      e.or([
        amongTexts(e.ref('t.giverIdNumber'), idNumbers),
        amongTexts(e.ref('t.takerIdNumber'), idNumbers),
      ]),
    )
    .execute()
}

/** Of some ID numbers, those the register has. */
export async function readKnownNumbers(
  reader: Reader,
  idNumbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const wanted = JSON.stringify([...new Set(idNumbers)].filter((one) => one !== ''))
  const rows = await reader
    .selectFrom('person')
    .select('idNumber')
    .where(sql<boolean>`id_number IN (SELECT value FROM json_each(${wanted}))`)
    .execute()
  return new Set(rows.map((row) => row.idNumber))
}

function transfers(reader: Reader) {
  return reader
    .selectFrom('landTransfer as t')
    .leftJoin('listBatch as b', 'b.id', 't.batchId')
    .leftJoin('person as g', (join) =>
      join.onRef('g.idNumber', '=', 't.giverIdNumber').on('t.giverIdNumber', '<>', ''),
    )
    .leftJoin('person as k', (join) =>
      join.onRef('k.idNumber', '=', 't.takerIdNumber').on('t.takerIdNumber', '<>', ''),
    )
    .selectAll('t')
    .select([
      'b.fileName',
      'b.sheet',
      'g.householdId as giverHouseholdId',
      'k.householdId as takerHouseholdId',
    ])
    .where('b.undoneAt', 'is', null)
}
