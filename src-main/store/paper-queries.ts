import { sql } from 'kysely'
import type { PaperKind } from '../domain/paper-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { insertRows } from './insert-rows.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'
import type { PaperLineTable, PaperPageTable } from './schema/paper-tables.ts'

export interface NewPaper {
  readonly id: string
  readonly serial: string
  readonly kind: PaperKind
  readonly roundId: string
  readonly villageCode: string
  readonly blank: 0 | 1
  readonly pages: number
  readonly lines: number
  readonly contentSha256: string
  readonly printedSha256: string
  readonly extension: string
  readonly printedBy: string
  readonly printedAt: string
}

export async function insertPaper(
  writer: Writer,
  paper: NewPaper,
  pages: readonly Omit<PaperPageTable, 'documentId'>[],
  lines: readonly Omit<PaperLineTable, 'documentId'>[],
): Promise<void> {
  await writer
    .insertInto('paperDocument')
    .values({ ...paper, voidedBy: null, voidedAt: null, voidReason: null })
    .execute()
  const documentId = paper.id
  insertRows(
    writer,
    'paper_page',
    pages.map((page) => ({ documentId, ...page })),
  )
  insertRows(
    writer,
    'paper_line',
    lines.map((line) => ({ documentId, ...line })),
  )
}

/** How many papers of a kind were printed in a year, for the next serial; void ones keep their number. */
export async function countPapers(reader: Reader, prefix: string): Promise<number> {
  const row = await reader
    .selectFrom('paperDocument')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('serial', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow()
  return row.count
}

/** One paper within the scope; outside of it there is none. */
export async function getPaper(reader: Reader, scope: Scope, documentId: string) {
  const row = await papers(reader, scope).where('d.id', '=', documentId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '纸件' })
  return row
}
export type StoredPaper = Awaited<ReturnType<typeof getPaper>>

/** By its serial, whatever the scope: who may see it is asked by whoever found it on a picture. */
export function findPaperBySerial(reader: Reader, serial: string) {
  return papers(reader, { programmes: 'all', villages: 'all' })
    .where('d.serial', '=', serial)
    .executeTakeFirst()
}

export function listPapers(reader: Reader, scope: Scope, roundId: string) {
  return papers(reader, scope)
    .innerJoin('division as v', 'v.code', 'd.villageCode')
    .innerJoin('user as u', 'u.id', 'd.printedBy')
    .where('d.roundId', '=', roundId)
    .select(['v.name as villageName', 'u.displayName as printedByName'])
    .select([returnedPages.as('returned'), openLines.as('missingLines'), unexplainedLines.as('unexplained')])
    .orderBy('d.villageCode')
    .orderBy('d.serial')
    .execute()
}

/** Current papers of a kind, of one village in a round. */
export function listCurrentPapers(
  reader: Reader,
  of: { readonly roundId: string; readonly villageCode: string; readonly kind: PaperKind },
) {
  return reader
    .selectFrom('paperDocument')
    .selectAll()
    .where('roundId', '=', of.roundId)
    .where('villageCode', '=', of.villageCode)
    .where('kind', '=', of.kind)
    .where('status', '=', 'current')
    .execute()
}

export async function listPrintedHouseholds(
  reader: Reader,
  of: { readonly roundId: string; readonly villageCode: string; readonly kind: PaperKind },
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('paperLine as l')
    .innerJoin('paperDocument as d', 'd.id', 'l.documentId')
    .select('l.householdId')
    .where('d.roundId', '=', of.roundId)
    .where('d.villageCode', '=', of.villageCode)
    .where('d.kind', '=', of.kind)
    .where('d.status', '=', 'current')
    .where('l.householdId', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.householdId as string))
}

export async function saveVoid(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  voided: { readonly voidedBy: string; readonly voidedAt: string; readonly voidReason: string },
): Promise<void> {
  const result = await writer
    .updateTable('paperDocument')
    .set({ status: 'void', version: read.version + 1, ...voided })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .where('status', '=', 'current')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '纸件' })
}

export function findPage(reader: Reader, documentId: string, pageNo: number) {
  return reader
    .selectFrom('paperPage')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('pageNo', '=', pageNo)
    .executeTakeFirst()
}

/** Households on one page; a form's page has one, a register's some twenty. */
export function listLinesOnPage(reader: Reader, documentId: string, pageNo: number) {
  return reader
    .selectFrom('paperLine')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('firstPage', '<=', pageNo)
    .where('lastPage', '>=', pageNo)
    .orderBy('lineNo')
    .execute()
}

/** Where a household stands among the current papers of a round. */
export function listPagesOf(
  reader: Reader,
  scope: Scope,
  of: { readonly roundId: string; readonly householdId: string },
) {
  return reader
    .selectFrom('paperLine as l')
    .innerJoin('paperDocument as d', 'd.id', 'l.documentId')
    .where('d.roundId', '=', of.roundId)
    .where('d.status', '=', 'current')
    .where('l.householdId', '=', of.householdId)
    .where((e) => inVillages(e.ref('d.villageCode'), scope))
    .select(['d.id as documentId', 'd.serial', 'd.kind', 'l.lineNo', 'l.firstPage', 'l.lastPage'])
    .select(
      sql<
        string | null
      >`(SELECT group_concat(DISTINCT s.page_no) FROM paper_scan_place s JOIN paper_scan c ON c.id = s.scan_id
        WHERE s.document_id = l.document_id AND s.page_no BETWEEN l.first_page AND l.last_page AND c.state = 'attached')`.as(
        'returnedPages',
      ),
    )
    .orderBy('d.serial')
    .execute()
}

export async function saveLineHousehold(
  writer: Writer,
  line: { readonly documentId: string; readonly lineNo: number },
  of: { readonly householdId: string; readonly taskId: string | null },
): Promise<void> {
  await writer
    .updateTable('paperLine')
    .set(of)
    .where('documentId', '=', line.documentId)
    .where('lineNo', '=', line.lineNo)
    .execute()
}

function papers(reader: Reader, scope: Scope) {
  let query = reader
    .selectFrom('paperDocument as d')
    .innerJoin('surveyRound as r', 'r.id', 'd.roundId')
    .selectAll('d')
    .select(['r.programmeCode', 'r.year', 'r.name as roundName'])
    .where((e) => inVillages(e.ref('d.villageCode'), scope))
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return query
}

/** Pages with at least one picture that lies there. */
const returnedPages = sql<number>`(SELECT count(DISTINCT s.page_no) FROM paper_scan_place s JOIN paper_scan c ON c.id = s.scan_id
  WHERE s.document_id = d.id AND c.state = 'attached')`

/** A line is open while any of its pages has not come back; a blank form nobody used expects nothing. */
const openLine = sql`l.document_id = d.id AND l.household_id IS NOT NULL AND EXISTS (
  SELECT 1 FROM paper_page g WHERE g.document_id = l.document_id AND g.page_no BETWEEN l.first_page AND l.last_page AND NOT EXISTS (
    SELECT 1 FROM paper_scan_place s JOIN paper_scan c ON c.id = s.scan_id AND c.state = 'attached'
    WHERE s.document_id = g.document_id AND s.page_no = g.page_no))`
const openLines = sql<number>`(SELECT count(*) FROM paper_line l WHERE ${openLine})`
const unexplainedLines = sql<number>`(SELECT count(*) FROM paper_line l WHERE ${openLine} AND NOT EXISTS (
  SELECT 1 FROM paper_missing_reason m WHERE m.document_id = l.document_id AND m.line_no = l.line_no))`
