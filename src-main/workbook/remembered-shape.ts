import type { RememberedShape } from './book-read.ts'
import type { Grid } from './grid.ts'
import type { KindWanted } from './guess-kind.ts'
import { saidColumns } from './said-columns.ts'
import { shapeOf } from './shape-of.ts'
import type { Proposal } from './propose-columns.ts'

/** A head a clerk has put right before is read as they had it. */
export function withRemembered(
  grid: Grid,
  proposal: Proposal,
  { kind, fields }: KindWanted,
  remembered: readonly RememberedShape[],
): Proposal {
  const shape = shapeOf(proposal.header.columns).join('|')
  const known = remembered.find((each) => each.kind === kind && each.headers.join('|') === shape)
  if (known === undefined) return proposal
  const first = proposal.header.firstLine + known.from
  const last = proposal.header.lastLine + known.to
  if (first < 0 || last < first || last >= grid.lineCount) return proposal
  const said = { firstLine: first, lastLine: last, fields: known.fields }
  return { ...saidColumns(grid, said, fields, 'remembered'), proposed: proposal.header }
}
