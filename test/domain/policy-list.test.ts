import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePolicyLists } from '../../src-main/domain/policy-difference.ts'
import {
  faultsOf,
  nextCodes,
  type PolicyLine,
  programmeOfName,
  rateOfText,
  type ReadPolicyLine,
} from '../../src-main/domain/policy-list.ts'

const known = [
  { code: 'NY01', name: '耕地地力保护补贴' },
  { code: 'NY04', name: '雨露计划（职业教育补助）' },
  { code: 'MZ05', name: '困难残疾人生活补贴' },
]

describe('a rate', () => {
  test.each([
    ['67.03', '67.03'],
    ['67.03元/亩', '67.03'],
    ['124.9788302 元／亩', '124.9788302'],
    ['３６００元/孩/年', '3600'],
    ['1,500元/亩', '1500'],
    ['122元每人每月', '122'],
  ])('%s is plainly %s', (text, rate) => expect(rateOfText(text)).toBe(rate))

  test.each([
    '按当年文件执行',
    '',
    '0元/亩',
    '山西约67元/亩未证实',
    '4000–10000元/人/年',
    '山西2026-01-01起 122元/人/月（原82元）',
    '500/150/300/150/400',
    '每人每年600元，扶持20年',
    '1e3',
    '-5元',
  ])('%s has to be read by a person', (text) => expect(rateOfText(text)).toBeNull())

  test('is never made of a text with words besides the unit', () => {
    const word = fc.stringMatching(/^[约至起原一二甲补未]{1,4}$/)
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 9999 }), (text, rate) => {
        expect(rateOfText(`${text}${String(rate)}元`)).toBeNull()
        expect(rateOfText(`${String(rate)}元${text}`)).toBeNull()
      }),
    )
  })
})

test('a programme is known by its name, with and without brackets, and by nothing less', () => {
  expect(programmeOfName('耕地地力 保护补贴', known)).toBe('NY01')
  expect(programmeOfName('雨露计划', known)).toBe('NY04')
  expect(programmeOfName('困难残疾人生活补贴(2026)', known)).toBe('MZ05')
  expect(programmeOfName('残疾人生活补贴', known)).toBeUndefined()
})

test('a list is refused for a programme on two lines, by one name or by two, and for a line without a name', () => {
  const lines = [
    aRead(3, '耕地地力保护补贴'),
    aRead(4, '雨露计划'),
    aRead(5, '耕地地力保护 补贴'),
    aRead(6, '雨露计划（职业教育补助）'),
    aRead(7, ''),
    aRead(8, '新设的补贴'),
    aRead(9, '新设的补贴'),
  ]
  expect(faultsOf(lines, known).map(({ line, rule, otherLine }) => [line, rule, otherLine])).toEqual([
    [5, 'twice', 3],
    [6, 'same-programme', 4],
    [7, 'no-name', 0],
    [9, 'twice', 8],
  ])
})

test('codes of the county’s own programmes go on after the last one given', () => {
  const next = nextCodes(['NY01', 'XQ03', 'XQ01'])
  expect([next(), next()]).toEqual(['XQ04', 'XQ05'])
  expect(nextCodes([])()).toBe('XQ01')
})

test('two lists differ by what is new, gone and said otherwise, each programme once', () => {
  const before = [aLine('NY01', { rateText: '66.50元/亩' }), aLine('MZ05'), aLine('WJ01')]
  const now = [aLine('NY01', { rateText: '67.03元/亩', phone: '1' }), aLine('MZ05'), aLine('XQ01')]
  expect(
    comparePolicyLists(now, before).map(({ programmeCode, kind, changes }) => [
      programmeCode,
      kind,
      changes.map(({ field, before: was, after }) => `${field}:${was}→${after}`),
    ]),
  ).toEqual([
    ['NY01', 'changed', ['rateText:66.50元/亩→67.03元/亩', 'phone:→1']],
    ['MZ05', 'same', []],
    ['XQ01', 'new', []],
    ['WJ01', 'gone', []],
  ])
})

test('a list compared with itself says nothing, and turned round what was new is gone', () => {
  const some = fc.uniqueArray(fc.constantFrom('NY01', 'NY02', 'MZ05', 'MZ06', 'LY01'))
  fc.assert(
    fc.property(some, some, (a, b) => {
      const [one, other] = [a.map((code) => aLine(code)), b.map((code) => aLine(code))]
      expect(comparePolicyLists(one, one).every(({ kind }) => kind === 'same')).toBe(true)
      const kinds = (kind: string, of = comparePolicyLists(one, other)) =>
        of.filter((each) => each.kind === kind).map(({ programmeCode }) => programmeCode)
      expect(kinds('new').toSorted()).toEqual(kinds('gone', comparePolicyLists(other, one)).toSorted())
    }),
  )
})

function aRead(line: number, name: string): ReadPolicyLine {
  const facts = { department: '', beneficiaries: '', rateText: '', unit: '', cycle: '', basis: '', phone: '' }
  return { line, name, ...facts }
}

function aLine(programmeCode: string, said: Partial<PolicyLine> = {}): PolicyLine {
  const { line: _line, ...facts } = aRead(1, programmeCode)
  return { programmeCode, rateYuan: null, ...facts, ...said }
}
