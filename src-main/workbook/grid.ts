/** One sheet as text by line and column, whatever kind of file it came from. Lines and columns are 0-based. */
export interface Grid {
  readonly name: string
  readonly isHidden: boolean
  /** Up to the last line, and the last column, that says something. */
  readonly lineCount: number
  readonly columnCount: number
  readonly texts: readonly string[][]
  /** 1 where the cell was stored as a number, at `line * columnCount + column`. */
  readonly numbers: Uint8Array
  readonly merges: readonly Merge[]
  readonly hiddenLines: number
  /** 0-based. */
  readonly hiddenColumns: readonly number[]
  readonly emptyFormulas: number
}

export interface Merge {
  readonly firstLine: number
  readonly lastLine: number
  readonly firstColumn: number
  readonly lastColumn: number
}

export function textAt(grid: Grid, line: number, column: number): string {
  return grid.texts[line]?.[column] ?? ''
}
