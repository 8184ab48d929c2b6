import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as cptable from 'xlsx/dist/cpexcel.full.mjs'
import { read, set_cptable, utils, type WorkSheet } from 'xlsx'
import type { RowText } from '../../src-main/domain/row-reader.ts'

set_cptable(cptable)

export const samples = resolve(import.meta.dirname, '../../../shared/samples')

/** The samples as a plain reader sees them: cells by letter, so that these tests stand on no workbook code. */
export function sampleSheet(fileName: string): WorkSheet {
  const workbook = read(readFileSync(resolve(samples, fileName)), { sheetStubs: true })
  return workbook.Sheets[workbook.SheetNames[0]!]!
}

export function sampleRows(sheet: WorkSheet, firstLine: number, columns: Readonly<Record<string, string>>) {
  const lastLine = utils.decode_range(sheet['!ref']!).e.r + 1
  const rows: { line: number; row: RowText }[] = []
  for (let line = firstLine; line <= lastLine; line++) rows.push({ line, row: rowAt(sheet, line, columns) })
  return rows
}

function rowAt(sheet: WorkSheet, line: number, columns: Readonly<Record<string, string>>): RowText {
  const cells = Object.entries(columns).map(
    ([field, letter]) => [field, cellText(sheet, letter + line)] as const,
  )
  return Object.fromEntries(cells)
}

function cellText(sheet: WorkSheet, address: string) {
  const cell = sheet[address]
  if (!cell || cell.t === 'z') return undefined
  return { text: String(cell.v), wasNumber: cell.t === 'n' }
}
