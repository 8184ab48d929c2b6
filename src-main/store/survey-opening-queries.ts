import { sql } from 'kysely'
import type { MustVisitReason } from '../domain/must-visit.ts'
import type { Period } from './application-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'

const villageList = (codes: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(codes)}))`

/**
 * Lines of a former year's list whose household lives in these villages, and those whose person has none; of a list
 * paid by the month the last month's alone.
 */
export function listPreviousLines(
  reader: Reader,
  { programmeCode, year }: Period,
  villageCodes: readonly string[],
) {
  return reader
    .selectFrom('rosterLine as r')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .innerJoin('person as p', 'p.id', 'r.personId')
    .leftJoin('household as h', 'h.id', 'p.householdId')
    .select([
      'r.id as lineId',
      'r.personId',
      'r.name',
      'r.areaCentiMu',
      'r.amountFen',
      'r.accountId',
      'r.remark',
    ])
    .select('p.householdId')
    .select((e) =>
      e
        .selectFrom('application as a')
        .select('a.status')
        .whereRef('a.beneficiaryId', '=', 'r.personId')
        .where('a.programmeCode', '=', programmeCode)
        .where('a.year', '=', year)
        .orderBy('a.id', 'desc')
        .limit(1)
        .as('status'),
    )
    .where('r.programmeCode', '=', programmeCode)
    .where('r.year', '=', year)
    .where('b.undoneAt', 'is', null)
    .where((e) =>
      e.or([
        e('r.month', 'is', null),
        e(
          'r.month',
          '=',
          e
            .selectFrom('rosterLine as n')
            .innerJoin('listBatch as nb', 'nb.id', 'n.batchId')
            .select((m) => m.fn.max('n.month').as('last'))
            .whereRef('n.personId', '=', 'r.personId')
            .where('n.programmeCode', '=', programmeCode)
            .where('n.year', '=', year)
            .where('nb.undoneAt', 'is', null),
        ),
      ]),
    )
    .where(sql<boolean>`coalesce(h.village_code, r.village_code) IN ${villageList(villageCodes)}`)
    .orderBy('r.batchId')
    .orderBy('r.line')
    .execute()
}

/** Households still registered in these villages, with their head, without those already in the round's period. */
export function listHouseholdsToVisit(reader: Reader, period: Period, villageCodes: readonly string[]) {
  return reader
    .selectFrom('household as h')
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .select(['h.id', 'h.villageCode', 'h.groupName', 'h.version', 'h.householderPending'])
    .select(['p.id as headId', 'p.name as headName'])
    .where('h.status', '=', 'registered')
    .where(sql<boolean>`h.village_code IN ${villageList(villageCodes)}`)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('surveyTask as t')
            .innerJoin('surveyRound as o', 'o.id', 't.roundId')
            .select('t.id')
            .whereRef('t.householdId', '=', 'h.id')
            .where('o.programmeCode', '=', period.programmeCode)
            .where('o.year', '=', period.year)
            .where('o.status', '=', 'open'),
        ),
      ),
    )
    .orderBy('h.villageCode')
    .orderBy('h.householdNo')
    .execute()
}

/** People of these villages who have died, by the register or a list of the dead, with the day as far as it is known. */
export async function listDeaths(
  reader: Reader,
  villageCodes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.householdId')
    .leftJoin('externalEntry as e', (join) =>
      join.onRef('e.idNumber', '=', 'p.idNumber').on('e.kind', '=', 'deceased'),
    )
    .leftJoin('listBatch as b', 'b.id', 'e.batchId')
    .select(['p.id', 'e.onDay', 'p.diedOn'])
    .where(sql<boolean>`h.village_code IN ${villageList(villageCodes)}`)
    .where((e) =>
      e.or([
        e('p.status', '=', 'dead'),
        e.and([e('e.idNumber', 'is not', null), e('b.undoneAt', 'is', null), e('e.endedBy', 'is', null)]),
      ]),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.diedOn ?? row.onDay ?? '']))
}

export interface NewTask {
  readonly id: string
  readonly roundId: string
  readonly householdId: string
  readonly villageCode: string
  readonly groupName: string
  readonly householdVersion: number
  readonly mustVisit: string
  readonly previous: string
  readonly origin: 'previous' | 'village' | 'clerk'
}

export function insertTasks(writer: Writer, tasks: readonly NewTask[]): void {
  insertRows(writer, 'survey_task', tasks)
}

/** The open round of the same period a household is in already. */
export function findTaskOfHousehold(
  reader: Reader,
  { programmeCode, year }: Period,
  householdId: string,
): Promise<{ name: string } | undefined> {
  return reader
    .selectFrom('surveyTask as t')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .select('r.name')
    .where('t.householdId', '=', householdId)
    .where('r.programmeCode', '=', programmeCode)
    .where('r.year', '=', year)
    .where('r.status', '=', 'open')
    .executeTakeFirst()
}

export async function saveMustVisit(
  writer: Writer,
  taskId: string,
  reasons: readonly MustVisitReason[],
): Promise<void> {
  await writer
    .updateTable('surveyTask')
    .set((e) => ({ mustVisit: JSON.stringify(reasons), version: e('version', '+', 1) }))
    .where('id', '=', taskId)
    .execute()
}
