import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../src-main/workbook/read-table.ts'
import { accountedLines } from './read-bytes.ts'
import { aField, account, amountYuan, areaMu, idNumber, name, rollFields, village } from './list-fields.ts'
import type { ReadProgress } from '../../src-main/workbook/read-message.ts'
import type { TableRead, WantedField } from '../../src-main/workbook/table-read.ts'

const samples = resolve(import.meta.dirname, '../../../shared/samples')
const worker = new URL('../../src-main/workbook/read-worker.ts', import.meta.url)

interface Truth {
  readonly registerRows: number
  readonly registerRejects: readonly (readonly [line: number, name: string, why: string])[]
  readonly farmland: {
    readonly rows: number
    readonly lineOfFirstRow: number
    readonly rejects: Truth['registerRejects']
  }
}

const truth = JSON.parse(readFileSync(resolve(samples, 'truth.json'), 'utf8')) as Truth

function readSample(fileName: string, fields: readonly WantedField[], sheet?: string): Promise<TableRead> {
  const path = resolve(samples, fileName)
  return readTable({ path, fileName, header: { fields }, ...(sheet ? { sheet } : {}) }, { worker })
}

function everyLineOnce(table: TableRead): number[] {
  return Array.from({ length: accountedLines(table).length }, (_, at) => at + 1)
}

function countBy(table: TableRead): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { why } of table.skipped) counts[why] = (counts[why] ?? 0) + 1
  return counts
}

describe('readTable on the sample files', () => {
  it('reads every person of the household register, in whatever way the birthday was written', async () => {
    const birthday = aField('birthday', '出生日期')
    const table = await readSample('户籍人口花名册.xlsx', [
      village,
      name,
      idNumber,
      birthday,
      aField('relation', '与户主关系'),
    ])

    expect(table.rows).toHaveLength(truth.registerRows)
    expect(table.headerLines).toEqual([2])
    expect(accountedLines(table)).toEqual(everyLineOnce(table))
    const rejected = truth.registerRejects.map(
      ([line]) => table.rows.find((row) => row.line === line)?.cells['name']?.text,
    )
    expect(rejected).toEqual(truth.registerRejects.map(([, who]) => who))
    expect(table.rows.filter((row) => row.cells['name']?.text.includes('𠅤'))).toHaveLength(8)
    expect(table.rows[4]?.cells['birthday']).toEqual({ text: '1983-08-29', wasNumber: false })
  })

  it('reads the farmland roll: two header lines, merged villages, no subtotal, total or signature', async () => {
    const table = await readSample('2025年耕地地力保护补贴发放清册.xlsx', rollFields)

    expect(table.rows).toHaveLength(truth.farmland.rows)
    expect(table.headerLines).toEqual([3, 4])
    expect(table.rows[0]?.line).toBe(truth.farmland.lineOfFirstRow)
    expect(countBy(table)).toEqual({ title: 2, blank: 1, subtotal: 18, total: 1, signature: 1 })
    expect(accountedLines(table)).toEqual(everyLineOnce(table))
    expect(table.rows.every((row) => /村委会$/.test(row.cells['village']?.text ?? ''))).toBe(true)
    expect(table.columns.map((column) => column.header)).toContain('户主信息/身份证号码')
    expect(table.notes.join()).toMatch(/公式/)
  })

  it('keeps the line, and whether the digits were a number, of every row the roll must give back', async () => {
    const table = await readSample('2025年耕地地力保护补贴发放清册.xlsx', rollFields)
    const rows = new Map(table.rows.map((row) => [row.line, row]))
    const lost = truth.farmland.rejects
      .filter(([, , why]) => why === 'id-precision-lost')
      .map(([line]) => rows.get(line))

    for (const [line, who, why] of truth.farmland.rejects) {
      if (why !== 'name-missing') expect(rows.get(line)?.cells['name']?.text.replace(/\s/g, '')).toBe(who)
    }
    expect(lost.every((row) => row?.cells['idNumber']?.wasNumber)).toBe(true)
    expect(lost.every((row) => row?.raw.some((text) => /E\+17$/.test(text)))).toBe(true)
  })

  it.each([
    ['土地确权台账.xlsx', 4093, undefined],
    ['死亡人员名单.xls', 95, undefined],
    ['财政供养人员名单.xlsx', 57, undefined],
    ['残疾人两项补贴发放名册.xlsx', 125, undefined],
    ['银行反馈_YKT20260928001.xlsx', 400, undefined],
    ['低保特困在册.xlsx', 140, '低保'],
    ['低保特困在册.xlsx', 21, '特困'],
  ])('reads %s: %i rows', async (fileName, rows, sheet) => {
    const table = await readSample(
      fileName,
      [aField('name', '姓名', [...name.aliases, '户名'], true), idNumber, areaMu, amountYuan, account],
      sheet,
    )

    expect(table.rows).toHaveLength(rows)
    expect(accountedLines(table)).toEqual(everyLineOnce(table))
    expect(table.rows.every((row) => /^\d{14,17}[\dX]$/i.test(row.cells['idNumber']?.text ?? ''))).toBe(true)
  })

  it('reads a list in GB18030 with a tab before each certificate', async () => {
    const certificate = aField('certificate', '残疾人证号', [], true)
    const table = await readSample('残疾人证名单.csv', [name, certificate, aField('kind', '残疾类别')])

    expect(table.rows).toHaveLength(356)
    expect(table.rows[0]?.cells['name']?.text).toBe('汪琴芳')
    expect(table.rows.every((row) => /^[\dX]{20}$/.test(row.cells['certificate']?.text ?? ''))).toBe(true)
  })

  it('reads the programme list with its long texts', async () => {
    const fields = [aField('name', '补贴项目名称', [], true), aField('standard', '补贴标准')]
    const table = await readSample('2026年惠民惠农补贴政策清单.xlsx', fields)

    expect(table.rows).toHaveLength(33)
    expect(table.rows[1]?.cells['standard']?.text).toBe('按当年文件执行')
  })

  it('tells how far it is', async () => {
    const seen: ReadProgress[] = []
    const path = resolve(samples, '土地确权台账.xlsx')
    await readTable(
      { path, fileName: '土地确权台账.xlsx', header: { fields: [name, idNumber] } },
      { worker, onProgress: (progress) => seen.push(progress) },
    )

    expect(seen[0]?.phase).toBe('opening')
    expect(seen.at(-1)).toEqual({ phase: 'rows', done: 4093, total: 4093 })
  })
})
