import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossyNumberText, numberText } from '../../src-main/workbook/number-text.ts'

describe('numberText', () => {
  it.each([
    [6.91, '6.91'],
    [0.1 + 0.2, '0.3'],
    [463.17729999999995, '463.1773'],
    [142625199307139000, '142625199307139000'],
    [6.229993833355986e18, '6229993833355986000'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [-3.5, '-3.5'],
    [NaN, ''],
  ])('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text)
  })

  it('writes any number without an exponent, to its fifteenth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = numberText(value)

        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(Number(Number(text).toPrecision(15))).toBe(Number(value.toPrecision(15)))
      }),
    )
  })
})

describe('lossyNumberText', () => {
  it('shows from sixteen digits on that the last ones are lost', () => {
    expect(lossyNumberText('142625199307139000')).toBe('1.42625199307139E+17')
    expect(lossyNumberText('6229990000000000000')).toBe('6.22999E+18')
    expect(lossyNumberText('-1000000000000000')).toBe('-1E+15')
    expect(lossyNumberText('123456789012345')).toBe('123456789012345')
    expect(lossyNumberText('6.91')).toBe('6.91')
  })
})
