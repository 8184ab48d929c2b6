import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayInShanghai,
  daysBetween,
  isDay,
  parseDay,
  weekdayOf,
} from '../../src-main/domain/day.ts'

test.each([
  ['2026-06-30', '2026-06-30'],
  ['2026/6/3', '2026-06-03'],
  ['2026.06.30', '2026-06-30'],
  ['20260630', '2026-06-30'],
  ['2026年6月3日', '2026-06-03'],
  ['２０２６年６月３日', '2026-06-03'],
  ['2026 年 6 月 3 日', '2026-06-03'],
  ['2026-06-30 00:00:00', '2026-06-30'],
])('%s is the day %s', (text, day) => expect(parseDay(text)).toBe(day))

test.each(['', '2026年06月', '2026-02-29', '2026-13-01', '26-6-30', '30557', '昨天', '0050-01-01x'])(
  '%s is not a day',
  (text) => expect(parseDay(text)).toBeUndefined(),
)

test('reads serial numbers of both calendars a spreadsheet has', () => {
  const serial = (text: string, date1904 = false) => parseDay(text, { wasNumber: true, date1904 })

  expect(serial('30557')).toBe('1983-08-29')
  expect(serial('44099.5')).toBe('2020-09-25')
  expect(serial('59')).toBe('1900-02-28')
  expect(serial('60')).toBeUndefined()
  expect(serial('61')).toBe('1900-03-01')
  expect(serial('29095', true)).toBe('1983-08-29')
  expect(serial('80001')).toBeUndefined()
  expect(serial('0')).toBeUndefined()
  expect(serial('20140619')).toBe('2014-06-19')
})

test('only takes days that exist', () => {
  expect(isDay('2024-02-29')).toBe(true)
  for (const text of ['2026-02-29', '2026-6-3', '2026-06-31', 'today']) expect(isDay(text)).toBe(false)
})

test('is in Shanghai whatever the hour', () => {
  expect(dayInShanghai(Date.parse('2026-06-30T15:59:59Z'))).toBe('2026-06-30')
  expect(dayInShanghai(Date.parse('2026-06-30T16:00:00Z'))).toBe('2026-07-01')
})

test('counts days forth and back', () => {
  const days = fc.integer({ min: -40_000, max: 40_000 })

  fc.assert(
    fc.property(days, days, (from, by) => {
      const start = addDays('2000-01-01', from)
      expect(daysBetween(start, addDays(start, by))).toBe(by)
      expect(weekdayOf(addDays(start, 7 * by))).toBe(weekdayOf(start))
    }),
  )
  expect(weekdayOf('2026-11-22')).toBe(7)
  expect(weekdayOf('1969-12-29')).toBe(1)
})

test('adds months and stays within them', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2025-08-31', 6)).toBe('2026-02-28')
  expect(addMonths('2026-06-30', 6)).toBe('2026-12-30')
})
