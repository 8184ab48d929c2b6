import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../crypto/digest.ts'
import { Problem } from '../domain/problem.ts'
import { agreedValue, mergeEdits } from '../domain/survey-merge.ts'
import { allColumns, type BookColumn, type BookColumns } from '../domain/village-book.ts'
import { withAnswers } from '../domain/village-book-answers.ts'
import { bookDifference, type BookDifference } from '../domain/village-book-difference.ts'
import type { BookCellChange, BookLine, PrintedRow, ReturnedRow } from '../domain/village-book-row.ts'
import type { HandedFile } from '../ports/files.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import {
  findBook,
  findReturn,
  insertReturn,
  listBookRows,
  listTakenLines,
  newestEdition,
  type StoredBook,
} from '../store/village-book-queries.ts'
import { readBookSource } from '../store/register-book-source.ts'
import { listVillageEdits } from '../store/village-book-source.ts'
import { type BookRows, type BookSeen, rowsOfBook, seeVillageBook } from '../workbook/find-village-book.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import { bookNotes } from '../wording/village-book-texts.ts'
import type { CommandContext, JobContext } from './context.ts'
import { cellField, stateKey } from './village-book-edits.ts'
import { trace } from './trace.ts'
import { printedRows } from './village-book-rows.ts'

interface Returned {
  readonly fileToken: string
  /** Who filled it in, where the sheet does not say so. */
  readonly filledBy: string
}

/** 收工作簿 — read, matched and compared with what was printed; the same file again leads to the same return. */
export async function readVillageBook(
  ctx: JobContext,
  input: Returned,
): Promise<{ returnId: string; again: boolean }> {
  return ctx.files.use(input.fileToken, (file) => readFrom(ctx, file, input))
}

