import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reviewedFigure } from '../../src-main/domain/figures.ts'

const figure = fc.record({
  quantityCenti: fc.integer({ min: 0, max: 1_000_000 }),
  amountFen: fc.integer({ min: 0, max: 10_000_000 }),
})

test('wherever the review’s figure differs from what was applied for there is a reason, and only there', () => {
  fc.assert(
    fc.property(figure, figure, (applied, now) => {
      const { reasonCode, ...reviewed } = reviewedFigure('approve', applied, now)
      expect(reviewed).toEqual(now)
      const differs = applied.quantityCenti !== now.quantityCenti || applied.amountFen !== now.amountFen
      expect(reasonCode !== '').toBe(differs)
    }),
  )
})

test('says what differs: the quantity, or only the money', () => {
  const applied = { quantityCenti: 500, amountFen: 33_515 }
  const reason = (now: typeof applied) => reviewedFigure('approve', applied, now).reasonCode
  expect(reason({ quantityCenti: 300, amountFen: 20_109 })).toBe('quantity-corrected')
  expect(reason({ quantityCenti: 500, amountFen: 35_000 })).toBe('standard-changed')
})

test('nothing is left of what is declined, and it says so', () => {
  const one = { quantityCenti: 500, amountFen: 33_515 }
  expect(reviewedFigure('decline', one, one)).toEqual({
    quantityCenti: 0,
    amountFen: 0,
    reasonCode: 'declined',
  })
})
