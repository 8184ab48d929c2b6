import { Problem } from '../domain/problem.ts'
import { fileKind } from './file-kind.ts'
import { findHeader, headerOn, isBetter } from './find-header.ts'
import type { Grid } from './grid.ts'
import { completed, type Proposal, type Sureness } from './propose-columns.ts'
import { readGrids } from './read-grids.ts'
import { readLimits } from './read-limits.ts'
import { shapeOf } from './shape-of.ts'
import { sortLines } from './sort-lines.ts'
import type { WantedField } from './table-read.ts'

export interface FormAsked {
  readonly bytes: Uint8Array
  readonly fields: readonly WantedField[]
  /** As the clerk says; null for the best one. */
  readonly sheet: string | null
  /** 1-based, from and to. */
  readonly header: readonly [number, number] | null
}

/** 对方的表 — where its head is, what its columns are taken for, which lines have people and where there is room. */
export interface FormSeen {
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
  readonly sheet: string
  readonly header: readonly [number, number]
  readonly columns: readonly {
    readonly header: string
    readonly field: string | null
    readonly sureness: Sureness | null
    readonly samples: readonly string[]
  }[]
  readonly shape: readonly string[]
  /** Lines that have something in them already, from 0, with all of their texts. */
  readonly rows: readonly { readonly line: number; readonly texts: readonly string[] }[]
  /** From where rows can be written, and how many lines are free; null where nothing stands below. */
  readonly room: { readonly from: number; readonly free: number | null }
}

export async function readForm({
  bytes: given,
  fileName,
  ...asked
}: FormAsked & { readonly fileName: string }): Promise<FormSeen> {
  const bytes = Buffer.from(given)
  if (fileKind(bytes) !== 'zip') throw new Problem('form.not-xlsx', { fileName })
  const grids = await readGrids(bytes, fileName, readLimits)
  const grid = chooseGrid(grids, asked)
  const proposal = grid && proposalOf(grid, asked)
  if (grid === undefined || proposal === undefined) throw new Problem('form.no-head', { fileName })
  const { header, sureness, looks } = proposal
  return {
    sheets: grids.map(({ name, isHidden }) => ({ name, isHidden })),
    sheet: grid.name,
    header: [header.firstLine + 1, header.lastLine + 1],
    columns: header.columns.map((levels, at) => ({
      header: levels.join('/'),
      field: header.fieldByColumn.get(at) ?? null,
      sureness: sureness.get(at) ?? null,
      samples: looks[at]?.samples ?? [],
    })),
    shape: shapeOf(header.columns),
    ...placesOf(grid, proposal),
  }
}

function chooseGrid(
  grids: readonly Grid[],
  { sheet, fields }: Pick<FormAsked, 'sheet' | 'fields'>,
): Grid | undefined {
  if (sheet !== null) return grids.find(({ name }) => name === sheet)
  const visible = grids.filter(({ isHidden, lineCount }) => !isHidden && lineCount > 0)
  return visible.reduce<Grid | undefined>((best, grid) => {
    const [was, is] = [best && findHeader(best, fields), findHeader(grid, fields)]
    return is !== undefined && (was === undefined || isBetter(is, was)) ? grid : (best ?? grid)
  }, undefined)
}

function proposalOf(grid: Grid, { header, fields }: Omit<FormAsked, 'bytes'>): Proposal | undefined {
  const found =
    header === null ? findHeader(grid, fields) : headerOn(grid, header[0] - 1, header[1] - 1, fields)
  return found && completed(grid, found, fields)
}

/** Free lines follow the last row that has somebody in it; a line with nothing but its number is free as well. */
function placesOf(grid: Grid, { header }: Proposal): Pick<FormSeen, 'rows' | 'room'> {
  const serial = [...header.fieldByColumn].find(([, field]) => field === 'serial')?.[0]
  const isFree = (line: number): boolean =>
    (grid.texts[line] ?? []).every((text, column) => text === '' || (column === serial && /^\d+$/.test(text)))
  const { rowLines, skipped } = sortLines({ grid, header })
  const rows = rowLines.filter((line) => line > header.lastLine && !isFree(line))
  const numbering = skipped.find(({ why }) => why === 'numbering')
  const top =
    numbering !== undefined && numbering.line === header.lastLine + 2
      ? header.lastLine + 2
      : header.lastLine + 1
  const from = (rows.at(-1) ?? top - 1) + 1
  let end = from
  while (end < grid.lineCount && isFree(end)) end += 1
  const taken = rows.map((line) => ({ line, texts: grid.texts[line] ?? [] }))
  return { rows: taken, room: { from, free: end >= grid.lineCount ? null : end - from } }
}
