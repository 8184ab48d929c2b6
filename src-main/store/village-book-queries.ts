import type { Insertable, Updateable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { PrintedRow } from '../domain/village-book-row.ts'
import { inVillages } from './in-villages.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type {
  VillageBookLineTable,
  VillageBookReturnTable,
  VillageBookTable,
} from './schema/village-book-tables.ts'

export type StoredBook = Awaited<ReturnType<typeof findBook>> & object

export async function insertBook(
  writer: Writer,
  book: Insertable<VillageBookTable>,
  rows: readonly PrintedRow[],
): Promise<void> {
  await writer.insertInto('villageBook').values(book).execute()
  insertRows(
    writer,
    'village_book_row',
    rows.map(({ cells, ...row }) => ({ bookId: book.id, ...row, printed: JSON.stringify(cells) })),
  )
}

/** A workbook of a code, within the scope's villages and programmes. */
export async function findBook(reader: Reader, scope: Scope, code: string) {
  return books(reader, scope).where('b.code', '=', code).executeTakeFirst()
}

export async function getBook(reader: Reader, scope: Scope, bookId: string) {
  const row = await books(reader, scope).where('b.id', '=', bookId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '村级工作簿' })
  return row
}

/** Of a round, or of the register alone. */
export function listBooks(reader: Reader, scope: Scope, roundId: string | null) {
  return books(reader, scope)
    .where('b.roundId', 'is', roundId)
    .orderBy('b.villageCode')
    .orderBy('b.edition')
    .execute()
}

export async function isCodeTaken(reader: Reader, code: string): Promise<boolean> {
  const row = await reader.selectFrom('villageBook').select('id').where('code', '=', code).executeTakeFirst()
  return row !== undefined
}

export async function newestEdition(
  reader: Reader,
  roundId: string | null,
  villageCode: string,
): Promise<number> {
  const row = await reader
    .selectFrom('villageBook')
    .select((e) => e.fn.max('edition').as('edition'))
    .where('roundId', 'is', roundId)
    .where('villageCode', '=', villageCode)
    .executeTakeFirst()
  return row?.edition ?? 0
}

export async function listBookRows(reader: Reader, bookId: string): Promise<PrintedRow[]> {
  const rows = await reader
    .selectFrom('villageBookRow')
    .select(['rowNo', 'householdId', 'personId', 'taskId', 'printed'])
    .where('bookId', '=', bookId)
    .orderBy('rowNo')
    .execute()
  return rows.map(({ printed, ...row }) => ({ ...row, cells: JSON.parse(printed) as PrintedRow['cells'] }))
}

export function findReturn(reader: Reader, bookId: string, fileSha256: string) {
  return reader
    .selectFrom('villageBookReturn')
    .selectAll()
    .where('bookId', '=', bookId)
    .where('fileSha256', '=', fileSha256)
    .executeTakeFirst()
}

export async function insertReturn(
  writer: Writer,
  returned: Insertable<VillageBookReturnTable>,
  lines: readonly Required<Omit<Insertable<VillageBookLineTable>, 'version'>>[],
): Promise<void> {
  await writer.insertInto('villageBookReturn').values(returned).execute()
  insertRows(writer, 'village_book_line', lines)
}

export async function getReturn(reader: Reader, scope: Scope, returnId: string) {
  const row = await reader
    .selectFrom('villageBookReturn')
    .selectAll()
    .where('id', '=', returnId)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '交回的工作簿' })
  return { ...row, book: await getBook(reader, scope, row.bookId) }
}

export function listReturns(reader: Reader, bookIds: readonly string[]) {
  return reader
    .selectFrom('villageBookReturn as r')
    .innerJoin('user as u', 'u.id', 'r.readBy')
    .selectAll('r')
    .select('u.displayName as readByName')
    .where('r.bookId', 'in', [...bookIds])
    .orderBy('r.readAt', 'desc')
    .execute()
}

/** Lines of a return in the order of the sheet, those that are gone at the end. */
export function listLines(reader: Reader, returnId: string) {
  return reader
    .selectFrom('villageBookLine')
    .selectAll()
    .where('returnId', '=', returnId)
    .orderBy((e) => e('line', 'is', null))
    .orderBy('line')
    .orderBy('rowNo')
    .execute()
}

/** One line with the return and the workbook it belongs to. */
export async function getLine(reader: Reader, scope: Scope, lineId: string) {
  const line = await reader
    .selectFrom('villageBookLine')
    .selectAll()
    .where('id', '=', lineId)
    .executeTakeFirst()
  if (line === undefined) throw new Problem('record.not-found', { what: '这一行' })
  return { line, returned: await getReturn(reader, scope, line.returnId) }
}

/** 已采的增减 — rows of a workbook taken from an earlier return of it. */
export function listTakenLines(reader: Reader, bookId: string) {
  return reader
    .selectFrom('villageBookLine as l')
    .innerJoin('villageBookReturn as r', 'r.id', 'l.returnId')
    .select(['l.rowNo', 'l.kind', 'l.cells'])
    .where('r.bookId', '=', bookId)
    .where('l.status', '=', 'accepted')
    .where('l.kind', '<>', 'changed')
    .execute()
}

export type StoredBookLine = Awaited<ReturnType<typeof listLines>>[number]

export function countLines(reader: Reader, returnIds: readonly string[]) {
  return reader
    .selectFrom('villageBookLine')
    .select((e) => ['returnId', 'kind', 'status', e.fn.countAll<number>().as('lines')])
    .where('returnId', 'in', [...returnIds])
    .groupBy(['returnId', 'kind', 'status'])
    .execute()
}

/** Decides a line where nobody has since it was read. */
export async function saveLine(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  change: Updateable<VillageBookLineTable>,
): Promise<void> {
  const result = await writer
    .updateTable('villageBookLine')
    .set({ ...change, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '这一行' })
}

function books(reader: Reader, scope: Scope) {
  let query = reader
    .selectFrom('villageBook as b')
    .innerJoin('division as d', 'd.code', 'b.villageCode')
    .leftJoin('surveyRound as r', 'r.id', 'b.roundId')
    .innerJoin('user as u', 'u.id', 'b.issuedBy')
    .selectAll('b')
    .select(['d.name as villageName', 'u.displayName as issuedByName'])
    .select(['r.name as roundName', 'r.programmeCode', 'r.questionSetId', 'r.status as roundStatus'])
    .where((e) => inVillages(e.ref('b.villageCode'), scope))
  const { programmes } = scope
  if (programmes !== 'all')
    query = query.where((e) =>
      e.or([e('b.roundId', 'is', null), e('r.programmeCode', 'in', [...programmes])]),
    )
  return query
}
