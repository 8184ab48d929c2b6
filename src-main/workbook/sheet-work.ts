import type { FormFilling } from './fill-form.ts'
import type { FormAsked, FormSeen } from './read-form.ts'
import type { SheetAsRead } from './read-sheets.ts'
import type { VillageBookSheet } from './village-book-sheet.ts'
import type { CheckTable } from './write-checks.ts'
import type { SummarySheet } from './write-summary.ts'

/** What the process for spreadsheets does besides reading lists: it takes seconds, or touches files of others. */
export interface SheetWorks {
  'write-tables': { readonly asked: { readonly sheets: readonly SummarySheet[] }; readonly made: Uint8Array }
  'write-checks': { readonly asked: { readonly tables: readonly CheckTable[] }; readonly made: Uint8Array }
  'write-village-book': { readonly asked: { readonly book: VillageBookSheet }; readonly made: Uint8Array }
  'read-sheets': { readonly asked: { readonly path: string }; readonly made: readonly SheetAsRead[] }
  'read-form': { readonly asked: FormAsked; readonly made: FormSeen }
  'fill-form': { readonly asked: Omit<FormFilling, 'fileName'>; readonly made: Uint8Array }
}

export type SheetWorkKind = keyof SheetWorks
export type SheetWork<K extends SheetWorkKind = SheetWorkKind> = {
  readonly [W in K]: { readonly work: W; readonly fileName: string } & SheetWorks[W]['asked']
}[K]
export type SheetMade<K extends SheetWorkKind> = SheetWorks[K]['made']
