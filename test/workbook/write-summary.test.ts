import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Workbook } from '@cj-tech-master/excelts'
import { writeSummary } from '../../src-main/workbook/write-summary.ts'
import type { Worksheet } from '@cj-tech-master/excelts'
import type { SummarySheet } from '../../src-main/workbook/write-summary.ts'

const byVillage: SummarySheet = {
  name: '分村汇总: 2026/NY01',
  title: '甘亭镇2026年耕地地力保护补贴分村汇总表',
  columns: [
    { header: '村', width: 20, kind: 'text' },
    { header: '面积（亩）', width: 12, kind: 'area' },
    { header: '金额（元）', width: 14, kind: 'money' },
    { header: '户数', width: 8, kind: 'count' },
  ],
  rows: [
    ['甘亭村委会', 157785, 10604481, 238],
    ['=HYPERLINK("x")', null, 1, 0],
  ],
  totals: ['合计', 157785, 10604482, 238],
}

async function sheetOf(bytes: Uint8Array): Promise<Worksheet> {
  const book = new Workbook()
  await book.xlsx.load(bytes as never)
  return book.worksheets[0] as Worksheet
}

describe('writeSummary', () => {
  it('shows fen as yuan and centi-mu as mu, with two places', async () => {
    const sheet = await sheetOf(await writeSummary([byVillage]))

    expect([1, 2, 3, 4].map((column) => sheet.getCell(3, column).value)).toEqual([
      '甘亭村委会',
      1577.85,
      106044.81,
      238,
    ])
    expect(sheet.getCell('B3').numFmt).toBe('#,##0.00')
    expect(sheet.getCell('C5').value).toBe(106044.82)
    expect(sheet.getCell('B4').value).toBeNull()
    expect(sheet.getCell('A4').value).toBe('=HYPERLINK("x")')
  })

  it('gives exactly the fen back that went in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 10 ** 13 }), { maxLength: 20 }),
        async (amounts) => {
          const rows = amounts.map((amountFen) => ['村', 0, amountFen, 0])
          const sheet = await sheetOf(await writeSummary([{ ...byVillage, rows }]))

          expect(amounts.map((_, at) => Math.round(Number(sheet.getCell(at + 3, 3).value) * 100))).toEqual(
            amounts,
          )
        },
      ),
      { numRuns: 15 },
    )
  })

  it('puts the lines of the foot under the totals, each across the whole table', async () => {
    const sheet = await sheetOf(await writeSummary([{ ...byVillage, foot: ['批次号：0123', '=1+1'] }]))

    expect([sheet.getCell('A6').value, sheet.getCell('A7').value]).toEqual(['批次号：0123', '=1+1'])
    expect(sheet.getCell('D6').master.address).toBe('A6')
    expect(sheet.rowCount).toBe(7)
  })

  it('is the same bytes for the same content, also years later', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-07-01T08:00:00Z') })
    const first = await writeSummary([byVillage])
    vi.setSystemTime(new Date('2031-05-05T01:02:03Z'))
    const second = await writeSummary([byVillage])
    vi.useRealTimers()

    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('gives a sheet a name the format allows', async () => {
    const sheet = await sheetOf(await writeSummary([byVillage]))

    expect(sheet.name).toBe('分村汇总_ 2026_NY01')
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:2' })
  })
})
