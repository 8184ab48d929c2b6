import { describe, expect, test } from 'vitest'
import { isAmountCurrent, postedLine } from '../../src-main/domain/posted-line.ts'

const land = {
  ...{ groupName: '1组', name: '张三', idNumber: '142625196001019011', areaCentiMu: 500 },
  ...{ quantityCenti: null, rateYuan: '67.03', amountFen: 33_515 },
}
const monthly = { ...land, areaCentiMu: 0, quantityCenti: 600, rateYuan: '122', amountFen: 73_200 }

test('a line by land says its area, another its number of the unit where it is not one', () => {
  expect(postedLine(land, 3, '亩')).toMatchObject({ lineNo: 3, areaCentiMu: 500, note: '' })
  expect(postedLine(monthly, 1, '人·月')).toMatchObject({ areaCentiMu: null, note: '6个月', rateText: '122' })
  expect(postedLine({ ...monthly, quantityCenti: 100 }, 1, '人·月').note).toBe('')
  expect(postedLine({ ...monthly, quantityCenti: 250 }, 1, '头').note).toBe('2.5头')
})

describe('an amount is current', () => {
  test('by land only as this year’s standard makes it', () => {
    expect(isAmountCurrent(land, '67.03')).toBe(true)
    expect(isAmountCurrent(land, '68')).toBe(false)
  })

  test('elsewhere by its own step, but never without any standard', () => {
    expect(isAmountCurrent(monthly, '100')).toBe(true)
    expect(isAmountCurrent(monthly, null)).toBe(false)
    expect(isAmountCurrent({ ...monthly, rateYuan: null }, '122')).toBe(false)
  })
})