async function readFrom(
  ctx: JobContext,
  file: HandedFile,
  input: Returned,
): Promise<{ returnId: string; again: boolean }> {
  const bytes = await readFile(file.path)
  ctx.progress('读取表格', 0, 2)
  const sheets = await runSheetWork(
    { work: 'read-sheets', fileName: file.name, path: file.path },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
  const seen = seeVillageBook(sheets)
  const book = await bookOf(ctx, seen, file.name)
  const known = await findReturn(ctx.reader, book.id, sha256Hex(bytes))
  if (known !== undefined) return { returnId: known.id, again: true }
  ctx.progress('与发出的对照', 1, 2)
  await ctx.breathe()
  const columns = JSON.parse(book.columns) as BookColumns
  const { people, answers } = rowsOfBook(sheets, columns, book.code)
  if (people === undefined) throw new Problem('village-book.no-header', { fileName: file.name })
  const printed = await listBookRows(ctx.reader, book.id)
  const { rows, lost } = withAnswers(printed, people.rows, answers?.rows ?? [])
  const compared = await compare(ctx, book, allColumns(columns), printed, rows, seen)
  const notes = [...(await notesOf(ctx, book, seen, people, printed)), ...answerNotes(columns, answers, lost)]
  const filledBy = seen.filledBy === '' ? input.filledBy : seen.filledBy
  const returnId = ctx.newId()
  await ctx.inTransaction((command) =>
    keep(command, { returnId, book, bytes, fileName: file.name, filledBy, notes, compared }),
  )
  return { returnId, again: false }
}

/** By the rows' own codes, and where all of them are gone by the line at the top. */
async function bookOf(ctx: JobContext, seen: BookSeen, fileName: string): Promise<StoredBook> {
  const code = seen.books[0]?.code ?? /编号\s*([A-Z]{4})/.exec(seen.identity)?.[1]
  if (code === undefined) throw new Problem('village-book.not-ours', { fileName })
  const book = await findBook(ctx.reader, ctx.scope, code)
  if (book === undefined) throw new Problem('village-book.unknown', { fileName, identity: seen.identity })
  return book
}

async function compare(
  ctx: JobContext,
  book: StoredBook,
  columns: readonly BookColumn[],
  printed: readonly PrintedRow[],
  rows: readonly ReturnedRow[],
  seen: BookSeen,
): Promise<BookDifference> {
  const { set } =
    book.questionSetId === null
      ? { set: { questions: [] } }
      : await getQuestionSet(ctx.reader, book.questionSetId)
  const isPartial = seen.isSentBack || isFew(rows.length, printed)
  const today = ctx.today()
  const difference = bookDifference({ columns, set, printed, returned: rows, isPartial, today })
  return withoutTaken(ctx, book, columns, printed, difference)
}

/** A sheet of less than half its rows is a part somebody handed in, not a village of which half has gone. */
function isFew(rows: number, printed: readonly PrintedRow[]): boolean {
  return rows * 2 < printed.filter(({ personId }) => personId !== null).length
}

/** What an earlier return of this workbook has brought already is no difference any more. */
async function withoutTaken(
  ctx: JobContext,
  book: StoredBook,
  columns: readonly BookColumn[],
  printed: readonly PrintedRow[],
  difference: BookDifference,
): Promise<BookDifference> {
  const saysNow =
    book.roundId === null ? await registerNow(ctx, book, columns) : await roundNow(ctx, book, columns)
  const byNo = new Map(printed.map((row) => [row.rowNo, row]))
  const taken = await listTakenLines(ctx.reader, book.id)
  const lines = difference.lines.flatMap((line): BookLine[] => {
    const row = line.rowNo === null ? undefined : byNo.get(line.rowNo)
    if (line.kind === 'changed') return stillChanged(line, row, saysNow)
    const before = taken.find(({ kind, rowNo }) => kind === line.kind && rowNo === line.rowNo)
    if (before === undefined) return [line]
    if (line.kind === 'removed' || sameValues(line.cells, JSON.parse(before.cells) as BookCellChange[]))
      return []
    return [{ ...line, doubts: [...line.doubts, 'taken-before'] }]
  })
  return { ...difference, lines, same: difference.same + difference.lines.length - lines.length }
}

function stillChanged(line: BookLine, row: PrintedRow | undefined, saysNow: SaysNow): BookLine[] {
  const cells = line.cells.filter(
    (cell) => cell.rule !== null || row === undefined || saysNow(row, cell, line.cells) !== cell.value,
  )
  return cells.length === 0 && line.cells.length > 0 ? [] : [{ ...line, cells }]
}

function sameValues(cells: readonly BookCellChange[], before: readonly BookCellChange[]): boolean {
  const of = (some: readonly BookCellChange[]) =>
    some
      .map(({ column, value }) => `${column}=${value ?? ''}`)
      .sort()
      .join('|')
  return of(cells) === of(before)
}

/** What a cell's field says by now; undefined where nobody has said anything, or several contradict each other. */
type SaysNow = (
  row: PrintedRow,
  cell: BookCellChange,
  line: readonly BookCellChange[],
) => string | null | undefined

async function roundNow(
  ctx: JobContext,
  { roundId, villageCode }: StoredBook,
  columns: readonly BookColumn[],
): Promise<SaysNow> {
  const edits = await listVillageEdits(ctx.reader, { roundId: roundId ?? '', villageCode })
  const states = new Map(
    mergeEdits(edits).map((state) => [stateKey(state.taskId, state.subject, state.field), state]),
  )
  return (row, cell, line) => {
    const at = cellField(columns, row, cell, line)
    const state = at && states.get(stateKey(row.taskId ?? '', at.subject, at.field))
    return state && agreedValue(state)
  }
}

async function registerNow(
  ctx: JobContext,
  { villageCode }: StoredBook,
  columns: readonly BookColumn[],
): Promise<SaysNow> {
  const source = await readBookSource(ctx.reader, { roundId: null, villageCode })
  const rows = printedRows(source, columns, villageCode)
  const byPerson = new Map(rows.map((row) => [row.personId, row]))
  return ({ personId }, { column }) => byPerson.get(personId)?.cells[column]?.value
}

async function notesOf(
  ctx: JobContext,
  book: StoredBook,
  seen: BookSeen,
  { rows, missing, others, sheets }: BookRows,
  printed: readonly PrintedRow[],
): Promise<string[]> {
  const newest = await newestEdition(ctx.reader, book.roundId, book.villageCode)
  return [
    ...(newest > book.edition ? [bookNotes.olderEdition(book.edition, newest)] : []),
    ...(others > 0 ? [bookNotes.otherBooks(others)] : []),
    ...(missing.length > 0 ? [bookNotes.missingColumns(missing)] : []),
    ...(seen.identity === '' ? [bookNotes.identityGone] : []),
    ...(seen.identity !== '' && !seen.identity.includes(book.code) ? [bookNotes.checkDiffers] : []),
    ...(sheets.length > 1 ? [bookNotes.severalSheets(sheets)] : []),
    ...(seen.isSentBack ? [bookNotes.partial] : []),
    ...(!seen.isSentBack && isFew(rows.length, printed) ? [bookNotes.fewRows] : []),
  ]
}

function answerNotes({ answers }: BookColumns, read: BookRows | undefined, lost: number): string[] {
  if (answers.length === 0) return []
  if (read === undefined) return [bookNotes.noAnswers]
  return [
    ...(read.missing.length > 0 ? [bookNotes.missingColumns(read.missing)] : []),
    ...(lost > 0 ? [bookNotes.answersLost(lost)] : []),
  ]
}

interface ToKeep {
  readonly returnId: string
  readonly book: StoredBook
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly filledBy: string
  readonly notes: readonly string[]
  readonly compared: BookDifference
}

async function keep(ctx: CommandContext, of: ToKeep): Promise<void> {
  const { returnId, book, bytes, fileName, filledBy, notes, compared } = of
  const [readBy, readAt] = [ctx.actor.userId, ctx.now().toISOString()]
  const extension = fileName.split('.').at(-1)?.toLowerCase() ?? 'bin'
  const file = { extension, kind: 'village-book-returned', by: readBy, at: readAt }
  const fileSha256 = await ctx.vault.add(bytes, file, ctx.writer)
  const counts = { same: compared.same, blank: compared.blank }
  const lines = compared.lines.map(({ kind, rowNo, line, cells, doubts, householdId }) => ({
    ...{ id: ctx.newId(), returnId, rowNo, line, kind, householdId },
    ...{ cells: JSON.stringify(cells), doubts: JSON.stringify(doubts), status: 'open' as const },
    ...{ reason: null, decidedBy: null, decidedAt: null },
  }))
  await insertReturn(
    ctx.writer,
    {
      ...{ id: returnId, bookId: book.id, fileSha256, fileName, filledBy, readBy, readAt },
      ...{ notes: JSON.stringify(notes), counts: JSON.stringify(counts) },
    },
    lines,
  )
  const by = (kind: BookLine['kind']) => lines.filter((line) => line.kind === kind).length
  await trace(ctx, 'village-book.read', returnId, {
    ...{ bookId: book.id, fileSha256, added: by('added'), changed: by('changed'), removed: by('removed') },
  })
}
