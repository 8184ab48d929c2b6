import { type Insertable, type Selectable, sql } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import type { Period } from './application-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { RecoveryEntryTable, StopRecordTable } from './schema/stop-tables.ts'

export type StoredStop = Selectable<StopRecordTable>

export async function insertStop(writer: Writer, stop: Insertable<StopRecordTable>): Promise<void> {
  await writer.insertInto('stopRecord').values(stop).execute()
}

/** One proposal with the record it is about. */
export async function getStop(reader: Reader, stopId: string) {
  const row = await stops(reader).where('s.id', '=', stopId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '停发登记' })
  return row
}

/** Which of some records have a stop nobody has decided yet. */
export async function listWaitingToStop(
  reader: Reader,
  applicationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('stopRecord')
    .select('applicationId')
    .where('state', '=', 'proposed')
    .where((e) => amongTexts(e.ref('applicationId'), applicationIds))
    .execute()
  return new Set(rows.map(({ applicationId }) => applicationId))
}

export function findOpenStop(reader: Reader, applicationId: string): Promise<{ id: string } | undefined> {
  return reader
    .selectFrom('stopRecord')
    .select('id')
    .where('applicationId', '=', applicationId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
}

/** Decides it where nobody has since it was read. */
export async function saveStopDecision(
  writer: Writer,
  stopId: string,
  decision: Pick<StoredStop, 'state' | 'decidedBy' | 'decidedAt' | 'decidedReason'>,
): Promise<void> {
  const result = await writer
    .updateTable('stopRecord')
    .set(decision)
    .where('id', '=', stopId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '停发登记' })
}

/** Fixes what could not be computed, once, of a stop that was confirmed. */
export async function saveFixedRecovery(
  writer: Writer,
  stopId: string,
  { recoverFen, basis }: { readonly recoverFen: number; readonly basis: string },
): Promise<void> {
  const result = await writer
    .updateTable('stopRecord')
    .set({ recoverFen, basis, byHand: 1 })
    .where('id', '=', stopId)
    .where('state', '=', 'confirmed')
    .where('recoverFen', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '停发登记' })
}

export async function insertRecovery(writer: Writer, entry: Insertable<RecoveryEntryTable>): Promise<void> {
  await writer.insertInto('recoveryEntry').values(entry).execute()
}

/** A period's, newest first; all of them: they are few beside the applications. */
export function listStops(reader: Reader, period: Period, scope: Scope) {
  return stops(reader)
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where((e) => inVillages(e.ref('a.villageCode'), scope))
    .orderBy('s.proposedAt', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
}

export function listStopsOf(reader: Reader, applicationId: string) {
  return stops(reader).where('s.applicationId', '=', applicationId).orderBy('s.id', 'desc').execute()
}

function stops(reader: Reader) {
  return reader
    .selectFrom('stopRecord as s')
    .innerJoin('application as a', 'a.id', 's.applicationId')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('division as d', 'd.code', 'a.villageCode')
    .selectAll('s')
    .select(['a.programmeCode', 'a.year', 'a.villageCode', 'a.status', 'a.groupName', 'p.name', 'p.idNumber'])
    .select('d.name as villageName')
    .select(
      sql<number>`(SELECT coalesce(sum(r.amount_fen), 0) FROM recovery_entry r WHERE r.stop_id = s.id)`.as(
        'recoveredFen',
      ),
    )
}
