import { readFile } from 'node:fs/promises'
import { Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { packedText } from '../builders/sheet-text.ts'

let office: AnOffice
let sheet: Worksheet
let bytes: Uint8Array
let name: string
beforeAll(async () => {
  office = await anOffice()
  const people = [aRollPerson(1), aRollPerson(2, { areaMu: -1 }), aRollPerson(3, { printedYuan: 1 })]
  const stageId = await office.stage(office.clerk, {
    kind: 'farmland-roll',
    bytes: aRollSheet(people),
    name: '发放清册.xlsx',
    year: 2025,
  })
  const made = await runJob(office.clerk, 'list.preview', { stageId })
  name = made.name
  bytes = new Uint8Array(await readFile((await office.core.files.take(made.token)).path))
  const book = new Workbook()
  await book.xlsx.load(bytes as never)
  sheet = book.worksheets[0] as Worksheet
})
afterAll(() => office.remove())

const textOf = (address: string) => sheet.getCell(address).value

test('the check sheet has every line with its outcome, its difference and its reason, before anything is written', () => {
  expect(name).toBe('核对_发放清册.xlsx')
  expect(['A2', 'B2', 'C2', 'D2', 'E2'].map(textOf)).toEqual(['原行号', '结果', '与已存比较', '原因', '村'])
  expect(['A3', 'B3', 'C3'].map(textOf)).toEqual(['2', '有效', '新增'])
  expect(['A4', 'B4'].map(textOf)).toEqual(['3', '退回'])
  expect(textOf('D4')).toMatch(/面积/)
  expect(textOf('B5')).toBe('有提示')
})

test('the wrong cell is red with its reason in a note; filters stand on the head, which stays in sight', () => {
  const headers = (sheet.getRow(2).values as string[]).slice(1)
  const area = sheet.getCell(4, headers.indexOf('面积') + 1)

  expect(area.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
  expect(JSON.stringify(area.note)).toMatch(/面积/)
  expect(sheet.getCell('B4').font?.color).toMatchObject({ argb: 'FFC00000' })
  expect(sheet.getCell('E3').fill).toMatchObject({ pattern: 'none' })
  expect(JSON.stringify(sheet.autoFilter)).toContain('2')
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(sheet.getCell('E3').numFmt).toBe('@')
})

test('it shows of every number its tail only', () => {
  const numbers = [1, 2, 3].flatMap((order) => [anIdNumber(order), anAccountNo(order)])

  expect(leakFinder(numbers)(packedText(bytes))).toEqual([])
})
