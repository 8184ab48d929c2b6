import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isBookWithoutCounterparts,
  isInForce,
  type LandTransfer,
  transferDoubt,
  transferEffect,
} from '../../src-main/domain/land-transfer.ts'

const [giver, taker] = ['142625195503120010', '142625196001019018']
const known = new Set([giver, taker])
const isKnown = (idNumber: string) => known.has(idNumber)
const day = '2026-06-30'

function aTransfer(change: Partial<LandTransfer> = {}): LandTransfer {
  return {
    ...{ giverName: '张大山', giverIdNumber: giver, takerName: '李四', takerIdNumber: taker },
    ...{ takerCreditCode: '', areaCentiMu: 300, startsOn: null, endsOn: null, subsidyTo: 'taker' as const },
    batchId: 'b',
    ...change,
  }
}

test.each<[string | undefined, Partial<LandTransfer>]>([
  [undefined, {}],
  [undefined, { subsidyTo: 'giver', takerName: '', takerIdNumber: '' }],
  [undefined, { takerIdNumber: '', takerCreditCode: '91350100M000100Y43' }],
  ['counterpart-missing', { takerName: '', takerIdNumber: '' }],
  ['counterpart-missing', { giverName: '', giverIdNumber: '' }],
  ['counterpart-unknown', { takerIdNumber: '' }],
  ['counterpart-unknown', { giverIdNumber: '142625197001019999' }],
  ['subsidy-unknown', { subsidyTo: 'unknown' }],
])('%s is the doubt', (doubt, change) => {
  expect(transferDoubt(aTransfer(change), isKnown)).toBe(doubt)
})

test('a ledger without any counterpart is told of once; one line with one makes it a ledger of pairs', () => {
  const alone = aTransfer({ takerName: '', takerIdNumber: '' })

  expect(isBookWithoutCounterparts([alone, alone])).toBe(true)
  expect(isBookWithoutCounterparts([alone, aTransfer()])).toBe(false)
  expect(isBookWithoutCounterparts([])).toBe(false)
})

test('holds from its first day to its last, and without an end for ever', () => {
  const term = { startsOn: '2026-01-01', endsOn: '2026-06-30' }

  expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => isInForce(term, on))).toEqual([
    ...[false, true, true, false],
  ])
  expect(isInForce({ startsOn: null, endsOn: null }, '2050-01-01')).toBe(true)
})

test('only what goes to the taker moves, and it moves from one to the other', () => {
  const transfers = [aTransfer(), aTransfer({ subsidyTo: 'giver' }), aTransfer({ subsidyTo: 'unknown' })]

  expect(transferEffect(giver, transfers, day, isKnown)).toEqual({ outCentiMu: 300, inCentiMu: 0 })
  expect(transferEffect(taker, transfers, day, isKnown)).toEqual({ outCentiMu: 0, inCentiMu: 300 })
  expect(transferEffect('142625197001019999', transfers, day, isKnown)).toBeUndefined()
})

test('nobody gains what nobody in the register has lost', () => {
  const fromNobody = [aTransfer({ giverIdNumber: '' })]
  const toNobody = [aTransfer({ takerIdNumber: '', takerName: '' })]

  expect(transferEffect(taker, fromNobody, day, isKnown)).toEqual({ outCentiMu: 0, inCentiMu: 0 })
  expect(transferEffect(giver, toNobody, day, isKnown)).toEqual({ outCentiMu: 300, inCentiMu: 0 })
})

test('over any transfers, all gains together are never more than all losses', () => {
  const someone = fc.constantFrom(giver, taker, '142625197001019999', '')
  const transfer = fc.record({
    giverIdNumber: someone,
    takerIdNumber: someone,
    areaCentiMu: fc.integer({ min: 1, max: 10_000 }),
    subsidyTo: fc.constantFrom<LandTransfer['subsidyTo']>('giver', 'taker', 'unknown'),
  })
  fc.assert(
    fc.property(fc.array(transfer), (some) => {
      const transfers = some.map((one) => aTransfer(one))
      const effects = [giver, taker, '142625197001019999'].map(
        (one) => transferEffect(one, transfers, day, isKnown) ?? { outCentiMu: 0, inCentiMu: 0 },
      )
      const sum = (of: 'outCentiMu' | 'inCentiMu') => effects.reduce((total, effect) => total + effect[of], 0)
      expect(sum('inCentiMu')).toBeLessThanOrEqual(sum('outCentiMu'))
    }),
  )
})
