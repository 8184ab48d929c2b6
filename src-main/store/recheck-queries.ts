import type { Insertable, Selectable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import { inScope, type Period } from './application-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type { RecheckDrawTable, RecheckResultTable } from './schema/application-tables.ts'

export type StoredDraw = Selectable<RecheckDrawTable>

export async function insertDraw(
  writer: Writer,
  draw: Insertable<RecheckDrawTable>,
  drawn: readonly string[],
): Promise<void> {
  await writer.insertInto('recheckDraw').values(draw).execute()
  const rows = drawn.map((applicationId) => ({ applicationId, drawId: draw.id }))
  await insertRows(writer, 'recheck_drawn', rows)
}

export function listDraws(reader: Reader, period: Period, scope: Scope) {
  let query = reader
    .selectFrom('recheckDraw as w')
    .innerJoin('division as d', 'd.code', 'w.villageCode')
    .innerJoin('user as u', 'u.id', 'w.drawnBy')
    .selectAll('w')
    .select(['d.name as villageName', 'u.displayName as drawnByName'])
    .where('w.programmeCode', '=', period.programmeCode)
    .where('w.year', '=', period.year)
  if (scope.villages !== 'all') query = query.where('w.villageCode', 'in', [...scope.villages])
  if (scope.programmes !== 'all') query = query.where('w.programmeCode', 'in', [...scope.programmes])
  return query.orderBy('w.drawnAt').orderBy('w.id').execute()
}

export async function getDraw(reader: Reader, drawId: string) {
  const row = await reader.selectFrom('recheckDraw').selectAll().where('id', '=', drawId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '抽查' })
  return row
}

export async function listDrawnOf(reader: Reader, drawId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('recheckDrawn')
    .select('applicationId')
    .where('drawId', '=', drawId)
    .execute()
  return rows.map((row) => row.applicationId)
}

/** The approved records of a period, as a rule draws among them. */
export function listApproved(reader: Reader, period: Period, scope: Scope) {
  return inScope(reader, period, scope)
    .innerJoin('division as d', 'd.code', 'application.villageCode')
    .select(['application.id', 'application.villageCode', 'application.areaCentiMu', 'd.name as villageName'])
    .select(['application.previousAreaCentiMu', 'application.previousAmountFen', 'application.householdId'])
    .where('application.status', '=', 'approved')
    .orderBy('application.id')
    .execute()
}

/** Every drawn record with what was found last of it. */
export function listDrawn(reader: Reader, period: Period, scope: Scope) {
  return readDrawn(inScope(reader, period, scope))
}

export async function getDrawn(reader: Reader, applicationId: string) {
  const base = reader.selectFrom('application').where('application.id', '=', applicationId)
  const row = (await readDrawn(base))[0]
  if (row === undefined) throw new Problem('record.not-found', { what: '抽查记录' })
  return row
}

export type DrawnRecord = Awaited<ReturnType<typeof getDrawn>>

function readDrawn(base: ReturnType<typeof inScope>) {
  return base
    .innerJoin('recheckDrawn as w', 'w.applicationId', 'application.id')
    .innerJoin('person as p', 'p.id', 'application.beneficiaryId')
    .innerJoin('division as d', 'd.code', 'application.villageCode')
    .leftJoin('recheckResult as r', (join) =>
      join.on('r.id', '=', (e) =>
        e
          .selectFrom('recheckResult as n')
          .select((n) => n.fn.max('n.id').as('id'))
          .whereRef('n.applicationId', '=', 'application.id'),
      ),
    )
    .leftJoin('user as u', 'u.id', 'r.doneBy')
    .select(['application.id', 'application.programmeCode', 'application.year', 'application.villageCode'])
    .select(['application.groupName', 'application.areaCentiMu', 'application.quantityCenti'])
    .select(['application.amountFen', 'application.status', 'application.version'])
    .select(['d.name as villageName', 'p.name', 'p.idNumber', 'w.drawId', 'r.id as resultId'])
    .select(['r.outcome', 'r.mode', 'r.doneOn', 'r.statement', 'r.fileSha256', 'r.fileExtension'])
    .select(['r.version as resultVersion', 'r.areaCentiMu as resultAreaCentiMu'])
    .select(['r.quantityCenti as resultQuantityCenti', 'u.displayName as doneByName'])
    .orderBy('application.villageCode')
    .orderBy('application.id')
    .execute()
}

/** Who may not look again: everybody who entered the records, changed their accounts or passed them. */
export async function listConcerned(reader: Reader, applicationIds: readonly string[]) {
  const rows = await reader
    .selectFrom('applicationEditor')
    .select(['applicationId', 'userId'])
    .where((e) => amongTexts(e.ref('applicationId'), applicationIds))
    .union(
      reader
        .selectFrom('applicationStep')
        .select(['applicationId', 'byUser as userId'])
        .where('step', '=', 'approve')
        .where((e) => amongTexts(e.ref('applicationId'), applicationIds)),
    )
    .execute()
  return new Set(rows.map((row) => concern(row.applicationId, row.userId)))
}

export function concern(applicationId: string, userId: string): string {
  return `${applicationId}:${userId}`
}

export async function insertRecheckResult(
  writer: Writer,
  result: Insertable<RecheckResultTable>,
): Promise<void> {
  await writer.insertInto('recheckResult').values(result).execute()
}
