import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExtractKind } from '../../src-main/domain/extract-field.ts'
import { maskedText, shortHouseholdNo, tailText } from '../../src-main/domain/masked-cell.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { leakFinder } from '../builders/digit-leaks.ts'

const kinds: ExtractKind[] = ['text', 'id-number', 'account-no', 'phone', 'day', 'birth-date']
const number = fc
  .tuple(fc.nat(99), fc.constantFrom('19441231', '19600101', '20260701'), fc.boolean())
  .map(([order, birth, isId]) => (isId ? anIdNumber(order, { birth }) : anAccountNo(order)))

test('whatever kind a column is taken for, and whatever stands around it, no seven digits of a number get through', () => {
  fc.assert(
    fc.property(
      number,
      fc.constantFrom(...kinds),
      fc.string(),
      fc.string(),
      (secret, kind, before, after) => {
        const text = /\d$/.test(before) || /^[\dXx]/.test(after) ? secret : before + secret + after
        expect(leakFinder([secret])(maskedText(text, kind))).toEqual([])
      },
    ),
  )
})

describe('a masked value', () => {
  test.each<[string, ExtractKind, string]>([
    ['142625196612159806', 'id-number', '…9806'],
    ['14262519661215980X', 'id-number', '…980X'],
    ['6229993833355985955', 'account-no', '…5955'],
    ['15275895908', 'phone', '152****5908'],
    ['1966-12-15', 'birth-date', '1966-12'],
    ['2026-06-30', 'day', '2026-06-30'],
    ['洪洞农商行', 'text', '洪洞农商行'],
    ['原号6229 9938 3335 5985', 'text', '原号***'],
    ['', 'id-number', ''],
  ])('%s of %s reads %s', (value, kind, shown) => {
    expect(maskedText(value, kind)).toBe(shown)
  })
})

test('the end of a number keeps its leading zeros wherever it is opened', () => {
  expect(tailText('0012')).toBe('…0012')
  expect(tailText('')).toBe('')
})

test.each([
  ['14102410120000038', '141024101200', '00038'],
  ['038', '141024101200', '038'],
  ['99887766554433', '141024101200', '…554433'],
  ['14102410120000038', '', '…000038'],
])('household number %s in village %s is called %s', (householdNo, village, shown) => {
  expect(shortHouseholdNo(householdNo, village)).toBe(shown)
})
