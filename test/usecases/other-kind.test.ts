import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ListKind } from '../../src-main/domain/list-kind.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const samples = resolve(import.meta.dirname, '../../../shared/samples')
const files = {
  register: '户籍人口花名册.xlsx',
  roll: '2025年耕地地力保护补贴发放清册.xlsx',
  land: '土地确权台账.xlsx',
  deceased: '死亡人员名单.xls',
  payroll: '财政供养人员名单.xlsx',
}

const taken: readonly [file: keyof typeof files, as: ListKind][] = [
  ['register', 'household-register'],
  ['roll', 'farmland-roll'],
  ['land', 'land-rights'],
  ['deceased', 'deceased'],
  ['payroll', 'payroll'],
]

describe('a list handed in', () => {
  let office: AnOffice
  beforeAll(async () => {
    office = await anOffice()
  })
  afterAll(() => office.remove())

  const stage = async (file: keyof typeof files, kind: ListKind): Promise<string> => {
    const name = files[file]
    const fileToken = await office.handIn(name, await readFile(resolve(samples, name)))
    return jobRefusal(office.clerk, 'list.stage', { fileToken, kind, year: 2025 })
  }

  test.each(taken)('%s is taken as %s', async (file, kind) => {
    expect(await stage(file, kind)).toBe('not refused')
  })

  test('as the register when it is a roll is refused: the kind was left as it stood', async () => {
    expect(await stage('roll', 'household-register')).toBe('file.wrong-kind')
  })

  test('as land ledger or register when it is the other goes no further', async () => {
    expect(await stage('land', 'household-register')).not.toBe('not refused')
    expect(await stage('register', 'land-rights')).not.toBe('not refused')
  })

  describe('that a bank sent back', () => {
    const refusal = async (name: string, bytes: Uint8Array | string, kind: ListKind | null = null) =>
      jobRefusal(office.clerk, 'list.stage', { fileToken: await office.handIn(name, bytes), kind })
    const heads = ['批次号', '户名', '卡号', '金额', '交易结果', '失败原因']
    const line = ['B1', '张三', anAccountNo(1), 120.5, '失败', '账户已销户']

    test.each(['银行反馈_YKT20260928001.xlsx', '银行反馈_明细.txt'])(
      '%s is told from a roll',
      async (name) => {
        expect(await refusal(name, await readFile(resolve(samples, name)))).toBe('file.is-bank-feedback')
      },
    )

    test('is so by whatever name it comes, under a title, and when a kind is said', async () => {
      const bytes = aWorkbook({ lines: [['代发业务回单'], [], heads, line] })

      expect(await refusal('2025年补贴发放名册.xlsx', bytes)).toBe('file.is-bank-feedback')
      expect(await refusal('名册.xlsx', bytes, 'allowance-roll')).toBe('file.is-bank-feedback')
    })

    test('is not a township’s own roll that says what became of each line', async () => {
      const own = ['村', '户主姓名', '身份证号', '面积', '标准', '金额', '账号', '发放结果', '失败原因']
      const row = ['甘亭村', '张三', anIdNumber(1), 5, 67.03, 335.15, anAccountNo(1), '成功', null]

      expect(await refusal('2025年耕地地力保护补贴.xlsx', aWorkbook({ lines: [own, row] }))).toBe(
        'not refused',
      )
      const platforms = ['姓名', '身份证号', '补贴项目', '补贴金额', '账号', '发放结果', '失败原因']
      const paid = ['张三', anIdNumber(1), '高龄津贴', 600, anAccountNo(1), '成功', null]
      expect(await refusal('2025年发放明细.xlsx', aWorkbook({ lines: [platforms, paid] }))).toBe(
        'not refused',
      )
    })
  })
})
