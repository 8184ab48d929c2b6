import type { Grid } from './grid.ts'
import { proposeColumns, type Proposal } from './propose-columns.ts'
import type { WantedField } from './table-read.ts'

/** A kind of list a file may be, as far as reading it goes. */
export interface KindWanted<K extends string = string> {
  readonly kind: K
  readonly fields: readonly WantedField[]
  readonly titles: RegExp
  readonly telling: readonly string[]
  /** Nobody stands on such a list twice. */
  readonly onePerson?: boolean
}

/** One sheet as a list of one kind; `proposal` is missing when it has no head for it. */
export interface SheetAs {
  readonly grid: Grid
  readonly proposal: Proposal | undefined
}

export interface BookAs<K extends string = string> {
  readonly wanted: KindWanted<K>
  readonly sheets: readonly SheetAs[]
}

export function asKind<K extends string>(grids: readonly Grid[], wanted: KindWanted<K>): BookAs<K> {
  return { wanted, sheets: grids.map((grid) => ({ grid, proposal: proposeColumns(grid, wanted.fields) })) }
}

const forATitle = 4
const forATellingColumn = 1.5
/** What a title names is that list, also where a column of it goes by a name nobody knows. */
const forAMissingColumn = 1.5

/**
 * 猜种类 — the kind that knows most of the columns, those of its own and the words of titles and file name counting
 * more. Undefined when nothing tells of any kind.
 */
export function guessKind<K extends string>(
  books: readonly BookAs<K>[],
  fileName: string,
): BookAs<K> | undefined {
  const scored = books
    .map((book) => ({ book, score: scoreOf(book, fileName) }))
    .filter(({ score }) => score > 0)
  return scored.reduce<(typeof scored)[number] | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  )?.book
}

function scoreOf({ wanted, sheets }: BookAs, fileName: string): number {
  return Math.max(
    0,
    ...sheets.map(({ grid, proposal }) => {
      if (grid.isHidden || proposal === undefined) return 0
      const { fieldByColumn, missingRequired } = proposal.header
      const fields = new Set(fieldByColumn.values())
      const isTelling = wanted.telling.some((field) => fields.has(field))
      const title = titleScore(wanted, grid, proposal, fileName)
      if (title === 0 && (!isTelling || missingRequired.length > 0)) return 0
      return (
        fields.size +
        title +
        (isTelling ? forATellingColumn : -forATellingColumn) -
        missingRequired.length * forAMissingColumn
      )
    }),
  )
}

/** What stands above the head says more than the names of sheet and file, and a long word more than a short one. */
function titleScore({ titles }: KindWanted, grid: Grid, { header }: Proposal, fileName: string): number {
  const above = grid.texts.slice(0, header.firstLine).flat().join(' ')
  const matched = [above, grid.name, fileName].map((text) => titles.exec(text)?.[0].length ?? 0)
  const longest = Math.max(...matched)
  return longest === 0 ? 0 : forATitle + longest / 2
}
