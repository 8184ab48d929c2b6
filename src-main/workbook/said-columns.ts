import { headerOn } from './find-header.ts'
import type { Grid } from './grid.ts'
import { completed, type Proposal, type Sureness } from './propose-columns.ts'
import type { WantedField } from './table-read.ts'

/** The columns as somebody has said they are, now or when such a file was there before. Lines are 0-based. */
export function saidColumns(
  grid: Grid,
  said: {
    readonly firstLine: number
    readonly lastLine: number
    readonly fields: readonly (string | null)[]
  },
  wanted: readonly WantedField[],
  sureness: Sureness,
): Proposal {
  const header = headerOn(grid, said.firstLine, said.lastLine, wanted)
  const known = new Set(wanted.map(({ key }) => key))
  const fieldByColumn = new Map(
    said.fields.flatMap((field, column) =>
      field !== null && known.has(field) ? [[column, field] as const] : [],
    ),
  )
  const found = new Set(fieldByColumn.values())
  const missingRequired = wanted.filter(({ key, required }) => required && !found.has(key))
  const { looks } = completed(grid, { ...header, fieldByColumn: new Map() }, [])
  return {
    header: { ...header, fieldByColumn, missingRequired },
    looks,
    sureness: new Map([...fieldByColumn.keys()].map((column) => [column, sureness])),
  }
}
