import type { SheetMade, SheetWork, SheetWorkKind } from './sheet-work.ts'
import { writeSummary } from './write-summary.ts'

const workers: { readonly [K in SheetWorkKind]: (work: SheetWork<K>) => Promise<SheetMade<K>> } = {
  'write-tables': ({ sheets }) => writeSummary(sheets),
}

/** Inside the process of its own. */
export function doSheetWork<K extends SheetWorkKind>(work: SheetWork<K>): Promise<SheetMade<K>> {
  return (workers[work.work] as (asked: SheetWork<K>) => Promise<SheetMade<K>>)(work)
}
