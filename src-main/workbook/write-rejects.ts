import { cleanText } from './clean-text.ts'
import { fillOf, fitWidth, startSheet, styleRow } from './sheet-style.ts'
import { bookBytes, newBook, sheetName } from './write-book.ts'
import type { Worksheet } from '@cj-tech-master/excelts'

/** 退回表 — rows that were not accepted, as they came, each with its reasons. */
export interface RejectTable {
  /** Of the sheet. */
  readonly name: string
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: readonly RejectedRow[]
}

export interface RejectedRow {
  readonly line: number
  readonly raw: readonly string[]
  readonly reasons: readonly RejectReason[]
}

export interface RejectReason {
  /** Which of the headers is wrong; null when it is the row as a whole. */
  readonly columnIndex: number | null
  readonly text: string
}

const lineHeader = '原行号'
const reasonHeader = '退回原因'
const lightRed = fillOf('FFFFC7CE')

/**
 * Sheets a clerk puts right and imports again. Every cell is text, so no ID number turns into a number there and
 * nothing that looks like a formula becomes one.
 */
export async function writeRejects(tables: readonly RejectTable[]): Promise<Uint8Array> {
  const book = await newBook()
  for (const table of tables) fillSheet(book.addWorksheet(sheetName(table.name)), table)
  return bookBytes(book)
}

function fillSheet(sheet: Worksheet, table: RejectTable): void {
  // a sheet given back a second time has our own two columns already
  const kept = table.headers.flatMap((header, index) =>
    header === lineHeader || header === reasonHeader ? [] : [index],
  )
  const headers = [...kept.map((index) => cleanText(table.headers[index] ?? '')), lineHeader, reasonHeader]
  startSheet(sheet, cleanText(table.title), headers)
  for (const row of table.rows) addRejected(sheet, row, kept)
  headers.forEach((_, at) => {
    const column = sheet.getColumn(at + 1)
    column.numFmt = '@'
    fitWidth(column, [headers[at] ?? '', ...table.rows.slice(0, 500).map((row) => textAt(row, at, kept))])
  })
}

function addRejected(sheet: Worksheet, rejected: RejectedRow, kept: readonly number[]): void {
  const texts = Array.from({ length: kept.length + 2 }, (_, at) => textAt(rejected, at, kept))
  const row = sheet.addRow(texts)
  styleRow(row, texts.length)
  texts.forEach((_, at) => (row.getCell(at + 1).numFmt = '@'))
  row.getCell(texts.length).font = { color: { argb: 'FFC00000' } }
  kept.forEach((index, at) => {
    const own = rejected.reasons.filter((reason) => reason.columnIndex === index).map((reason) => reason.text)
    if (own.length === 0) return
    const cell = row.getCell(at + 1)
    cell.fill = lightRed
    cell.note = cleanText(own.join('\n'))
  })
}

function textAt(row: RejectedRow, at: number, kept: readonly number[]): string {
  if (at === kept.length) return String(row.line)
  if (at > kept.length) return cleanText([...new Set(row.reasons.map((reason) => reason.text))].join('；'))
  return cleanText(row.raw[kept[at] ?? -1] ?? '')
}
