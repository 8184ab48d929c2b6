import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountFen } from '../../src-main/domain/money.ts'
import { recomputed, sumsOf } from '../../src-main/domain/recomputed.ts'

const inForce = { termsId: 'second', rateYuan: '68.5' }
const line = fc.record({
  quantityCenti: fc.constant(null),
  steps: fc.constant('[]'),
  areaCentiMu: fc.integer({ min: 0, max: 1_000_000 }),
  amountFen: fc.integer({ min: 0, max: 10_000_000 }),
  rateYuan: fc.constantFrom('67.03', '68.5', null),
})

test('gives every line what the standard in force gives, and doing it twice changes nothing', () => {
  fc.assert(
    fc.property(line, (one) => {
      const now = recomputed(one, inForce)
      const after = { ...one, ...now }
      expect(after.amountFen).toBe(amountFen(one.areaCentiMu, '68.5'))
      expect(recomputed(after, inForce)).toBeUndefined()
    }),
  )
})

test('asks nothing of a line whose money is the same by newer terms', () => {
  const one = {
    quantityCenti: null,
    steps: '[]',
    areaCentiMu: 500,
    amountFen: amountFen(500, '68.5'),
    rateYuan: '68.5',
  }
  expect(recomputed(one, inForce)).toBeUndefined()
  expect(recomputed({ ...one, rateYuan: '68.50' }, { ...inForce, rateYuan: '68.50' })).toBeUndefined()
})

test('the parts add up to the whole, however they are cut', () => {
  const fen = fc.integer({ min: 0, max: 10_000_000 })
  const lines = fc.array(
    fc.record({ beforeFen: fen, afterFen: fen, village: fc.constantFrom('a', 'b', 'c') }),
  )
  fc.assert(
    fc.property(lines, (all) => {
      const parts = [...Map.groupBy(all, ({ village }) => village).values()].map(sumsOf)
      const total = (key: 'rows' | 'beforeFen' | 'afterFen') => parts.reduce((sum, one) => sum + one[key], 0)
      expect({ rows: total('rows'), beforeFen: total('beforeFen'), afterFen: total('afterFen') }).toEqual(
        sumsOf(all),
      )
    }),
  )
})
