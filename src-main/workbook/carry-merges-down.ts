import { textAt } from './grid.ts'
import type { Grid, Merge } from './grid.ts'

/**
 * Writes the text of a merged block into the lines below it, in its first column only: a village merged down its
 * block belongs to every line, a total merged across is no name. `lines` are those that are rows.
 */
export function carryMergesDown(grid: Grid, lines: readonly number[]): void {
  const isRow = new Uint8Array(grid.lineCount)
  for (const line of lines) isRow[line] = 1
  for (const merge of grid.merges) {
    if (merge.lastLine > merge.firstLine) carry(grid, merge, isRow)
  }
}

function carry(grid: Grid, merge: Merge, isRow: Uint8Array): void {
  const column = merge.firstColumn
  const text = textAt(grid, merge.firstLine, column)
  if (text === '') return
  const number = grid.numbers[merge.firstLine * grid.columnCount + column] ?? 0
  for (let line = merge.firstLine + 1; line <= Math.min(merge.lastLine, grid.lineCount - 1); line++) {
    const own = grid.texts[line]
    if (isRow[line] !== 1 || !own || (own[column] ?? '') !== '') continue
    while (own.length < column) own.push('')
    own[column] = text
    grid.numbers[line * grid.columnCount + column] = number
  }
}
