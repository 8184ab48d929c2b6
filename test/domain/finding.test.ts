import fc from 'fast-check'
import { expect, test } from 'vitest'
import { causeOf, type SourceLine } from '../../src-main/domain/finding.ts'

const line: fc.Arbitrary<SourceLine> = fc.record({
  batchId: fc.constantFrom('a', 'b', 'c'),
  fileName: fc.string(),
  sheet: fc.string(),
  line: fc.nat(),
})

test('the same check on the same lists is one cause, whichever lines they are and in whatever order', () => {
  fc.assert(
    fc.property(fc.array(line), fc.nat(), (sources, other) => {
      const elsewhere = sources.toReversed().map((one) => ({ ...one, line: one.line + other }))
      expect(causeOf({ check: 'C11', sources: elsewhere })).toBe(causeOf({ check: 'C11', sources }))
    }),
  )
})

test('another check or another list is another cause', () => {
  const source = { batchId: 'a', fileName: 'f', sheet: 's', line: 1 }
  const one = causeOf({ check: 'C11', sources: [source] })
  expect(causeOf({ check: 'C02', sources: [source] })).not.toBe(one)
  expect(causeOf({ check: 'C11', sources: [{ ...source, batchId: 'b' }] })).not.toBe(one)
  expect(causeOf({ check: 'C11', sources: [] })).not.toBe(one)
})
