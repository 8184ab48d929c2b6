import type { CellLook } from '../domain/list-field.ts'
import type { CellText } from './cell-text.ts'
import type { ReadLimits } from './read-limits.ts'

/** The columns a list has, by every name they are known under. */
export interface HeaderWanted {
  readonly fields: readonly WantedField[]
}

export interface WantedField {
  readonly key: string
  readonly label: string
  readonly aliases: readonly string[]
  readonly required: boolean
  readonly looks?: CellLook
  /** Whose column stands for this one where it has none. */
  readonly orElse?: readonly string[]
  /** It takes only some words. */
  readonly words?: object
}

export interface ReadRequest {
  readonly path: string
  readonly fileName: string
  readonly sheet?: string
  readonly header: HeaderWanted
  readonly limits?: Partial<ReadLimits>
}

/** 读表结果 — one sheet as text: every line of it is a header line, a row, or skipped with the reason. */
export interface TableRead extends TableHead {
  readonly rows: readonly TableRow[]
}

export interface TableHead {
  readonly fileName: string
  readonly sheet: string
  readonly sheets: readonly SheetSeen[]
  /** 1-based, as the spreadsheet program shows them. */
  readonly headerLines: readonly number[]
  readonly columns: readonly TableColumn[]
  readonly skipped: readonly SkippedLine[]
  readonly notes: readonly string[]
}

export interface SheetSeen {
  readonly name: string
  readonly hidden: boolean
  readonly rows: number
  /** How many of the wanted fields its best header line has. */
  readonly matches: number
}

export interface TableColumn {
  readonly index: number
  /** Whole header text; two levels are joined with '/'. */
  readonly header: string
  readonly field: string | null
}

export interface TableRow {
  /** 1-based sheet row. */
  readonly line: number
  /** By field key; a field without a column is absent. */
  readonly cells: Readonly<Record<string, CellText>>
  /** Every column's text in the order of `columns`, to give the row back as it came. */
  readonly raw: readonly string[]
}

export type SkippedWhy =
  'blank' | 'subtotal' | 'total' | 'signature' | 'title' | 'note' | 'numbering' | 'repeated-header'

export interface SkippedLine {
  readonly line: number
  readonly why: SkippedWhy
  readonly text: string
}
