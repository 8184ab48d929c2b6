import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Compared,
  cutBy,
  hearingWays,
  type HeardBefore,
  heardState,
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

const less = (change: Partial<HeardBefore> = {}): HeardBefore => ({
  ...{ cut: 'reduce', way: 'visit', recordedBy: 'clerk', areaCentiMu: 400, amountFen: 10_000 },
  ...change,
})
const judged = (one: Compared, cut: 'stop' | 'reduce', heard: readonly HeardBefore[]) =>
  heardState(heard, cut, { one, decidedBy: 'reviewer' })

describe('what was heard covers', () => {
  test('less where it was about a stop, not the other way round', () => {
    expect(judged(land, 'reduce', [less({ cut: 'stop' })])).toBe('heard')
    expect(judged(land, 'stop', [less()])).toBe('unheard')
    expect(judged(land, 'reduce', [])).toBe('unheard')
  })

  test('no deeper cut than it was about: by land the area, elsewhere the amount, nothing where no figure was kept', () => {
    const cut = fc.record({ heard: fc.nat(1_000), now: fc.nat(1_000), isLand: fc.boolean() })
    fc.assert(
      fc.property(cut, ({ heard, now, isLand }) => {
        const one = isLand ? { ...land, areaCentiMu: now } : { ...monthly, amountFen: now }
        const about = less(isLand ? { areaCentiMu: heard } : { amountFen: heard })
        expect(judged(one, 'reduce', [about])).toBe(now >= heard ? 'heard' : 'unheard')
      }),
    )
    expect(judged(land, 'reduce', [less({ areaCentiMu: null, amountFen: null })])).toBe('unheard')
  })

  test('nothing where only the decider says that nobody had to be heard, or could be found', () => {
    const exempt = less({ cut: 'stop', way: 'exempt', recordedBy: 'reviewer' })
    const lost = less({ cut: 'stop', way: 'not-reached', recordedBy: 'reviewer' })
    expect(judged(land, 'stop', [exempt, lost])).toBe('own-word-only')
    expect(judged(land, 'stop', [exempt, { ...lost, recordedBy: 'clerk' }])).toBe('heard')
    expect(judged(land, 'stop', [{ ...exempt, way: 'visit' }])).toBe('heard')
  })
})

describe('a record is whole', () => {
  const empty = {
    ...{ exemption: null, heardOn: '2026-06-30', heardName: '', said: '', answer: '', attempts: [] },
  } as const

  test('only with what its way needs', () => {
    const lacks = Object.fromEntries(
      hearingWays.map((way) => [way, missingInHearing({ ...empty, way }).map(({ path }) => path)]),
    )
    expect(lacks).toEqual({
      visit: ['heardName', 'said', 'answer'],
      office: ['heardName', 'said', 'answer'],
      phone: ['heardName', 'said', 'answer'],
      'not-reached': ['attempts'],
      exempt: ['exemption', 'answer'],
    })
  })

  test('for somebody not found only with two days, none after it was recorded', () => {
    const lacks = (...days: string[]) =>
      missingInHearing({
        ...empty,
        way: 'not-reached',
        attempts: days.map((on) => ({ on, how: '入户无人' })),
      }).map(({ rule }) => rule)
    expect(lacks('2026-06-01', '2026-06-01')).toEqual(['too-few-days'])
    expect(lacks('2026-06-01', '2026-06-03')).toEqual([])
    expect(lacks('2026-06-01', '2026-07-03')).toEqual(['after-hearing'])
  })
})
