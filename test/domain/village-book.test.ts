import { describe, expect, test } from 'vitest'
import { allColumns, columnsOfBook } from '../../src-main/domain/village-book.ts'
import { parseBookCell, sameLocked } from '../../src-main/domain/village-book-cell.ts'
import type { SurveyQuestion } from '../../src-main/domain/survey-question.ts'

const question = (key: string, label: string, change: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  ...{
    key,
    label,
    text: `${label}？`,
    per: 'household',
    type: 'yes-no',
    required: false,
    source: '',
    confirmed: true,
  },
  ...change,
})
const set = {
  perMu: true,
  questions: [question('a', '是谁'), question('b', '是谁'), question('c', '年收入', { type: 'money' })],
}
const columns = allColumns(columnsOfBook(set))
const columnOf = (key: string) => columns.find((column) => column.key === key)!
const parse = (key: string, text: string, wasNumber = false) =>
  parseBookCell(columnOf(key), { text, wasNumber }, set, '2026-07-01')

test('no two columns of a sheet have one header, whatever the questions are called', () => {
  const { people, answers } = columnsOfBook(set)

  for (const part of [people, answers])
    expect(new Set(part.map(({ header }) => header)).size).toBe(part.length)
  expect(answers.map(({ header }) => header)).toEqual(expect.arrayContaining(['是谁', '是谁2']))
})

test('a programme that asks nothing has no second sheet, one not measured in 亩 no areas', () => {
  expect(columnsOfBook({ perMu: true, questions: [] }).answers).toEqual([])
  const keys = columnsOfBook({ perMu: false, questions: [] }).people.map(({ key }) => key)
  expect(keys).not.toContain('area')
  expect(keys).toContain('continues')
})

describe('a cell that came back', () => {
  test.each<[string, string, boolean, unknown]>([
    ['presence', '死亡', false, { ok: true, value: 'dead' }],
    ['presence', '4', true, { ok: true, value: 'dead' }],
    ['presence', '走了', false, { ok: false, rule: 'code-unknown' }],
    ['area', '7.509999999999999', true, { ok: true, value: '7.51' }],
    ['area', '7.509999999999999', false, { ok: false, rule: 'area-too-precise' }],
    ['newAccount', '6217000340001003700', true, { ok: false, rule: 'account-precision-lost' }],
    ['newAccount', '6217000340001003700', false, { ok: true, value: '6217000340001003700' }],
    ['newIdNumber', '142625199307139000', true, { ok: false, rule: 'id-precision-lost' }],
    ['newPhone', '13899990000', true, { ok: true, value: '13899990000' }],
    ['changedOn', '2026.5.3', false, { ok: true, value: '2026-05-03' }],
    ['changedOn', '2026-07-02', false, { ok: false, rule: 'not-in-future' }],
    ['q.a', '是', false, { ok: true, value: 'yes' }],
    ['q.c', '1,234.50', false, { ok: true, value: '1234.50' }],
    ['remark', '', false, { ok: true, value: null }],
  ])('%s %j is read as it was meant', (key, text, wasNumber, read) => {
    expect(parse(key, text, wasNumber)).toEqual(read)
  })
})

test.each([
  ['00038', '38', true],
  ['00038', '39', false],
  ['…9806', '9806', true],
  ['…9806', '...9806', true],
  ['1组', '１组', true],
  ['张三', ' 张 三 ', true],
  ['张三', '张四', false],
  ['张三', '', true],
])('a locked %j that reads %j now is the same: %s', (printed, text, same) => {
  expect(sameLocked(printed, { text, wasNumber: false })).toBe(same)
})
