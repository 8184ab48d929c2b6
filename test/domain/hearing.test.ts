import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Compared,
  cutBy,
  hearingWays,
  isHeard,
  missingInHearing,
} from '../../src-main/domain/hearing.ts'

const land: Compared = {
  ...{ areaCentiMu: 500, quantityCenti: null, amountFen: 33_515 },
  ...{ previousAreaCentiMu: 500, previousAmountFen: 33_515 },
}
const monthly: Compared = {
  ...land,
  areaCentiMu: 0,
  quantityCenti: 100,
  amountFen: 12_200,
  previousAmountFen: 12_200,
}

describe('what a decision takes', () => {
  test('is nothing from somebody who had nothing', () => {
    const anything = fc.record({
      areaCentiMu: fc.nat(),
      quantityCenti: fc.option(fc.nat()),
      amountFen: fc.nat(),
      previousAreaCentiMu: fc.option(fc.nat()),
      previousAmountFen: fc.constantFrom(null, 0),
    })
    fc.assert(
      fc.property(anything, fc.constantFrom('approve' as const, 'decline' as const), (one, decision) => {
        expect(cutBy(decision, one)).toBeUndefined()
      }),
    )
  })

  test('is everything where somebody who had it is declined, and never anything where it is returned', () => {
    expect(cutBy('decline', land)).toBe('stop')
    expect(cutBy('return', land)).toBeUndefined()
  })

  test('by land follows the area, so that a lower standard for everybody cuts nobody', () => {
    expect(cutBy('approve', { ...land, areaCentiMu: 499 })).toBe('reduce')
    expect(cutBy('approve', { ...land, amountFen: 20_000 })).toBeUndefined()
    expect(cutBy('approve', { ...land, areaCentiMu: 900 })).toBeUndefined()
  })

  test('elsewhere follows the amount', () => {
    expect(cutBy('approve', { ...monthly, amountFen: 12_199 })).toBe('reduce')
    expect(cutBy('approve', monthly)).toBeUndefined()
  })
})

test('who was heard about a stop was heard about less, not the other way round', () => {
  expect(isHeard([{ cut: 'stop' }], 'reduce')).toBe(true)
  expect(isHeard([{ cut: 'reduce' }], 'stop')).toBe(false)
  expect(isHeard([], 'reduce')).toBe(false)
})

test('a record is whole only with what its way needs', () => {
  const empty = { exemption: null, heardName: '', said: '', answer: '' } as const
  const lacks = Object.fromEntries(hearingWays.map((way) => [way, missingInHearing({ ...empty, way })]))
  expect(lacks).toEqual({
    visit: ['heardName', 'said', 'answer'],
    office: ['heardName', 'said', 'answer'],
    phone: ['heardName', 'said', 'answer'],
    'not-reached': ['answer'],
    exempt: ['exemption', 'answer'],
  })
})
