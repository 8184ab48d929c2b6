import type { BookAs, SheetAs } from './guess-kind.ts'
import type { Proposal } from './propose-columns.ts'
import { sortLines, type SortedLines } from './sort-lines.ts'
import type { Grid } from './grid.ts'

/** Why a sheet is not among those read. */
export type SheetWhy =
  | 'hidden'
  | 'empty'
  | 'no-header'
  | 'columns-missing'
  | 'sample'
  | 'old'
  | 'other-year'
  | 'same-rows'
  | 'not-asked'

/** A sheet to be read, with its lines told apart. */
export interface SheetToRead {
  readonly grid: Grid
  readonly proposal: Proposal
  readonly lines: SortedLines
}

export interface ChosenSheets {
  readonly chosen: readonly SheetToRead[]
  readonly whyNot: ReadonlyMap<Grid, SheetWhy>
}

const sample = /说明|样例|样表|示例|模板|范例|填表|字典|代码|下拉/
const old = /旧|备份|副本|作废|原始|\(\d+\)$|（\d+）$/

/**
 * Every visible sheet that is such a list, so that one sheet a village comes in as one import; samples, old copies and
 * sheets that repeat another's rows stay out. Where no sheet has all it needs, the best is given for a person to put right.
 */
export function chooseSheets({ wanted, sheets }: BookAs, year: number | null): ChosenSheets {
  const whyNot = new Map<Grid, SheetWhy>()
  const fit: SheetToRead[] = []
  for (const { grid, proposal } of sheets) {
    const why = whyNotAlone(grid, proposal)
    const lines = proposal && sortLines({ grid, header: proposal.header })
    if (why === undefined && proposal && lines && lines.rowLines.length > 0)
      fit.push({ grid, proposal, lines })
    else whyNot.set(grid, why ?? 'empty')
  }
  if (fit.length === 0) return bestOf(sheets, whyNot)
  const others = withoutOthers(fit, year, whyNot)
  return { chosen: withoutRepeats(others, whyNot, wanted.onePerson === true), whyNot }
}

function whyNotAlone(grid: Grid, proposal: Proposal | undefined): SheetWhy | undefined {
  if (grid.lineCount === 0) return 'empty'
  if (grid.isHidden) return 'hidden'
  if (proposal === undefined) return 'no-header'
  return proposal.header.missingRequired.length > 0 ? 'columns-missing' : undefined
}

/** Samples, old copies and other years only matter beside the real one. */
function withoutOthers(
  fit: readonly SheetToRead[],
  year: number | null,
  whyNot: Map<Grid, SheetWhy>,
): readonly SheetToRead[] {
  const years = new Set(fit.flatMap(({ grid }) => yearIn(grid.name) ?? []))
  const wanted = year !== null && years.has(year) ? year : Math.max(...years)
  const reasons: readonly (readonly [SheetWhy, (sheet: SheetToRead) => boolean])[] = [
    ['sample', ({ grid }) => sample.test(grid.name)],
    ['old', ({ grid }) => old.test(grid.name)],
    ['other-year', ({ grid }) => years.size > 1 && (yearIn(grid.name) ?? wanted) !== wanted],
  ]
  return reasons.reduce((kept, [why, isOut]) => {
    const out = kept.filter(isOut)
    if (out.length === 0 || out.length === kept.length) return kept
    for (const { grid } of out) whyNot.set(grid, why)
    return kept.filter((sheet) => !out.includes(sheet))
  }, fit)
}

function yearIn(name: string): number | undefined {
  const year = /(?:19|20)\d{2}/.exec(name)?.[0]
  return year === undefined ? undefined : Number(year)
}

/** A sheet half of whose rows stand in a longer one is a copy of it. */
function withoutRepeats(
  fit: readonly SheetToRead[],
  whyNot: Map<Grid, SheetWhy>,
  onePerson: boolean,
): readonly SheetToRead[] {
  if (fit.length < 2) return fit
  const longestFirst = fit.toSorted((a, b) => b.lines.rowLines.length - a.lines.rowLines.length)
  const seen = new Set<string>()
  const repeated = new Set<Grid>()
  for (const sheet of longestFirst) {
    const rows = rowsOf(sheet, onePerson)
    const again = rows.filter((row) => seen.has(row)).length
    if (again * 2 >= rows.length) {
      repeated.add(sheet.grid)
      whyNot.set(sheet.grid, 'same-rows')
    } else for (const row of rows) seen.add(row)
  }
  return fit.filter(({ grid }) => !repeated.has(grid))
}

/** A person stands once in a register; on other lists a row is itself. */
function rowsOf({ grid, proposal, lines }: SheetToRead, onePerson: boolean): string[] {
  const columns = [...proposal.header.fieldByColumn]
    .filter(([, field]) => !onePerson || field === 'idNumber')
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  return lines.rowLines.map((line) =>
    columns.map(([column]) => (grid.texts[line]?.[column] ?? '').replace(/\s/g, '')).join('|'),
  )
}

function bestOf(sheets: readonly SheetAs[], whyNot: Map<Grid, SheetWhy>): ChosenSheets {
  let best: { grid: Grid; proposal: Proposal } | undefined
  for (const { grid, proposal } of sheets) {
    if (proposal === undefined || grid.isHidden) continue
    if (best === undefined || isBetterSheet({ grid, proposal }, best)) best = { grid, proposal }
  }
  if (best === undefined) return { chosen: [], whyNot }
  whyNot.delete(best.grid)
  const lines = sortLines({ grid: best.grid, header: best.proposal.header })
  return { chosen: [{ ...best, lines }], whyNot }
}

function isBetterSheet(
  sheet: { grid: Grid; proposal: Proposal },
  than: { grid: Grid; proposal: Proposal },
): boolean {
  const missing = (of: Proposal) => of.header.missingRequired.length
  const difference =
    missing(than.proposal) - missing(sheet.proposal) ||
    sheet.proposal.header.fieldByColumn.size - than.proposal.header.fieldByColumn.size ||
    sheet.grid.lineCount - than.grid.lineCount
  return difference > 0
}
