import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Hex } from '../../src-main/crypto/digest.ts'
import {
  drawSample,
  isAmong,
  isRechecked,
  noRecheck,
  recheckState,
  sampleSize,
} from '../../src-main/domain/recheck.ts'

const rule = fc.record({
  percent: fc.integer({ min: 0, max: 100 }),
  perVillage: fc.integer({ min: 0, max: 50 }),
  among: fc.constant('all' as const),
  kin: fc.constant(false),
})
const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 })
const digestBy = (seed: string) => (id: string) => sha256Hex(Buffer.from(`${seed}:${id}`))

test('the same seed and list draw the same records, in whatever order the list comes', () => {
  fc.assert(
    fc.property(ids, fc.nat(60), fc.string(), (list, size, seed) => {
      const drawn = drawSample(list, size, digestBy(seed))
      expect(drawSample(list.toReversed(), size, digestBy(seed))).toEqual(drawn)
      expect(drawn).toHaveLength(Math.min(size, list.length))
      expect(list).toEqual(expect.arrayContaining(drawn))
      expect(new Set(drawn).size).toBe(drawn.length)
    }),
  )
})

test('another seed draws others, and every record may be drawn', () => {
  const list = Array.from({ length: 40 }, (_, index) => `id-${String(index)}`)
  const seen = new Set<string>()
  for (let seed = 0; seed < 400; seed++)
    for (const id of drawSample(list, 2, digestBy(String(seed)))) seen.add(id)
  expect(seen.size).toBe(40)
})

test('never fewer than the share or the number, never more than there are', () => {
  fc.assert(
    fc.property(rule, fc.nat(500), fc.nat(50), (one, candidates, before) => {
      const size = sampleSize(one, candidates, before)
      expect(size).toBeLessThanOrEqual(candidates)
      expect(size).toBeGreaterThanOrEqual(0)
      if (isRechecked(one))
        expect(size * 100).toBeGreaterThanOrEqual(Math.min(candidates * one.percent, candidates * 100))
      expect(size + before).toBeGreaterThanOrEqual(Math.min(one.perVillage, candidates))
    }),
  )
})

test('five of a hundred, at least three; one of seven is rounded up', () => {
  const usual = { percent: 5, perVillage: 3, among: 'all' as const, kin: false }
  expect(sampleSize(usual, 100, 0)).toBe(5)
  expect(sampleSize(usual, 20, 0)).toBe(3)
  expect(sampleSize(usual, 2, 0)).toBe(2)
  expect(sampleSize(usual, 7, 3)).toBe(1)
  expect(sampleSize(noRecheck, 100, 0)).toBe(0)
})

test('only what is new or has more land than last year, where the terms say so', () => {
  const grown = { percent: 5, perVillage: 0, among: 'new-or-more' as const, kin: false }
  const record = { areaCentiMu: 300, previousAreaCentiMu: 300, previousAmountFen: 1, isKin: false }
  expect(isAmong(grown, record)).toBe(false)
  expect(isAmong(grown, { ...record, areaCentiMu: 301 })).toBe(true)
  expect(isAmong(grown, { ...record, previousAreaCentiMu: null, previousAmountFen: null })).toBe(true)
  expect(isAmong(grown, { ...record, previousAreaCentiMu: null })).toBe(false)
  expect(isAmong({ ...grown, among: 'all' }, record)).toBe(true)
  expect(isAmong(noRecheck, record)).toBe(false)
})

test('kin are looked at wherever the terms ask for them, whatever else they ask for', () => {
  const kin = { areaCentiMu: 300, previousAreaCentiMu: 300, previousAmountFen: 1, isKin: true }
  expect(isAmong({ ...noRecheck, kin: true }, kin)).toBe(true)
  expect(isAmong({ ...noRecheck, kin: true }, { ...kin, isKin: false })).toBe(false)
  expect(isAmong(noRecheck, kin)).toBe(false)
})

test('a confirmation holds for its figures, a contradiction until the record went back', () => {
  const record = { status: 'approved', version: 4, areaCentiMu: 300, quantityCenti: null }
  const result = { version: 4, areaCentiMu: 300, quantityCenti: null }
  const confirmed = { ...result, outcome: 'confirmed' as const }
  const contradicted = { ...result, outcome: 'contradicted' as const }
  expect(recheckState(record, null)).toBe('open')
  expect(recheckState({ ...record, version: 9, status: 'publicized' }, confirmed)).toBe('confirmed')
  expect(recheckState({ ...record, areaCentiMu: 299 }, confirmed)).toBe('open')
  expect(recheckState(record, contradicted)).toBe('contradicted')
  expect(recheckState({ ...record, version: 7 }, contradicted)).toBe('open')
  expect(recheckState({ ...record, status: 'returned' }, contradicted)).toBe('not-due')
})
