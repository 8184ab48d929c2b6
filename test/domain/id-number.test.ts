import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src-main/domain/day.ts'
import { ageOn, idTail, maskIdNumber, parseIdNumber } from '../../src-main/domain/id-number.ts'

const valid = '141024194002290007'
const rule = (text: string, origin?: { wasNumber: boolean }) => {
  const parsed = parseIdNumber(text, origin)
  return parsed.ok ? 'ok' : parsed.rule
}

// Sequence codes 000 are never issued.
const idNumbers = fc
  .tuple(fc.constantFrom('141024', '142625'), fc.integer({ min: 0, max: 51_000 }))
  .map(([area, days]) => area + addDays('1900-01-01', days).replaceAll('-', '') + '000')
  .map((body) => '0123456789X'.split('').map((last) => body + last))
  .map((candidates) => candidates.find((candidate) => parseIdNumber(candidate).ok)!)

describe('an ID number', () => {
  test('of the standard is read with birth date, sex and area', () => {
    const parsed = parseIdNumber(valid)

    expect(parsed).toEqual({
      ...{ ok: true, idNumber: valid, upgraded15: false, birthDate: '1940-02-29', sex: 'female' },
      areaPrefix: '141024',
    })
  })

  test.each(['141024193606150000', '141024202408310001', '141024198801010006', '141024197512310008'])(
    '%s of the test vectors is right',
    (text) => expect(rule(text)).toBe('ok'),
  )

  test('of 15 digits becomes its 18-digit form', () => {
    expect(parseIdNumber('141024400229000')).toMatchObject({ ok: true, idNumber: valid, upgraded15: true })
  })

  test('survives every way a sheet dresses it', () => {
    const clean = '14262519550903930X'
    const dressed = [
      ...['14262519550903930x', ' 142625 19550903 930X ', "'14262519550903930X", '\t14262519550903930X'],
      ...[
        '１４２６２５１９５５０９０３９３０Ｘ',
        '142625\u200b19550903930X',
        '142625\u300019550903\u00a0930X',
      ],
    ]

    for (const text of dressed) expect(parseIdNumber(text)).toMatchObject({ ok: true, idNumber: clean })
  })

  test('stored as a number of more than 15 digits is refused by name even when its check digit passes', () => {
    expect(rule(valid)).toBe('ok')
    expect(rule(valid, { wasNumber: true })).toBe('id-precision-lost')
    expect(rule('1.42625E+17')).toBe('id-precision-lost')
    expect(rule('141024400229000', { wasNumber: true })).toBe('ok')
  })

  test('names the one rule it breaks', () => {
    expect(rule(' ')).toBe('id-missing')
    expect(rule('141024194002290008')).toBe('id-checksum')
    expect(rule('141024400230000')).toBe('id-birth-date')
    expect(rule('14102419400229000')).toBe('id-length')
    expect(rule('14102419400229000A')).toBe('id-length')
    expect(rule('无')).toBe('id-length')
  })

  test('with any one digit changed is refused', () => {
    const changed = fc.tuple(idNumbers, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }))

    fc.assert(
      fc.property(changed, ([idNumber, at, by]) => {
        const digit = String((Number(idNumber[at]) + by) % 10)
        expect(rule(idNumber.slice(0, at) + digit + idNumber.slice(at + 1))).not.toBe('ok')
      }),
    )
  })

  test('is shown as its first six and last four', () => {
    expect(maskIdNumber(valid)).toBe('141024********0007')
    expect(idTail(valid)).toBe('0007')
  })

  test('gives the age in full years', () => {
    expect(ageOn('1946-06-30', '2026-06-29')).toBe(79)
    expect(ageOn('1946-06-30', '2026-06-30')).toBe(80)
    expect(ageOn('1940-02-29', '2026-02-28')).toBe(85)
  })
})
