import { bookBytes, newBook } from '../../src-main/workbook/write-book.ts'

export interface OtherForm {
  /** People the form names already: name, ID number. */
  readonly named?: readonly (readonly [string, string])[]
  readonly free?: number
}

/**
 * A form as another office sends it: a title over everything, a head of two levels, framed rows, a sum and a line to sign
 * below them, and a second sheet of instructions. Columns: 序号, 村, 户主信息（姓名, 身份证号）, 面积, 金额, 账号, 签字.
 */
export async function anOtherForm({ named = [], free = 3 }: OtherForm = {}): Promise<Uint8Array> {
  const book = await newBook()
  const sheet = book.addWorksheet('补贴情况表')
  sheet.addRow(['2026 年补贴情况统计表'])
  sheet.mergeCells('A1:H1')
  sheet.addRow(['填报单位：', '', '', '', '', '', '单位：亩、元', ''])
  sheet.addRow(['序号', '村', '户主信息', '', '补贴面积', '补贴金额', '账号', '签字'])
  sheet.addRow(['', '', '姓名', '身份证号', '', '', '', ''])
  for (const range of ['C3:D3', 'A3:A4', 'B3:B4', 'E3:E4', 'F3:F4', 'G3:G4', 'H3:H4']) sheet.mergeCells(range)
  const rows = [
    ...named.map(([name, id]) => ['', '甘亭村', name, id, '', '', '', '']),
    ...Array.from({ length: free }, () => Array<string>(8).fill('')),
  ]
  for (const cells of rows) {
    const row = sheet.addRow(cells)
    row.height = 27
    for (let at = 1; at <= 8; at++) {
      const cell = row.getCell(at)
      cell.border = {
        top: { style: 'thin' },
        bottom: { style: 'thin' },
        left: { style: 'thin' },
        right: { style: 'thin' },
      }
      cell.numFmt = at === 5 || at === 6 ? '0.00' : '@'
      cell.font = { name: '仿宋', size: 11 }
    }
  }
  const last = 4 + rows.length
  const sum = sheet.addRow(['合计', '', '', '', '', '', '', ''])
  sheet.mergeCells(`A${last + 1}:D${last + 1}`)
  for (const column of ['E', 'F'])
    sum.getCell(column).value = { formula: `SUM(${column}5:${column}${last})`, result: 0 }
  sheet.addRow(['填表人：', '', '', '', '审核人：', '', '', ''])
  book.addWorksheet('填表说明').addRow(['只填白格。'])
  return bookBytes(book)
}
