import type { Workbook } from '@cj-tech-master/excelts'

/** Written into the file instead of now: the same content is the same bytes, whenever and wherever it is written. */
const fixedDay = new Date(Date.UTC(2000, 0, 1))

/** Loaded when first written: the library takes a third of a second, and most starts write no sheet. */
export async function newBook(): Promise<Workbook> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const book = new Workbook()
  book.created = fixedDay
  book.modified = fixedDay
  return book
}

export async function bookBytes(book: Workbook): Promise<Uint8Array> {
  // a zip's time is local and without a zone; this one is the same everywhere
  const modTime = new Date(2000, 0, 1)
  return new Uint8Array(await book.xlsx.writeBuffer({ zip: { modTime, timestamps: 'dos' } }))
}

/** A sheet's name as the format allows it. */
export function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, 31) || 'Sheet'
  )
}
