import { Problem } from '../domain/problem.ts'
import { carryMergesDown } from './carry-merges-down.ts'
import { chooseSheet, withHeaders } from './choose-sheet.ts'
import { readGrids } from './read-grids.ts'
import { readLimits } from './read-limits.ts'
import { readNotes } from './read-notes.ts'
import { sortLines } from './sort-lines.ts'
import type { ChosenSheet, SheetWithHeader } from './choose-sheet.ts'
import type { Grid } from './grid.ts'
import type { ReadLimits } from './read-limits.ts'
import type { ReadRequest, SheetSeen, TableColumn, TableHead } from './table-read.ts'

/** A read table before its rows are packed for the way to the asking process. */
export interface ParsedTable {
  readonly head: TableHead
  readonly grid: Grid
  readonly rowLines: readonly number[]
}

export async function parseFile(bytes: Buffer, request: ReadRequest): Promise<ParsedTable> {
  const limits = { ...readLimits, ...request.limits }
  const grids = await readGrids(bytes, request.fileName, limits)
  const sheets = withHeaders(grids, request)
  const chosen = chooseSheet(sheets, request)
  const { rowLines, skipped } = sortLines(chosen)
  carryMergesDown(chosen.grid, rowLines)
  refuseTooMuchText(chosen.grid, request.fileName, limits)
  const { firstLine, lastLine } = chosen.header
  const head: TableHead = {
    fileName: request.fileName,
    sheet: chosen.grid.name,
    sheets: sheets.map(toSheetSeen),
    headerLines: Array.from({ length: lastLine - firstLine + 1 }, (_, at) => firstLine + at + 1),
    columns: toColumns(chosen),
    skipped,
    notes: readNotes(
      chosen.grid,
      sheets.map((sheet) => sheet.grid),
    ),
  }
  return { head, grid: chosen.grid, rowLines }
}

/** One long text shared by every cell is small in the file and in memory, and endless once written out. */
export function refuseTooMuchText(grid: Grid, fileName: string, limits: ReadLimits): void {
  const mostCharacters = limits.memberMegabytes * 1024 * 1024
  let characters = 0
  for (const own of grid.texts) for (const text of own) characters += text.length
  if (characters > mostCharacters) {
    throw new Problem('file.too-large', { fileName, limit: limits.memberMegabytes, unit: 'MB' })
  }
}

function toSheetSeen({ grid, header }: SheetWithHeader): SheetSeen {
  return {
    name: grid.name,
    hidden: grid.isHidden,
    rows: grid.lineCount,
    matches: header?.fieldByColumn.size ?? 0,
  }
}

function toColumns({ header }: ChosenSheet): TableColumn[] {
  return header.columns.map((levels, index) => ({
    index,
    header: levels.join('/'),
    field: header.fieldByColumn.get(index) ?? null,
  }))
}
