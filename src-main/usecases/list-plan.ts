import type { Day } from '../domain/day.ts'
import type { ListKind } from '../domain/list-kind.ts'
import type { WordsByField } from '../domain/word-list.ts'

/** 对应关系 — how a file is to be taken: as what, which sheets, which column is which, what its words mean. */
export interface ListPlan {
  readonly kind: ListKind
  readonly year: number | null
  readonly month: number | null
  /** The one programme of a roll, or null where each line says which. */
  readonly programmeCode: string | null
  /** As of which day the list says so. */
  readonly asOf: Day | null
  readonly sheets: readonly PlannedSheet[]
  readonly said: WordsByField
}

export interface PlannedSheet {
  readonly sheet: string
  /** 1-based. */
  readonly headerFrom: number
  readonly headerTo: number
  readonly fields: readonly (string | null)[]
  /** What stands for columns the sheet does not have: its village, what kind of relief it lists. */
  readonly constants: Readonly<Record<string, string>>
}
