import { sql } from 'kysely'
import type { Period } from './application-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'

/** 缺页清单 — lines of a paper with a page that has not come back, and what somebody said of it last. */
export function listMissingLines(reader: Reader, documentId: string) {
  return reader
    .selectFrom('paperLine as l')
    .innerJoin('household as h', 'h.id', 'l.householdId')
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .leftJoin('surveyTask as t', 't.id', 'l.taskId')
    .select([
      'l.lineNo',
      'l.householdId',
      'l.firstPage',
      'l.lastPage',
      'h.groupName',
      'p.name as householder',
    ])
    .select(['t.state'])
    .select([
      missing.as('missingPages'),
      latest('reason').as('reason'),
      latest('stated_at').as('statedAt'),
      latest('(SELECT display_name FROM user WHERE id = m.stated_by)').as('statedBy'),
    ])
    .where('l.documentId', '=', documentId)
    .where(missing, 'is not', null)
    .orderBy('l.lineNo')
    .execute()
}

export interface NewMissingReason {
  readonly id: string
  readonly documentId: string
  readonly lineNo: number
  readonly reason: string
  readonly statedBy: string
  readonly statedAt: string
}

/** Added, never changed: the newest counts. */
export function insertMissingReasons(writer: Writer, reasons: readonly NewMissingReason[]): void {
  insertRows(writer, 'paper_missing_reason', reasons)
}

/** Of each village of a period: current registers, their lines that are open, and those of them nobody explained. */
export function sumMissing(reader: Reader, { programmeCode, year }: Period) {
  return reader
    .selectFrom('paperDocument as d')
    .innerJoin('surveyRound as r', 'r.id', 'd.roundId')
    .leftJoin('paperLine as l', (join) =>
      join.onRef('l.documentId', '=', 'd.id').on('l.householdId', 'is not', null),
    )
    .where('r.programmeCode', '=', programmeCode)
    .where('r.year', '=', year)
    .where('d.kind', '=', 'village-register')
    .where('d.status', '=', 'current')
    .groupBy('d.villageCode')
    .select(['d.villageCode'])
    .select([
      sql<number>`count(DISTINCT d.id)`.as('registers'),
      sql<number>`coalesce(sum(${missing} IS NOT NULL), 0)`.as('missing'),
      sql<number>`coalesce(sum(${missing} IS NOT NULL AND ${latest('reason')} IS NULL), 0)`.as('unexplained'),
    ])
    .execute()
}

const missing = sql<string | null>`(SELECT group_concat(g.page_no) FROM paper_page g
  WHERE g.document_id = l.document_id AND g.page_no BETWEEN l.first_page AND l.last_page AND NOT EXISTS (
    SELECT 1 FROM paper_scan_place s JOIN paper_scan c ON c.id = s.scan_id AND c.state = 'attached'
    WHERE s.document_id = g.document_id AND s.page_no = g.page_no))`

function latest(value: string) {
  return sql<string | null>`(SELECT ${sql.raw(value)} FROM paper_missing_reason m
    WHERE m.document_id = l.document_id AND m.line_no = l.line_no ORDER BY m.stated_at DESC, m.id DESC LIMIT 1)`
}
