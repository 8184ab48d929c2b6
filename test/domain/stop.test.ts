import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountFen } from '../../src-main/domain/money.ts'
import { stepsOfMonths } from '../../src-main/domain/standard.ts'
import { goesOnUntil, type MonthlyPaid, recoveryOf } from '../../src-main/domain/stop.ts'

const whole: MonthlyPaid = { monthFrom: 1, monthTo: 12, rateYuan: '100', steps: [] }
const span = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([dueMonth, later]) => ({ dueMonth, stoppedMonth: Math.min(13, dueMonth + later) }))

test('what is recovered is each month paid after it was due to stop, at the standard it was paid by', () => {
  const rates = fc.array(fc.constantFrom('100', '200', '33.33'), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(rates, span, (of, { dueMonth, stoppedMonth }) => {
      const months = of.map((rateYuan, at) => ({ month: at + 1, tier: rateYuan, rateYuan }))
      const paid = { ...whole, rateYuan: null, steps: stepsOfMonths(months) }
      const own = months.filter(({ month }) => dueMonth <= month && month < stoppedMonth)
      const fen = own.reduce((sum, { rateYuan }) => sum + amountFen(100, rateYuan), 0)
      expect(recoveryOf(paid, { dueMonth, stoppedMonth })).toEqual({
        ...{ outcome: 'computed', months: own.length, amountFen: fen },
      })
    }),
  )
})

test('months that were never paid are not recovered, and none where it stopped in time', () => {
  const half = { ...whole, monthFrom: 4, monthTo: 6 }
  expect(recoveryOf(half, { dueMonth: 2, stoppedMonth: 13 })).toMatchObject({ months: 3, amountFen: 30_000 })
  expect(recoveryOf(whole, { dueMonth: 5, stoppedMonth: 5 })).toMatchObject({ months: 0, amountFen: 0 })
})

test('what nobody knows is never 0: months without a place in the year, a month without a standard', () => {
  const nameless = { ...whole, monthFrom: null, monthTo: null }
  expect(recoveryOf(nameless, { dueMonth: 2, stoppedMonth: 4 })).toMatchObject({ outcome: 'undecided' })
  expect(recoveryOf({ ...whole, rateYuan: null }, { dueMonth: 2, stoppedMonth: 4 })).toEqual({
    ...{ outcome: 'undecided', missing: ['2 月的标准', '3 月的标准'] },
  })
})

test('months before it was due to stop go on; from the first month on nothing does', () => {
  expect(goesOnUntil(whole, { dueMonth: 5, stoppedMonth: 5 })).toBe(4)
  expect(goesOnUntil(whole, { dueMonth: 1, stoppedMonth: 5 })).toBeUndefined()
  expect(goesOnUntil({ ...whole, monthFrom: null }, { dueMonth: 5, stoppedMonth: 5 })).toBeUndefined()
})
