import { type Insertable, sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { onList } from './household-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type { DroppedNoteTable } from './schema/stop-tables.ts'

/** The newest roll of a programme up to a year; undefined where none was imported. */
export function findLastRoll(reader: Reader, { programmeCode, year }: Period) {
  return reader
    .selectFrom('rosterLine as r')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .select(['r.year', 'r.month'])
    .where('r.programmeCode', '=', programmeCode)
    .where('r.year', '<=', year)
    .where('b.undoneAt', 'is', null)
    .orderBy('r.year', 'desc')
    .orderBy('r.month', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const village = sql<string | null>`coalesce(r.village_code, h.village_code)`

/** Lines of a roll whose people have no application of the period, whatever became of it; with what was said last of why. */
export async function listDropped(
  reader: Reader,
  period: Period,
  {
    scope,
    roll,
  }: { readonly scope: Scope; readonly roll: { readonly year: number; readonly month: number | null } },
) {
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .leftJoin('division as d', (join) => join.on('d.code', '=', village))
    .select(['r.id as lineId', 'p.id as personId', 'p.householdId', 'p.name', 'p.idNumber', 'p.status'])
    .select(['r.areaCentiMu', 'r.quantityCenti', 'r.amountFen', 'r.accountId', 'd.name as villageName'])
    .select([
      village.as('villageCode'),
      sql<string>`coalesce(nullif(r.group_name, ''), h.group_name, '')`.as('groupName'),
    ])
    .select(onList('deceased', 'max(e.line)').as('deathLine'))
    .select((e) =>
      e
        .selectFrom('droppedNote as n')
        .select(sql<string>`json_array(n.reason_code, n.statement, n.by_user, n.at)`.as('note'))
        .whereRef('n.personId', '=', 'p.id')
        .where('n.programmeCode', '=', period.programmeCode)
        .where('n.year', '=', period.year)
        .orderBy('n.at', 'desc')
        .orderBy('n.id', 'desc')
        .limit(1)
        .as('note'),
    )
    .where('r.programmeCode', '=', period.programmeCode)
    .where('r.year', '=', roll.year)
    .where('r.month', 'is', roll.month)
    .where('b.undoneAt', 'is', null)
    .where('r.personId', 'not in', (e) =>
      e
        .selectFrom('application')
        .select('beneficiaryId')
        .where('programmeCode', '=', period.programmeCode)
        .where('year', '=', period.year),
    )
  if (scope.villages !== 'all') query = query.where(village, 'in', [...scope.villages])
  return query.orderBy(village).orderBy('r.batchId').orderBy('r.line').execute()
}

export function insertDroppedNotes(writer: Writer, notes: readonly Insertable<DroppedNoteTable>[]): void {
  insertRows(writer, 'dropped_note', notes)
}
