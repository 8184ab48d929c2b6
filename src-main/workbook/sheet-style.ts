import type { Borders, Column, Fill, PageSetup, Row, Worksheet } from '@cj-tech-master/excelts'

const edge = { style: 'thin', color: { argb: 'FF808080' } } as const
export const border: Partial<Borders> = { top: edge, left: edge, bottom: edge, right: edge }

/** A4 is paper 9 in the format's own list. */
const a4 = 9 as PageSetup['paperSize']
const lineHeight = 18
const narrowest = 6
const widest = 40

export function fillOf(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** Title over all columns, head on line 2 kept in sight and repeated on every printed page. */
export function startSheet(sheet: Worksheet, title: string, headers: readonly string[]): void {
  sheet.addRow([title])
  sheet.mergeCells(1, 1, 1, Math.max(1, headers.length))
  sheet.getRow(1).height = lineHeight * 1.6
  sheet.getCell(1, 1).font = { size: 16, bold: true }
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' }
  styleHead(sheet.addRow([...headers]))
  sheet.views = [{ state: 'frozen', ySplit: 2 }]
  setUpPrinting(sheet)
}

export function styleRow(row: Row, columns: number): void {
  for (let column = 1; column <= columns; column++) {
    const cell = row.getCell(column)
    cell.border = border
    cell.alignment = { ...cell.alignment, vertical: 'middle', wrapText: true }
  }
}

/** Wide enough for the longest text; a Chinese character takes two places. */
export function fitWidth(column: Column, texts: readonly string[]): void {
  const longest = texts.reduce((most, text) => Math.max(most, placesOf(text)), 0)
  column.width = Math.min(widest, Math.max(narrowest, longest + 2))
}

function placesOf(text: string): number {
  let places = 0
  for (const character of text) places += character > '\u00ff' ? 2 : 1
  return places
}

function styleHead(head: Row): void {
  head.font = { bold: true }
  head.eachCell({ includeEmpty: true }, (cell) => {
    cell.border = border
    cell.fill = fillOf('FFE7EDF5')
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
}

function setUpPrinting(sheet: Worksheet): void {
  Object.assign(sheet.pageSetup, {
    paperSize: a4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:2',
    horizontalCentered: true,
  } satisfies Partial<PageSetup>)
  sheet.headerFooter.oddFooter = '第 &P 页，共 &N 页'
}
