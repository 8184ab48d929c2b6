import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bookCheck,
  bookCodeOf,
  bookCodes,
  parseRowCode,
  rowCodeText,
} from '../../src-main/domain/row-code.ts'

const code = fc.record({
  book: fc.nat(bookCodes - 1).map(bookCodeOf),
  rowNo: fc.integer({ min: 1, max: 9999 }),
})

test('every code is read back, however it was spaced, cased or widened', () => {
  const writings: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => ` ${text.replaceAll('-', ' - ')} `,
    (text) => text.replaceAll('-', ''),
    (text) => text.replaceAll('-', '－'),
    (text) =>
      [...text].map((one) => (one === '-' ? one : String.fromCharCode(one.charCodeAt(0) + 0xfee0))).join(''),
  ]
  fc.assert(
    fc.property(code, fc.constantFrom(...writings), (one, write) => {
      expect(parseRowCode(write(rowCodeText(one)))).toEqual(one)
    }),
  )
})

test('one wrong letter or digit makes it no code', () => {
  fc.assert(
    fc.property(
      code,
      fc.nat(10),
      fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ0123456789'),
      (one, at, other) => {
        const text = rowCodeText(one)
        const place = [...text].map((_, index) => index).filter((index) => text[index] !== '-')[at % 9]!
        fc.pre(text[place] !== other && /\d/.test(text[place]!) === /\d/.test(other))

        expect(parseRowCode(text.slice(0, place) + other + text.slice(place + 1))).toBeUndefined()
      },
    ),
  )
})

test('two letters or digits that changed places make it no code', () => {
  fc.assert(
    fc.property(code, fc.constantFrom(0, 1, 2, 5, 6, 7), (one, at) => {
      const text = rowCodeText(one)
      fc.pre(text[at] !== text[at + 1])
      const swapped = text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)

      expect(parseRowCode(swapped)).toBeUndefined()
    }),
  )
})

test('no code holds seven digits, none is what a spreadsheet takes for a number or a date', () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(rowCodeText(one)).toMatch(/^[A-Z]{4}-\d{4}-[A-Z]$/)
    }),
  )
})

test.each(['', '行码', '14102410120000038', 'KQRT', 'KQRT-12', 'KQRT-0012-', '2026-07-01'])(
  '%j is no code',
  (text) => {
    expect(parseRowCode(text)).toBeUndefined()
  },
)

test('another print has another check', () => {
  const checks = new Set(['00aa11bb', '00aa11bc', 'ffffffff', '12345678'].map(bookCheck))

  expect(checks.size).toBe(4)
})
