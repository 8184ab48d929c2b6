import type { SheetWhy } from './choose-sheets.ts'
import type { KindWanted } from './guess-kind.ts'
import type { PackedRows } from './pack-rows.ts'
import type { Sureness } from './propose-columns.ts'
import type { ReadLimits } from './read-limits.ts'
import type { SheetSeen, SkippedLine, TableColumn } from './table-read.ts'

/** How one sheet is to be read: where its head is and which column is which field. Lines are 1-based. */
export interface SheetPlan {
  readonly sheet: string
  readonly headerFrom: number
  readonly headerTo: number
  readonly fields: readonly (string | null)[]
}

/** 记住的样子 — how a head with these words was read before; lines are counted from where the head was looked for. */
export interface RememberedShape {
  readonly kind: string
  readonly headers: readonly string[]
  readonly from: number
  readonly to: number
  readonly fields: readonly (string | null)[]
}

export interface BookRequest {
  readonly path: string
  readonly fileName: string
  /** The kinds it may be: one where it was said. */
  readonly kinds: readonly KindWanted[]
  readonly year?: number | null
  /** Only this sheet. */
  readonly sheet?: string
  /** As a person has put it; nothing is guessed then. */
  readonly plan?: readonly SheetPlan[]
  readonly remembered?: readonly RememberedShape[]
  readonly limits?: Partial<ReadLimits>
}

export interface BookColumn extends TableColumn {
  readonly samples: readonly string[]
  readonly isHidden: boolean
  /** How its field was found; null where it has none. */
  readonly sureness: Sureness | null
}

/** One sheet as read: its head, what was skipped, and the rows as they came over. */
export interface BookTable {
  readonly sheet: string
  /** 1-based, as the spreadsheet program shows them. */
  readonly headerLines: readonly number[]
  readonly columns: readonly BookColumn[]
  readonly skipped: readonly SkippedLine[]
  readonly notes: readonly string[]
  /** What stands above the head. */
  readonly titles: readonly string[]
  /** Keys of fields that must be there and are not. */
  readonly missing: readonly string[]
  /** The words of the head as it was looked for, by which its mapping is remembered. */
  readonly shape: readonly string[]
  readonly proposedHeader: readonly [from: number, to: number]
  readonly rowCount: number
}

export interface BookSheet extends SheetSeen {
  readonly chosen: boolean
  readonly why: SheetWhy | null
  /** Where its head seems to be, 1-based; null where none was found. */
  readonly header: readonly [from: number, to: number] | null
}

export interface BookHead {
  readonly fileName: string
  readonly kind: string
  /** Whether the kind was found out and not said. */
  readonly guessed: boolean
  readonly sheets: readonly BookSheet[]
  readonly tables: readonly BookTable[]
}

/** 读簿结果 — every sheet that belongs to the list; rows stay packed, which is a tenth of them as objects. */
export interface BookRead extends Omit<BookHead, 'tables'> {
  readonly tables: readonly (BookTable & { readonly rows: readonly PackedRows[] })[]
}
