import type { SurveyRule } from './survey-rule.ts'

/** What a cell said when the workbook was printed. */
export interface PrintedCell {
  /** As it stood in the cell. */
  readonly text: string
  /** The value behind the field it may change, whether or not the cell showed it. */
  readonly value: string | null
  /** What the register said. */
  readonly base: string | null
  /** Edits of the round the printed value came from: a value that comes back takes their place and no other's. */
  readonly heads: readonly string[]
  /** Of whom or what the cell speaks; a cell without one cannot be filled in on this row. */
  readonly subject?: string
}

/** 行 — one person (and one line of theirs) of a village workbook, or a blank row at its end. */
export interface PrintedRow {
  readonly rowNo: number
  readonly householdId: string | null
  readonly personId: string | null
  readonly taskId: string | null
  readonly cells: Readonly<Record<string, PrintedCell>>
}

/** A cell as it came back. */
export interface ReturnedCell {
  readonly text: string
  readonly wasNumber: boolean
}

/** A row as it came back; `rowNo` is undefined where it has no usable row code. */
export interface ReturnedRow {
  /** Line of the sheet, from 1. */
  readonly line: number
  readonly rowNo: number | undefined
  /** By column key; a column that is gone has no cell. */
  readonly cells: Readonly<Record<string, ReturnedCell>>
  /** What was odd about it before it was matched. */
  readonly doubts?: readonly BookDoubt[]
}

export type BookLineKind = 'added' | 'changed' | 'removed'

/** 改动 — one cell that says something else than was printed. */
export interface BookCellChange {
  readonly column: string
  readonly header: string
  readonly old: string
  readonly typed: string
  /** In the one form it is kept in; undefined where it cannot be. */
  readonly value: string | null | undefined
  /** Why the cell cannot be taken. */
  readonly rule: BookRule | null
}

/** Why a cell cannot be taken. Never renamed: returns keep it. */
export type BookRule = SurveyRule | 'locked-changed' | 'not-here' | 'day-without-presence'

/** 疑点 — what a person has to look at before a row is taken. Never renamed: returns keep it. */
export type BookDoubt =
  | 'not-whose-row'
  | 'row-twice'
  | 'row-code-lost'
  | 'locked-changed'
  | 'emptied'
  | 'row-missing'
  | 'household-unknown'
  | 'same-name-there'
  | 'remark-not-taken'
  | 'number-missing'
  | 'taken-before'
  | 'answers-of-another'

/** 增、减、变 — one row of a returned workbook that differs from what was printed. */
export interface BookLine {
  readonly kind: BookLineKind
  readonly rowNo: number | null
  readonly line: number | null
  readonly cells: readonly BookCellChange[]
  readonly doubts: readonly BookDoubt[]
  /** Of an added person: the household they were written to, where that is clear. */
  readonly householdId: string | null
}
