import type { SheetMade, SheetWork, SheetWorkKind } from './sheet-work.ts'
import { fillForm } from './fill-form.ts'
import { readForm } from './read-form.ts'
import { readSheets } from './read-sheets.ts'
import { writeChecks } from './write-checks.ts'
import { writeVillageBook } from './write-village-book.ts'
import { writeSummary } from './write-summary.ts'

const workers: { readonly [K in SheetWorkKind]: (work: SheetWork<K>) => Promise<SheetMade<K>> } = {
  'write-village-book': ({ book }) => writeVillageBook(book),
  'write-checks': ({ tables }) => writeChecks(tables),
  'read-sheets': ({ path, fileName }) => readSheets(path, fileName),
  'read-form': readForm,
  'fill-form': fillForm,
  'write-tables': ({ sheets }) => writeSummary(sheets),
}

/** Inside the process of its own. */
export function doSheetWork<K extends SheetWorkKind>(work: SheetWork<K>): Promise<SheetMade<K>> {
  return (workers[work.work] as (asked: SheetWork<K>) => Promise<SheetMade<K>>)(work)
}
