import { allColumns, type BookColumn, type BookColumns } from '../domain/village-book.ts'
import type { BookCellChange, BookDoubt, PrintedRow } from '../domain/village-book-row.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { FileRef } from '../ports/files.ts'
import { getTownship } from '../store/division-queries.ts'
import { getReturn, listBookRows, listLines, type StoredBookLine } from '../store/village-book-queries.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import { reasonHeader, sentBackMark, type SheetCell, type SheetPart } from '../workbook/village-book-sheet.ts'
import {
  bookDoubtText,
  bookInstructions,
  bookRuleText,
  registerBookName,
} from '../wording/village-book-texts.ts'
import type { JobContext } from './context.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { fileTitle } from './file-title.ts'
import { frozen, isAsked, partOf, sheetCell } from './village-book-sheet.ts'

/** 退回件 — the rows that were not taken and those that are gone, each with its reason, under the same codes. */
export async function sendBackVillageBook(
  ctx: JobContext,
  { returnId }: { returnId: string },
): Promise<{ file: FileRef; rows: number }> {
  const { book } = await getReturn(ctx.reader, ctx.scope, returnId)
  const columns = JSON.parse(book.columns) as BookColumns
  const printed = new Map((await listBookRows(ctx.reader, book.id)).map((row) => [row.rowNo, row]))
  const lines = (await listLines(ctx.reader, returnId))
    .filter(({ status, kind }) => status === 'refused' || (status === 'open' && kind === 'removed'))
    .map((line) => toSendBack(line, printed))
  if (lines.length === 0) throw new Problem('village-book.nothing-to-send-back')
  const village = villageTitle(book.villageName)
  const township = (await getTownship(ctx.reader)).name
  const fileName = `${fileTitle(`退回件_村级核对表_${village}`)}.xlsx`
  const bytes = await runSheetWork(
    {
      work: 'write-village-book',
      fileName,
      book: {
        title: `${township}${village} ${book.roundName ?? registerBookName} 村级核对表 ${sentBackMark}`,
        identity: `工作簿编号 ${book.code}　第 ${String(book.edition)} 版　${sentBackMark}　${township}${village}　只改红色格子和有退回原因的行`,
        parts: partsBack(book.code, columns, lines),
        instructions: bookInstructions(book.roundId !== null),
      },
    },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
  await ctx.inTransaction(async (command) => {
    const serial = exportSerial(command)
    const title = `${village} 村级核对表退回件`
    const what = {
      columns: allColumns(columns).map(({ header }) => header),
      conditions: `${book.roundName ?? registerBookName}；${village}`,
    }
    const counted = { rows: lines.length, people: lines.length, fileName }
    await recordExport(
      command,
      { kind: 'sent-back', serial, title, ...what, ...counted, reason: '退回村里核对', recipient: village },
      bytes,
    )
  })
  return { file: await ctx.files.offer(fileName, bytes), rows: lines.length }
}

interface LineBack {
  readonly line: StoredBookLine
  readonly row: PrintedRow
  readonly changes: ReadonlyMap<string, BookCellChange>
}

function toSendBack(line: StoredBookLine, printed: ReadonlyMap<number, PrintedRow>): LineBack {
  const blank = { rowNo: line.rowNo ?? 0, householdId: null, personId: null, taskId: null, cells: {} }
  const row = (line.rowNo === null ? undefined : printed.get(line.rowNo)) ?? blank
  const cells = JSON.parse(line.cells) as BookCellChange[]
  return { line, row, changes: new Map(cells.map((cell) => [cell.column, cell])) }
}

const reasonColumn: BookColumn = { key: 'sentBackReason', header: reasonHeader, use: 'locked', width: 40 }

function partsBack(code: string, columns: BookColumns, lines: readonly LineBack[]): SheetPart[] {
  const cellOf = (column: BookColumn, line: LineBack) => cellBack(code, column, line)
  const people = partOf('人员核对', withReason(columns.people), lines, cellOf, frozen.people)
  const asked = lines.filter(({ row }) => isAsked(row, columns.answers))
  return asked.length === 0
    ? [people]
    : [people, partOf('问答', withReason(columns.answers), asked, cellOf, frozen.answers)]
}

/** Before the code that is out of sight. */
function withReason(columns: readonly BookColumn[]): BookColumn[] {
  return [...columns.slice(0, -1), reasonColumn, ...columns.slice(-1)]
}

/** A full number goes back to nobody in a sheet of several people: it is asked for anew. */
function cellBack(code: string, column: BookColumn, { line, row, changes }: LineBack): SheetCell {
  if (column.key === reasonColumn.key) return { text: reasonOf(line, [...changes.values()]), use: 'locked' }
  const cell = sheetCell(code, column, row)
  const change = changes.get(column.key)
  if (change === undefined || cell.use === 'code') return cell
  const text = column.use === 'new' || cell.use === 'locked' ? cell.text : change.typed
  return { ...cell, text, ...(change.rule === null ? {} : { wrong: bookRuleText(change.rule) }) }
}

function reasonOf(line: StoredBookLine, cells: readonly BookCellChange[]): string {
  const doubts = (JSON.parse(line.doubts) as BookDoubt[]).map(bookDoubtText)
  const wrong = cells.flatMap(({ header, rule }) =>
    rule === null ? [] : [`${header}：${bookRuleText(rule)}`],
  )
  return [...(line.reason === null ? doubts : [line.reason]), ...wrong].join('；')
}
