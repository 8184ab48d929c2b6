import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, parseCanonicalJson } from '../../src-main/package-file/canonical-json.ts'

test('the numbers, strings and literals of RFC 8785 come out as in its section 3.2.2', () => {
  const value = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`) as object
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('fields are sorted by UTF-16 code unit as in section 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\u{1f600}': 'Smiley',
    '\u0080': 'Control',
    ö: 'O',
  }
  const sorted = Object.values(JSON.parse(canonicalJson(value)) as object)
  expect(canonicalJson(value).match(/"(CR|One|Control|O|Euro|Smiley|Dalet)"/g)).toEqual([
    '"CR"',
    '"One"',
    '"Control"',
    '"O"',
    '"Euro"',
    '"Smiley"',
    '"Dalet"',
  ])
  expect(sorted).toHaveLength(7)
})

test('lone surrogates and numbers that are none are refused', () => {
  expect(() => canonicalJson({ a: '\ud800' })).toThrow()
  expect(() => canonicalJson({ a: Number.NaN })).toThrow()
})

test('any value is read back from its one spelling, and from no other', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (made) => {
      const value = JSON.parse(JSON.stringify(made)) as object
      const text = canonicalJson(value)
      expect(parseCanonicalJson(text)).toEqual(value)
      expect(parseCanonicalJson(`${text} `)).toBeUndefined()
      expect(parseCanonicalJson(` ${text}`)).toBeUndefined()
    }),
  )
})

test('a field said twice, out of order or escaped without need is not canonical', () => {
  for (const text of ['{"a":1,"a":1}', '{"b":1,"a":1}', String.raw`{"\u0061":1}`, '{"a":1.0}', '{"a":', '']) {
    expect(parseCanonicalJson(text)).toBeUndefined()
  }
})
