import type { Insertable, Selectable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import type { Period, StoredApplication } from './application-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { HearingTable } from './schema/application-tables.ts'

export type StoredHearing = Selectable<HearingTable>

export async function insertHearing(writer: Writer, hearing: Insertable<HearingTable>): Promise<void> {
  await writer.insertInto('hearing').values(hearing).execute()
}

/** Everything heard about some applications, newest first. */
export function listHearings(reader: Reader, applicationIds: readonly string[]): Promise<StoredHearing[]> {
  return reader
    .selectFrom('hearing')
    .selectAll()
    .where((e) => amongTexts(e.ref('applicationId'), applicationIds))
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Records of one period, not paid by land, that would get less than last time and wait for a decision. */
export async function listReducedOffLand(reader: Reader, period: Period, scope: Scope) {
  const rows = await reader
    .selectFrom('application')
    .selectAll()
    .where('programmeCode', '=', period.programmeCode)
    .where('year', '=', period.year)
    .where('status', '=', 'submitted')
    .where('quantityCenti', 'is not', null)
    .whereRef('amountFen', '<', 'previousAmountFen')
    .where((e) => inVillages(e.ref('villageCode'), scope))
    .orderBy('id')
    .execute()
  return rows as StoredApplication[]
}

export async function getHearing(reader: Reader, hearingId: string) {
  const row = await reader
    .selectFrom('hearing as h')
    .innerJoin('application as a', 'a.id', 'h.applicationId')
    .selectAll('h')
    .select(['a.programmeCode', 'a.villageCode'])
    .where('h.id', '=', hearingId)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '听取意见记录' })
  return row
}
