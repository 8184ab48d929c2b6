import type { BookHead } from './book-read.ts'
import type { PackedRows } from './pack-rows.ts'
import type { ProblemCode } from '../domain/problem.ts'
import type { TableHead } from './table-read.ts'

export interface ReadProgress {
  readonly phase: 'opening' | 'reading' | 'rows'
  readonly done: number
  readonly total: number
}

/** What the reading process tells the asking one, in this order; a problem or a defect ends it. */
export type ReadMessage =
  | { readonly kind: 'progress'; readonly progress: ReadProgress }
  | { readonly kind: 'head'; readonly head: TableHead; readonly rowCount: number }
  | { readonly kind: 'book'; readonly head: BookHead }
  | { readonly kind: 'rows'; readonly rows: PackedRows; readonly table?: number }
  | { readonly kind: 'done' }
  /** The answer to a piece of work that is no list to be read. */
  | { readonly kind: 'made'; readonly made: unknown }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly facts: object }
  | { readonly kind: 'defect'; readonly stack: string }
