import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLandRightRow } from '../../src-main/domain/land-row.ts'
import { parseDeceasedRow, parsePayrollRow } from '../../src-main/domain/name-list-row.ts'
import { parseRegisterRow } from '../../src-main/domain/register-row.ts'
import { parseRollRow } from '../../src-main/domain/roll-row.ts'
import type { RowText } from '../../src-main/domain/row-reader.ts'

const person = { name: '张三', idNumber: '141024194002290007' }
const roll = {
  ...person,
  village: '甘亭村委会',
  group: '第一村民小组',
  area: '6.91',
  accountNo: '6229990000000000001',
}

function aRow(texts: Readonly<Record<string, string>>): RowText {
  return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, { text, wasNumber: false }]))
}

describe('a roll line', () => {
  test('is paid area × its own standard, the printed amount kept beside', () => {
    const parsed = parseRollRow(aRow({ ...roll, rate: '67.03', amount: '463.18' }), { rateYuan: '1' })

    expect(parsed).toMatchObject({
      ok: true,
      warnings: [],
      value: {
        group: '1组',
        areaCentiMu: 691,
        rateYuan: '67.03',
        amountFen: 46_318,
        printedAmountFen: 46_318,
      },
    })
  })

  test('without a printed amount is computed, without a standard it makes no money', () => {
    expect(parseRollRow(aRow({ ...roll, rate: '67.03' }))).toMatchObject({
      value: { amountFen: 46_318, printedAmountFen: null },
    })
    expect(parseRollRow(aRow(roll))).toMatchObject({ value: { rateYuan: null, amountFen: null } })
    expect(parseRollRow(aRow(roll), { rateYuan: '67.03' })).toMatchObject({ value: { amountFen: 46_318 } })
  })

  test('is taken with a warning when the printed amount is not its own', () => {
    expect(parseRollRow(aRow({ ...roll, rate: '67.03', amount: '463.17' }))).toMatchObject({
      ok: true,
      warnings: ['amount-mismatch'],
    })
    expect(parseRollRow(aRow({ ...roll, rate: '67.03', amount: '见附表' }))).toMatchObject({
      warnings: ['amount-not-number'],
    })
  })

  test('tells everything that is wrong with it at once', () => {
    const parsed = parseRollRow(
      aRow({ name: '', idNumber: '1', area: '—', accountNo: '6.23E+18', rate: '按文件' }),
    )

    expect(parsed).toEqual({
      ok: false,
      broken: [
        { field: 'name', rule: 'name-missing' },
        { field: 'idNumber', rule: 'id-length' },
        { field: 'area', rule: 'area-not-number' },
        { field: 'accountNo', rule: 'account-scientific' },
        { field: 'rate', rule: 'rate-not-number' },
      ],
    })
  })

  test('with nothing in it is refused, never a crash', () => {
    expect(parseRollRow({})).toMatchObject({ ok: false })
    expect(parseRollRow(JSON.parse('{"__proto__": {"text": "x", "wasNumber": false}}'))).toMatchObject({
      ok: false,
    })
  })
})

describe('a register line', () => {
  test('believes the ID number and tells where the sheet contradicts it', () => {
    const parsed = parseRegisterRow(aRow({ ...person, sex: '男', birthDate: '1940-03-01' }))

    expect(parsed).toMatchObject({
      ok: true,
      warnings: ['sex-differs', 'birth-date-differs'],
      value: { sex: 'female', birthDate: '1940-02-29' },
    })
  })

  test('keeps a household number apart from spaces and a relation as written', () => {
    const parsed = parseRegisterRow(
      aRow({ ...person, householdNo: ' 1410 2410', relation: '儿媳', sex: '女' }),
    )

    expect(parsed).toMatchObject({ warnings: [], value: { householdNo: '14102410', relation: '儿媳' } })
  })
})

test('a land right gives the cap, never below nothing', () => {
  const land = {
    ...person,
    confirmedArea: '7.51',
    nonEligibleArea: '1.5',
    transferredOutArea: '',
    farmedForOthersArea: '—',
  }

  expect(parseLandRightRow(aRow(land))).toMatchObject({ value: { capCentiMu: 601 } })
  expect(parseLandRightRow(aRow({ ...land, transferredOutArea: '9' }))).toMatchObject({
    value: { capCentiMu: 0 },
  })
  expect(parseLandRightRow(aRow({ ...land, transferredOutArea: '若干' }))).toMatchObject({
    broken: [{ field: 'transferredOutArea', rule: 'area-not-number' }],
  })
})

test('a death without a readable day goes back to be completed', () => {
  expect(parseDeceasedRow(aRow({ ...person, deathDate: '2026年06月24日' }))).toMatchObject({
    value: { deathDate: '2026-06-24', cancelDate: null },
  })
  expect(parseDeceasedRow(aRow(person))).toMatchObject({
    broken: [{ field: 'deathDate', rule: 'day-missing' }],
  })
  expect(parseDeceasedRow(aRow({ ...person, deathDate: '2026年06月' }))).toMatchObject({
    broken: [{ field: 'deathDate', rule: 'day-unreadable' }],
  })
})

test('a payroll line needs a person', () => {
  expect(parsePayrollRow(aRow({ ...person, employer: ' 县教育局 ' }))).toMatchObject({
    value: { employer: '县教育局' },
  })
  expect(parsePayrollRow(aRow({ employer: '县教育局' }))).toMatchObject({ ok: false })
})

test('no text in any cell makes a parser throw', () => {
  const cell = fc.record({ text: fc.string({ unit: 'binary' }), wasNumber: fc.boolean() })
  const fields = [
    'name',
    'idNumber',
    'area',
    'rate',
    'amount',
    'accountNo',
    'deathDate',
    'confirmedArea',
    'group',
    'birthDate',
  ]
  const row = fc.record(Object.fromEntries(fields.map((field) => [field, cell])))

  fc.assert(
    fc.property(row, (cells) => {
      const parsers = [parseRollRow, parseRegisterRow, parseLandRightRow, parseDeceasedRow, parsePayrollRow]
      for (const parse of parsers) expect(typeof parse(cells).ok).toBe('boolean')
    }),
  )
})
