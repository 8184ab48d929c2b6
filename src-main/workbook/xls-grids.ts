import * as XLSX from 'xlsx'
import { Problem } from '../domain/problem.ts'
import { sheetGrid } from './sheet-grid.ts'
import type { Grid } from './grid.ts'

/** Sheets of a legacy .xls. The same container also holds encrypted .xlsx files and Word documents. */
export async function xlsGrids(bytes: Buffer, fileName: string): Promise<Grid[]> {
  refuseOthers(bytes, fileName)
  await loadCodepages()
  const book = XLSX.read(bytes, {
    type: 'buffer',
    dense: true,
    cellHTML: false,
    cellNF: true,
  })
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    return sheet ? [sheetGrid(withChineseDateFormats(sheet), settingOf(book, sheet, name, index))] : []
  })
}

function refuseOthers(bytes: Buffer, fileName: string): void {
  const container = XLSX.CFB.read(bytes, { type: 'buffer' }) as object
  const has = (stream: string) => Boolean(XLSX.CFB.find(container, stream))
  if (has('/EncryptedPackage')) throw new Problem('file.is-password-protected', { fileName })
  if (!has('/Workbook') && !has('/Book')) throw new Problem('file.not-a-spreadsheet', { fileName })
}

/** Only the oldest .xls files are in code pages; the tables are large. */
async function loadCodepages(): Promise<void> {
  XLSX.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'))
}

function settingOf(book: XLSX.WorkBook, sheet: XLSX.WorkSheet, name: string, index: number) {
  return {
    name,
    isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    is1904: book.Workbook?.WBProps?.date1904 === true,
    hiddenColumns: [],
    hiddenLines: (sheet['!rows'] ?? []).filter((row) => row?.hidden).length,
    emptyFormulas: 0,
  }
}

interface LegacyCell extends XLSX.CellObject {
  readonly XF?: { readonly numFmtId?: number }
}

/** Built-in date formats of a Chinese Excel are known by number only; SheetJS leaves their format out. */
function withChineseDateFormats(sheet: XLSX.WorkSheet): XLSX.WorkSheet {
  const data = (sheet['!data'] ?? []) as readonly (readonly (LegacyCell | undefined)[] | undefined)[]
  for (const cell of data.flatMap((cells) => cells ?? [])) {
    const id = cell?.XF?.numFmtId ?? 0
    if (cell && cell.z === undefined && ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)))
      cell.z = 'yyyy-mm-dd'
  }
  return sheet
}
