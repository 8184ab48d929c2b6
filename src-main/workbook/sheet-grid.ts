import { cleanText } from './clean-text.ts'
import { dateText } from './date-text.ts'
import { numberText } from './number-text.ts'
import type { CellObject, Range, WorkSheet } from 'xlsx'
import type { Grid, Merge } from './grid.ts'

/** What a worksheet's own cells do not tell. */
export interface SheetSetting {
  readonly name: string
  readonly isHidden: boolean
  readonly is1904: boolean
  readonly hiddenLines: number
  readonly hiddenColumns: readonly number[]
  readonly emptyFormulas: number
}

type Cells = readonly (CellObject | undefined)[]

/** Cells of a sheet as text. A formula counts for the value stored with it, an error for nothing. */
export function sheetGrid(sheet: WorkSheet, setting: SheetSetting): Grid {
  const data = (sheet['!data'] ?? []) as readonly (Cells | undefined)[]
  const texts: string[][] = Array.from({ length: data.length }, () => [])
  const numberAt: (readonly [line: number, column: number])[] = []
  data.forEach((cells, line) => {
    if (cells) fillLine(cells, line, texts, numberAt, setting.is1904)
  })
  trimEnd(texts)
  const columnCount = texts.reduce((widest, line) => Math.max(widest, line.length), 0)
  return {
    ...setting,
    lineCount: texts.length,
    columnCount,
    texts,
    numbers: numberMarks(numberAt, texts.length, columnCount),
    merges: (sheet['!merges'] ?? []).map(toMerge),
  }
}

function fillLine(
  cells: Cells,
  line: number,
  texts: string[][],
  numberAt: (readonly [number, number])[],
  is1904: boolean,
): void {
  const filled: string[] = []
  cells.forEach((cell, column) => {
    const text = cell ? cellText(cell, is1904) : undefined
    if (!cell || !text) return
    while (filled.length < column) filled.push('')
    filled.push(text)
    if (cell.t === 'n' && !isShownAsDate(cell, is1904)) numberAt.push([line, column])
  })
  texts[line] = filled
}

function cellText(cell: CellObject, is1904: boolean): string {
  if (cell.t === 's') return cleanText(String(cell.v ?? ''))
  if (cell.t === 'n') return shownDate(cell, is1904) ?? numberText(Number(cell.v))
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE'
  return ''
}

function isShownAsDate(cell: CellObject, is1904: boolean): boolean {
  return shownDate(cell, is1904) !== undefined
}

function shownDate(cell: CellObject, is1904: boolean): string | undefined {
  return cell.z === undefined || cell.z === 'General'
    ? undefined
    : dateText(Number(cell.v), String(cell.z), is1904)
}

function trimEnd(texts: string[][]): void {
  while (texts.length > 0 && texts.at(-1)?.length === 0) texts.pop()
}

function numberMarks(
  numberAt: readonly (readonly [number, number])[],
  lines: number,
  columns: number,
): Uint8Array {
  const marks = new Uint8Array(lines * columns)
  for (const [line, column] of numberAt) marks[line * columns + column] = 1
  return marks
}

function toMerge({ s, e }: Range): Merge {
  return { firstLine: s.r, lastLine: e.r, firstColumn: s.c, lastColumn: e.c }
}
