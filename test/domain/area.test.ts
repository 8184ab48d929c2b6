import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMu, parseArea } from '../../src-main/domain/area.ts'

const read = (text: string, origin?: { wasNumber: boolean }) => {
  const parsed = parseArea(text, origin)
  return parsed.ok ? parsed.centiMu : parsed.rule
}

test.each([
  ['3.5亩', 350],
  ['3．50', 350],
  [' 13.16 亩 ', 1316],
  ['1,234.5', 123_450],
  ['12', 1200],
  ['0', 0],
  ['7.500', 750],
])('%s is %i hundredths of a mu', (text, centiMu) => expect(read(text)).toBe(centiMu))

test.each([
  ['', 'area-missing'],
  ['—', 'area-not-number'],
  ['3亩5分', 'area-not-number'],
  ['1e2', 'area-not-number'],
  ['1,23', 'area-not-number'],
  ['-6.9', 'area-negative'],
  ['－６．９', 'area-negative'],
  ['7.505', 'area-too-precise'],
])('%s breaks %s', (text, rule) => expect(read(text)).toBe(rule))

test('takes the noise of a computed number away but not a third decimal', () => {
  expect(read('7.509999999999999', { wasNumber: true })).toBe(751)
  expect(read('7.505', { wasNumber: true })).toBe('area-too-precise')
  expect(read('7.504999999999999', { wasNumber: true })).toBe('area-too-precise')
  expect(read('7.509999999999999')).toBe('area-too-precise')
})

test('comes back as it went out', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999_999), (centiMu) => {
      expect(read(formatMu(centiMu))).toBe(centiMu)
    }),
  )
})
