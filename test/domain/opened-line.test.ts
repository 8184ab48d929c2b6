import { describe, expect, test } from 'vitest'
import { openedMoney } from '../../src-main/domain/opened-line.ts'
import { paidBy } from '../../src-main/domain/programme-terms.ts'

describe('money of a line opened from a roll', () => {
  const line = { areaCentiMu: 0, quantityCenti: null, rateYuan: '122', amountFen: 36_600 }

  test('by land is this year’s standard times the area', () => {
    expect(openedMoney({ ...line, areaCentiMu: 250, rateYuan: '60' }, { unit: '亩' }, '67.03')).toEqual({
      ...{ quantityCenti: null, rateYuan: '67.03', amountFen: 16_758 },
    })
  })

  test('by person stays the roll’s own, and says how many months it is', () => {
    expect(openedMoney(line, { unit: '人·月' }, '122')).toEqual({
      ...{ quantityCenti: 300, rateYuan: '122', amountFen: 36_600 },
    })
    expect(openedMoney({ ...line, rateYuan: '61', amountFen: 6_100 }, { unit: '人' }, '122')).toEqual({
      ...{ quantityCenti: 100, rateYuan: '61', amountFen: 6_100 },
    })
  })

  test('keeps an amount the standard does not go into, and makes one where the roll has none', () => {
    expect(openedMoney({ ...line, amountFen: 10_000 }, { unit: '人' }, '122')).toMatchObject({
      ...{ quantityCenti: 100, amountFen: 10_000 },
    })
    const empty = { ...line, rateYuan: '', amountFen: 0, quantityCenti: 200 }
    expect(openedMoney(empty, { unit: '人' }, '122')).toMatchObject({ rateYuan: '122', amountFen: 24_400 })
  })
})

test.each([
  ['亩', 'land'],
  ['户', 'household'],
  ['户·年', 'household'],
  ['人·月', 'person'],
  ['户/人', 'person'],
  ['台（套）', 'person'],
])('%s is paid by %s', (unit, by) => {
  expect(paidBy(unit)).toBe(by)
})
