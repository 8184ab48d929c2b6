import * as XLSX from 'xlsx'

export type Cell = string | number | null

export interface SheetContent {
  readonly name?: string
  readonly lines: readonly (readonly Cell[])[]
  /** As in a spreadsheet: 'A1:C1'. */
  readonly merges?: readonly string[]
  readonly hiddenLines?: readonly number[]
  readonly isHidden?: boolean
}

export function aWorkbook(...sheets: readonly SheetContent[]): Uint8Array {
  return writeBook(sheets, 'xlsx')
}

export function aLegacyWorkbook(...sheets: readonly SheetContent[]): Uint8Array {
  return writeBook(sheets, 'biff8')
}

function writeBook(sheets: readonly SheetContent[], bookType: 'xlsx' | 'biff8'): Uint8Array {
  const book = XLSX.utils.book_new()
  sheets.forEach((content, at) =>
    XLSX.utils.book_append_sheet(book, toSheet(content), content.name ?? `表${at + 1}`),
  )
  book.Workbook = { Sheets: sheets.map((content) => ({ Hidden: content.isHidden ? 1 : 0 })) }
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer)
}

function toSheet(content: SheetContent): XLSX.WorkSheet {
  const sheet = XLSX.utils.aoa_to_sheet(content.lines.map((line) => [...line]))
  sheet['!merges'] = (content.merges ?? []).map((range) => XLSX.utils.decode_range(range))
  const rows: XLSX.RowInfo[] = []
  for (const line of content.hiddenLines ?? []) rows[line - 1] = { hidden: true }
  sheet['!rows'] = rows
  return sheet
}
