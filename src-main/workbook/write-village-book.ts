import type { Cell, Row, Worksheet } from '@cj-tech-master/excelts'
import { cleanText } from './clean-text.ts'
import { border, fillOf } from './sheet-style.ts'
import {
  filledOnLabel,
  fillerLabel,
  type SheetCell,
  type SheetColumn,
  type SheetPart,
  type VillageBookSheet,
} from './village-book-sheet.ts'
import { bookBytes, newBook, sheetName } from './write-book.ts'

const fills: { readonly [U in SheetCell['use']]: ReturnType<typeof fillOf> | undefined } = {
  code: fillOf('FFEDEDED'),
  locked: undefined,
  entry: fillOf('FFFFF8DC'),
  new: fillOf('FFEAF5EA'),
  off: fillOf('FFE3E3E3'),
}
const wrongFill = fillOf('FFFFC7CE')
const headLine = 4
/** The format's longest list written in place. */
const longestList = 250

/** Every cell is text, so that nothing filled in turns into a number; what must not change is locked. */
export async function writeVillageBook(printed: VillageBookSheet): Promise<Uint8Array> {
  const book = await newBook()
  for (const [at, part] of printed.parts.entries()) {
    const sheet = book.addWorksheet(sheetName(part.sheetName))
    addHead(sheet, printed, part, at === 0)
    for (const cells of part.rows) addRow(sheet, cells)
    part.columns.forEach(({ width, isHidden }, column) => {
      sheet.getColumn(column + 1).width = width
      sheet.getColumn(column + 1).hidden = isHidden
    })
    setUp(sheet, part.frozen)
    await sheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
    })
  }
  addInstructions(book.addWorksheet('填写说明'), printed)
  return bookBytes(book)
}

function addHead(
  sheet: Worksheet,
  { title, identity }: VillageBookSheet,
  { name, columns }: SheetPart,
  isFirst: boolean,
): void {
  const shown = columns.filter(({ isHidden }) => !isHidden).length
  sheet.addRow([cleanText(`${title} ${name}`)])
  sheet.mergeCells(1, 1, 1, shown)
  sheet.getRow(1).height = 30
  sheet.getCell(1, 1).font = { size: 16, bold: true }
  sheet.getCell(1, 1).alignment = { horizontal: 'left', vertical: 'middle' }
  sheet.addRow([cleanText(identity)])
  sheet.mergeCells(2, 1, 2, shown)
  sheet.getRow(2).height = 20
  if (isFirst) addFiller(sheet)
  else sheet.addRow([])
  addColumnHeads(sheet, columns)
}

/** Two open cells at the top: who filled the sheet in, and when. */
function addFiller(sheet: Worksheet): void {
  const row = sheet.addRow([fillerLabel, '', '', '', filledOnLabel, '', ''])
  sheet.mergeCells(3, 2, 3, 4)
  sheet.mergeCells(3, 6, 3, 7)
  for (const at of [2, 6]) {
    const cell = row.getCell(at)
    cell.protection = { locked: false }
    cell.numFmt = '@'
    cell.border = border
    cell.fill = fillOf('FFFFF8DC')
  }
  row.height = 20
}

function addColumnHeads(sheet: Worksheet, columns: readonly SheetColumn[]): void {
  const row = sheet.addRow(columns.map(({ header }) => cleanText(header)))
  row.height = 36
  columns.forEach(({ note }, at) => {
    const cell = row.getCell(at + 1)
    cell.font = { bold: true }
    cell.border = border
    cell.fill = fillOf('FFE7EDF5')
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    if (note !== undefined) cell.note = cleanText(note)
  })
}

function addRow(sheet: Worksheet, cells: readonly SheetCell[]): void {
  const row = sheet.addRow(cells.map(({ text }) => cleanText(text)))
  cells.forEach((cell, at) => styleCell(row, at + 1, cell))
}

function styleCell(row: Row, at: number, { use, choices, wrong }: SheetCell): void {
  const cell = row.getCell(at)
  cell.numFmt = '@'
  cell.border = border
  cell.alignment = { vertical: 'middle', wrapText: true }
  cell.protection = { locked: use !== 'entry' && use !== 'new' }
  const fill = wrong === undefined ? fills[use] : wrongFill
  if (fill !== undefined) cell.fill = fill
  if (use === 'code') cell.font = { size: 9, color: { argb: 'FF6B7280' } }
  if (wrong !== undefined) cell.note = cleanText(wrong)
  if (choices !== undefined) offer(cell, choices)
}

/** 下拉 — other words are warned of, not refused: a village may know what we did not think of. */
function offer(cell: Cell, choices: readonly string[]): void {
  const list = choices.map((choice) => choice.replaceAll('"', '').replaceAll(',', '，')).join(',')
  if (list.length > longestList) return
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${list}"`],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '请从下拉里选',
    error: `可选：${choices.join('、')}`.slice(0, 220),
  }
}

function setUp(sheet: Worksheet, frozen: number): void {
  sheet.views = [{ state: 'frozen', xSplit: frozen, ySplit: headLine }]
  Object.assign(sheet.pageSetup, {
    paperSize: 8,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `1:${String(headLine)}`,
    horizontalCentered: true,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
  })
  sheet.headerFooter.oddFooter = '&L填表人签字：　　　　　　　　村（盖章）：&R第 &P 页，共 &N 页'
}

function addInstructions(sheet: Worksheet, { title, instructions }: VillageBookSheet): void {
  sheet.getColumn(1).width = 100
  sheet.addRow([`${cleanText(title)}　填写说明`]).font = { size: 14, bold: true }
  for (const text of instructions) {
    const cell = sheet.addRow([cleanText(text)]).getCell(1)
    cell.alignment = { wrapText: true, vertical: 'top' }
  }
}
