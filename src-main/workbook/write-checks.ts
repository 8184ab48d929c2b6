import type { Worksheet } from '@cj-tech-master/excelts'
import { cleanText } from './clean-text.ts'
import { fillOf, fitWidth, startSheet, styleRow } from './sheet-style.ts'
import { bookBytes, newBook, sheetName } from './write-book.ts'

/** 核对表 — every line of a sheet with what becomes of it. */
export interface CheckTable {
  /** Of the sheet. */
  readonly name: string
  readonly title: string
  readonly headers: readonly string[]
  readonly rows: readonly CheckedRow[]
}

export interface CheckedRow {
  readonly line: number
  readonly outcome: string
  /** How loud the outcome is. */
  readonly tone: 'good' | 'warn' | 'bad' | 'quiet'
  /** Against what is stored. */
  readonly difference: string
  readonly why: string
  readonly cells: readonly string[]
  readonly wrong: readonly { readonly columnIndex: number | null; readonly text: string }[]
}

const ownHeaders = ['原行号', '结果', '与已存比较', '原因']
const lightRed = fillOf('FFFFC7CE')
const tones = { good: 'FF12734A', warn: 'FFB45309', bad: 'FFC00000', quiet: 'FF808080' } as const

/** Sheets to read through on paper or screen: filters on the head, the wrong cell red with its reason in a note. */
export async function writeChecks(tables: readonly CheckTable[]): Promise<Uint8Array> {
  const book = await newBook()
  for (const table of tables) fillSheet(book.addWorksheet(sheetName(table.name)), table)
  return bookBytes(book)
}

function fillSheet(sheet: Worksheet, { title, headers, rows }: CheckTable): void {
  const heads = [...ownHeaders, ...headers.map(cleanText)]
  startSheet(sheet, cleanText(title), heads)
  sheet.autoFilter = {
    from: { row: 2, col: 1 },
    to: { row: Math.max(2, rows.length + 2), col: heads.length },
  }
  for (const row of rows) addChecked(sheet, row, heads.length)
  heads.forEach((head, at) => {
    const column = sheet.getColumn(at + 1)
    column.numFmt = '@'
    fitWidth(column, [head, ...rows.slice(0, 500).map((row) => textsOf(row)[at] ?? '')])
  })
}

function addChecked(sheet: Worksheet, checked: CheckedRow, width: number): void {
  const row = sheet.addRow(textsOf(checked))
  styleRow(row, width)
  for (let at = 1; at <= width; at++) row.getCell(at).numFmt = '@'
  row.getCell(2).font = { color: { argb: tones[checked.tone] }, bold: checked.tone === 'bad' }
  if (checked.tone === 'quiet') row.getCell(4).font = { color: { argb: tones.quiet } }
  for (const [columnIndex, own] of Map.groupBy(checked.wrong, (one) => one.columnIndex)) {
    if (columnIndex === null) continue
    const cell = row.getCell(ownHeaders.length + columnIndex + 1)
    cell.fill = lightRed
    cell.note = cleanText(own.map(({ text }) => text).join('\n'))
  }
}

function textsOf({ line, outcome, difference, why, cells }: CheckedRow): string[] {
  return [String(line), outcome, difference, cleanText(why), ...cells.map(cleanText)]
}
