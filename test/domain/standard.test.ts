import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountFen } from '../../src-main/domain/money.ts'
import {
  faultsInTiers,
  judgedOn,
  monthsPaid,
  stepOfQuantity,
  stepsOfMonths,
  totalOf,
} from '../../src-main/domain/standard.ts'

const rate = fc.constantFrom('100', '200', '33.333', '0.005')
const months = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(rate, { minLength: 1, maxLength: 12 }))
  .map(([from, rates]) =>
    rates.slice(0, 13 - from).map((rateYuan, at) => ({ month: from + at, tier: `档${rateYuan}`, rateYuan })),
  )

test('steps hold every month once, in order, and add up to the total', () => {
  fc.assert(
    fc.property(months, (all) => {
      const steps = stepsOfMonths(all)
      const held = steps.flatMap(({ fromMonth, toMonth, rateYuan }) =>
        Array.from({ length: toMonth! - fromMonth! + 1 }, (_, at) => ({ month: fromMonth! + at, rateYuan })),
      )
      expect(held).toEqual(all.map(({ month, rateYuan }) => ({ month, rateYuan })))
      const total = totalOf(steps)
      expect(total.quantityCenti).toBe(all.length * 100)
      expect(total.amountFen).toBe(steps.reduce((sum, step) => sum + step.amountFen, 0))
      const rates = new Set(all.map(({ rateYuan }) => rateYuan))
      expect(total.rateYuan).toBe(rates.size === 1 ? [...rates][0] : null)
    }),
  )
})

test('months at one standard are rounded once, not month by month', () => {
  const third = [1, 2, 3].map((month) => ({ month, tier: '', rateYuan: '33.333' }))
  expect(totalOf(stepsOfMonths(third)).amountFen).toBe(10_000)
  expect(stepOfQuantity(300, { tier: '', rateYuan: '33.333' })[0]?.amountFen).toBe(amountFen(300, '33.333'))
})

describe('a month', () => {
  test('is judged by the last day of the one before: a birthday in it counts from the next', () => {
    expect(judgedOn(2026, 1)).toBe('2025-12-31')
    expect(judgedOn(2026, 6)).toBe('2026-05-31')
    expect(judgedOn(2028, 3)).toBe('2028-02-29')
  })

  test('is paid from the one after it was accepted, within the period', () => {
    const year = { from: 1, to: 12 }
    expect(monthsPaid(2026, year, null)).toHaveLength(12)
    expect(monthsPaid(2026, year, '2026-05-31')[0]).toBe(6)
    expect(monthsPaid(2026, { from: 7, to: 9 }, '2026-05-31')).toEqual([7, 8, 9])
    expect(monthsPaid(2026, year, '2025-11-02')[0]).toBe(1)
    expect(monthsPaid(2026, year, '2026-12-01')).toEqual([])
  })
})

test('tiers need a condition each and different names; without tiers there is nothing to find', () => {
  const tier = { name: '一档', rateYuan: '100', when: 'person.age >= 80' }
  expect(faultsInTiers('tiers', [tier])).toEqual([])
  expect(faultsInTiers('tiers', [])).toEqual(['分档标准'])
  expect(faultsInTiers('tiers', [tier, { ...tier, when: ' ' }])).toEqual([
    '第 2 档的条件',
    '档名“一档”写了两次',
  ])
  expect(faultsInTiers('each', [{ ...tier, when: '' }])).toEqual([])
})
