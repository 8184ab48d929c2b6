import { Problem } from '../domain/problem.ts'
import { findHeader, isBetter } from './find-header.ts'
import type { Grid } from './grid.ts'
import type { Header } from './find-header.ts'
import type { ReadRequest } from './table-read.ts'

export interface SheetWithHeader {
  readonly grid: Grid
  readonly header: Header | undefined
}

export interface ChosenSheet {
  readonly grid: Grid
  readonly header: Header
}

export function withHeaders(grids: readonly Grid[], request: ReadRequest): SheetWithHeader[] {
  return grids.map((grid) => ({ grid, header: findHeader(grid, request.header.fields) }))
}

/** The sheet asked for, or else the visible one with the best header, and of equals the longest. */
export function chooseSheet(sheets: readonly SheetWithHeader[], request: ReadRequest): ChosenSheet {
  const { fileName } = request
  const isWanted = ({ grid }: SheetWithHeader) =>
    request.sheet === undefined ? !grid.isHidden : grid.name === request.sheet
  const chosen = sheets.filter(isWanted).filter(hasHeader).reduce<ChosenSheet | undefined>(better, undefined)
  if (!chosen) {
    throw new Problem('list.no-header', {
      fileName,
      wanted: request.header.fields.map((field) => field.label),
    })
  }
  const missing = chosen.header.missingRequired.map((field) => field.label)
  if (missing.length > 0)
    throw new Problem('list.columns-missing', { fileName, sheet: chosen.grid.name, missing })
  return chosen
}

function hasHeader(sheet: SheetWithHeader): sheet is ChosenSheet {
  return sheet.header !== undefined
}

function better(best: ChosenSheet | undefined, sheet: ChosenSheet): ChosenSheet {
  if (!best || isBetter(sheet.header, best.header)) return sheet
  if (isBetter(best.header, sheet.header)) return best
  return sheet.grid.lineCount > best.grid.lineCount ? sheet : best
}
