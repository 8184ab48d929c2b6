import { expect, test } from 'vitest'
import { postedLine } from '../../src-main/domain/posted-line.ts'

const land = {
  ...{ groupName: '1组', name: '张三', idNumber: '142625196001019011', areaCentiMu: 500 },
  ...{ quantityCenti: null, rateYuan: '67.03', amountFen: 33_515, steps: '[]' },
}
const monthly = { ...land, areaCentiMu: 0, quantityCenti: 600, rateYuan: '122', amountFen: 73_200 }

test('a line by land says its area, another its number of the unit where it is not one', () => {
  expect(postedLine(land, 3, '亩')).toMatchObject({ lineNo: 3, areaCentiMu: 500, note: '' })
  expect(postedLine(monthly, 1, '人·月')).toMatchObject({ areaCentiMu: null, note: '6个月', rateText: '122' })
  expect(postedLine({ ...monthly, quantityCenti: 100 }, 1, '人·月').note).toBe('')
  expect(postedLine({ ...monthly, quantityCenti: 250 }, 1, '头').note).toBe('2.5头')
})

test('an amount of several standards says which months have which, and no tier’s name', () => {
  const steps = [
    { fromMonth: 1, toMonth: 5, tier: '80—89 岁', rateYuan: '100', quantityCenti: 500, amountFen: 50_000 },
    { fromMonth: 6, toMonth: 6, tier: '90 岁以上', rateYuan: '200', quantityCenti: 100, amountFen: 20_000 },
  ]
  const mixed = { ...monthly, rateYuan: null, amountFen: 70_000, steps: JSON.stringify(steps) }
  expect(postedLine(mixed, 1, '人·月')).toMatchObject({
    rateText: '分段',
    note: '1—5月100元，6月200元；6个月',
  })
})
