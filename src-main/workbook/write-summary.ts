import { cleanText } from './clean-text.ts'
import { fillOf, startSheet, styleRow } from './sheet-style.ts'
import { bookBytes, newBook, sheetName } from './write-book.ts'
import type { Row, Worksheet } from '@cj-tech-master/excelts'

/** 汇总表 — what a department clerk opens first. */
export interface SummarySheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly SummaryColumn[]
  readonly rows: readonly SummaryRow[]
  readonly totals?: SummaryRow
  /** Lines under the table, over all columns: what batch this is, and where to sign. */
  readonly foot?: readonly string[]
  /** 水印 — at the head of every printed page. */
  readonly watermark?: string
}

/** Money is given in fen and shown in yuan, area in 0.01 亩 and shown in 亩. */
export interface SummaryColumn {
  readonly header: string
  readonly width: number
  readonly kind: SummaryKind
}

export type SummaryKind = 'text' | 'area' | 'money' | 'count'
export type SummaryRow = readonly (string | number | null)[]

const formats: Readonly<Record<SummaryKind, string>> = {
  text: '@',
  area: '#,##0.00',
  money: '#,##0.00',
  count: '#,##0',
}

/** Two lines of text, with room to sign. */
const footHeightPoints = 44

/** The same sheets give the same bytes. */
export async function writeSummary(sheets: readonly SummarySheet[]): Promise<Uint8Array> {
  const book = await newBook()
  for (const sheet of sheets) fillSheet(book.addWorksheet(sheetName(sheet.name)), sheet)
  return bookBytes(book)
}

function fillSheet(into: Worksheet, sheet: SummarySheet): void {
  const headers = sheet.columns.map((column) => cleanText(column.header))
  startSheet(into, cleanText(sheet.title), headers)
  for (const row of sheet.rows) addRow(into, row, sheet.columns)
  if (sheet.totals) styleTotals(addRow(into, sheet.totals, sheet.columns), sheet.columns.length)
  for (const line of sheet.foot ?? []) addFootLine(into, line, sheet.columns.length)
  sheet.columns.forEach((column, at) => (into.getColumn(at + 1).width = column.width))
  if (sheet.watermark !== undefined)
    into.headerFooter.oddHeader = `&C&"-,Bold"&12${headerText(sheet.watermark)}`
}

/** In a page header `&` begins a code, and digits after a size would be read as more of it. */
function headerText(text: string): string {
  return ` ${cleanText(text).replaceAll('&', '&&')}`
}

function addRow(into: Worksheet, values: SummaryRow, columns: readonly SummaryColumn[]): Row {
  const row = into.addRow(columns.map(({ kind }, at) => shown(values[at] ?? null, kind)))
  styleRow(row, columns.length)
  columns.forEach(({ kind }, at) => (row.getCell(at + 1).numFmt = formats[kind]))
  return row
}

function addFootLine(into: Worksheet, text: string, columns: number): void {
  const row = into.addRow([cleanText(text)])
  into.mergeCells(row.number, 1, row.number, Math.max(1, columns))
  row.height = footHeightPoints
  row.getCell(1).alignment = { vertical: 'middle', wrapText: true }
}

function shown(value: string | number | null, kind: SummaryKind): string | number | null {
  if (value === null) return null
  if (kind === 'text' || typeof value === 'string') return cleanText(String(value))
  return kind === 'count' ? value : value / 100
}

function styleTotals(row: Row, columns: number): void {
  row.font = { bold: true }
  for (let column = 1; column <= columns; column++) row.getCell(column).fill = fillOf('FFF2F2F2')
}
