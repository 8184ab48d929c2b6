import { describe, expect, it } from 'vitest'
import { Workbook } from '@cj-tech-master/excelts'
import { writeRejects } from '../../src-main/workbook/write-rejects.ts'
import { aWorkbook } from './a-workbook.ts'
import { readBytes } from './read-bytes.ts'
import type { Worksheet } from '@cj-tech-master/excelts'
import type { RejectTable } from '../../src-main/workbook/write-rejects.ts'

const rejects: RejectTable = {
  name: '退回',
  title: '2025年发放清册 退回 2 行',
  headers: ['序号', '户主信息/姓名', '户主信息/身份证号码', '补贴面积'],
  rows: [
    {
      line: 82,
      raw: ['1', `=cmd|'/c calc'!A0`, '1.42625199307139E+17', '3.5'],
      reasons: [
        { columnIndex: 2, text: '身份证号码存成了数字，后几位已经丢失' },
        { columnIndex: null, text: '与第 90 行重复' },
      ],
    },
    {
      line: 410,
      raw: ['2', '魏世', '142625195209269655', '-1'],
      reasons: [{ columnIndex: 3, text: '面积是负数' }],
    },
  ],
}

async function sheetOf(bytes: Uint8Array): Promise<Worksheet> {
  const book = new Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets[0] as Worksheet
}

describe('writeRejects', () => {
  it('marks the wrong cell and says why beside it, in a note and at the end of the row', async () => {
    const sheet = await sheetOf(await writeRejects([rejects]))

    expect(sheet.getCell('C3').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    expect(JSON.stringify(sheet.getCell('C3').note)).toContain('后几位已经丢失')
    expect(sheet.getCell('B3').fill).toMatchObject({ pattern: 'none' })
    expect(sheet.getCell('E3').value).toBe('82')
    expect(sheet.getCell('F3').value).toBe('身份证号码存成了数字，后几位已经丢失；与第 90 行重复')
    expect(sheet.getCell('D4').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
  })

  it('writes every cell as text, also what looks like a number or a formula', async () => {
    const sheet = await sheetOf(await writeRejects([rejects]))

    for (const address of ['A3', 'B3', 'C3', 'D3', 'D4']) {
      expect(sheet.getCell(address).numFmt).toBe('@')
      expect(typeof sheet.getCell(address).value).toBe('string')
    }
    expect(sheet.getCell('B3').formula).toBeUndefined()
    expect(sheet.getColumn(3).numFmt).toBe('@')
  })

  it('is ready to print: A4 across, one page wide, the head on every page', async () => {
    const sheet = await sheetOf(await writeRejects([rejects]))

    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      printTitlesRow: '1:2',
    })
    expect(sheet.pageSetup.fitToHeight).toBe(0)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  })

  it('is read again once it is put right, without its own two columns', async () => {
    const table = await readBytes(await writeRejects([rejects]))

    expect(table.headerLines).toEqual([2])
    expect(table.columns.map((column) => column.field)).toEqual([
      null,
      'name',
      'idNumber',
      'area',
      null,
      null,
    ])
    expect(table.rows.map((row) => row.cells['name']?.text)).toEqual([`=cmd|'/c calc'!A0`, '魏世'])
    expect(table.rows[1]?.cells['idNumber']).toEqual({ text: '142625195209269655', wasNumber: false })
  })

  it('never makes an ID number of one whose digits are lost', async () => {
    const lines = [
      ['姓名', '身份证号码'],
      ['张伟', 142625199307139001],
    ]
    const first = await readBytes(aWorkbook({ lines }))
    const headers = first.columns.map((column) => column.header)
    const rows = first.rows.map((row) => ({ ...row, reasons: [{ columnIndex: 1, text: '丢失' }] }))
    const again = await readBytes(await writeRejects([{ name: '退回', title: '退回', headers, rows }]))

    expect(first.rows[0]?.cells['idNumber']).toEqual({ text: '142625199307139000', wasNumber: true })
    expect(again.rows[0]?.cells['idNumber']?.text).toBe('1.42625199307139E+17')
  })

  it('replaces the two columns of a sheet that comes back a second time', async () => {
    const first = await readBytes(await writeRejects([rejects]))
    const headers = first.columns.map((column) => column.header)
    const rows = first.rows.map((row) => ({ ...row, reasons: [{ columnIndex: 3, text: '仍是负数' }] }))
    const again = await readBytes(await writeRejects([{ name: '退回', title: '退回', headers, rows }]))

    expect(again.columns.map((column) => column.header)).toEqual([...rejects.headers, '原行号', '退回原因'])
    expect(again.rows[1]?.raw).toEqual(['2', '魏世', '142625195209269655', '-1', '4', '仍是负数'])
  })

  it('keeps text no XML could carry out of the file', async () => {
    const rows = [{ line: 2, raw: ['\u0000\u001b<&>"\ud800'], reasons: [] }]
    const table = await sheetOf(await writeRejects([{ name: '退回', title: 'x', headers: ['姓名'], rows }]))

    expect(table.getCell('A3').value).toBe('<&>"\ufffd')
  })
})
