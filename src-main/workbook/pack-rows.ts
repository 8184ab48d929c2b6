import { lossyNumberText } from './number-text.ts'
import type { CellText } from './cell-text.ts'
import type { Grid } from './grid.ts'
import type { TableColumn, TableRow } from './table-read.ts'

/** Rows as one text and two arrays: crossing a process as objects would take longer than reading the sheet. */
export interface PackedRows {
  readonly lines: Uint32Array
  readonly texts: string
  /** 1 where the cell was stored as a number, row by row. */
  readonly numbers: Uint8Array
}

/** One block of rows taken apart again; `texts` holds the cells row by row. */
export interface UnpackedBlock {
  readonly lines: Uint32Array
  readonly texts: readonly string[]
  readonly numbers: Uint8Array
}

export function unpackBlock({ lines, texts, numbers }: PackedRows): UnpackedBlock {
  return { lines, texts: texts.split(separator), numbers }
}

/** A row as it is given back: a number whose digits are lost shows that. */
export function rawRow({ texts, numbers }: UnpackedBlock, row: number, width: number): string[] {
  const start = row * width
  return texts
    .slice(start, start + width)
    .map((text, column) => (numbers[start + column] === 1 ? lossyNumberText(text) : text))
}

/** Control characters never reach a cell's text, so this one separates them. */
const separator = '\u001f'

export interface RowsToPack {
  readonly grid: Grid
  readonly rowLines: readonly number[]
}

export function packRows(table: RowsToPack, from: number, count: number): PackedRows {
  const { grid, rowLines } = table
  const lines = Uint32Array.from(rowLines.slice(from, from + count))
  const numbers = new Uint8Array(lines.length * grid.columnCount)
  const texts: string[] = []
  lines.forEach((line, at) => {
    const own = grid.texts[line] ?? []
    for (let column = 0; column < grid.columnCount; column++) texts.push(own[column] ?? '')
    const start = line * grid.columnCount
    numbers.set(grid.numbers.subarray(start, start + grid.columnCount), at * grid.columnCount)
  })
  return { lines: lines.map((line) => line + 1), texts: texts.join(separator), numbers }
}

export function unpackRows(packed: PackedRows, columns: readonly TableColumn[]): TableRow[] {
  const texts = packed.texts.split(separator)
  const width = columns.length
  const fields = columns.flatMap(({ index, field }) => (field === null ? [] : [{ index, field }]))
  return Array.from(packed.lines, (line, row) => {
    const start = row * width
    const raw = texts.slice(start, start + width)
    const cells: Record<string, CellText> = {}
    for (const { index, field } of fields) {
      cells[field] = { text: raw[index] ?? '', wasNumber: packed.numbers[start + index] === 1 }
    }
    for (let column = 0; column < width; column++) {
      if (packed.numbers[start + column] === 1) raw[column] = lossyNumberText(raw[column] ?? '')
    }
    return { line, cells, raw }
  })
}
