import type { Outputs } from '../../api/calls.ts'

type List = Outputs['publicity']['list']
export type PublicityRow = List['rows'][number]
export type ReadyVillage = List['ready'][number]

/** A line of the list: a notice, or a village that has none yet. */
export interface PublicityVillage {
  readonly key: string
  readonly villageName: string
  readonly lines: number
  readonly amountFen: number
  readonly row?: PublicityRow
  readonly ready?: ReadyVillage
}

const urgency: Record<PublicityRow['next'], number> = {
  objection: 0,
  conclude: 0,
  evidence: 1,
  post: 2,
  print: 3,
  wait: 5,
  done: 6,
  withdrawn: 7,
}
const readyUrgency = 4

/** What needs doing first stands first. */
export function villagesOf(list: List): readonly PublicityVillage[] {
  const notices = list.rows.map((row) => ({
    key: row.publicityId,
    villageName: row.villageName,
    lines: row.lines,
    amountFen: row.amountFen,
    row,
  }))
  const ready = list.ready.map((village) => ({
    key: village.villageCode,
    villageName: village.villageName,
    lines: village.rows,
    amountFen: village.amountFen,
    ready: village,
  }))
  return [...notices, ...ready].sort(
    (a: PublicityVillage, b: PublicityVillage) => urgencyOf(a) - urgencyOf(b),
  )
}

function urgencyOf(village: PublicityVillage): number {
  return village.row ? urgency[village.row.next] : readyUrgency
}
