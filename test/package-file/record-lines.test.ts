import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src-main/package-file/canonical-json.ts'
import { recordLines } from '../../src-main/package-file/record-lines.ts'
import { brokenInRecord } from '../../src-main/package-file/records.ts'
import { day, instant } from '../../src-main/package-file/shape.ts'
import { anApplicationRecord } from '../builders/a-package.ts'

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((made) => made.trim() !== '')
const fen = fc.option(fc.nat())

test('a record’s line is its canonical JSON, whatever names and amounts stand in it', () => {
  fc.assert(
    fc.property(
      name,
      name,
      fen,
      fc.boolean(),
      fc.boolean(),
      (person, bank, amountFen, householderKnown, isPosted) => {
        const plain = anApplicationRecord(7)
        const record = anApplicationRecord(7, {
          amountFen,
          group: person,
          householder: householderKnown ? { ...plain.beneficiary, name: person } : null,
          payee: { ...plain.payee, bankName: bank },
          publicity: isPosted ? plain.publicity : null,
        })
        expect(brokenInRecord(record)).toEqual([])
        expect(recordLines([record]).toString('utf8')).toBe(`${canonicalJson(record)}\n`)
      },
    ),
  )
})

test('texts with quotes, controls, rare characters and all the room they may take are written as ever', () => {
  const texts = [
    '"',
    '\\',
    '\u0001',
    '\u007f',
    'é',
    '߿ࠀ',
    '€',
    '𠮷野',
    '麦麦提·艾力',
    '\uffff',
    '甲'.repeat(500),
  ]
  const records = [...texts, '\u0002'.repeat(499) + '丁'].map((text, at) =>
    anApplicationRecord(at + 1, { group: text, householdNo: text }),
  )
  for (const record of records) expect(brokenInRecord(record)).toEqual([])
  const general = records.map((record) => `${canonicalJson(record)}\n`).join('')
  expect(recordLines(records).toString('utf8')).toBe(general)
})

test('days and instants are those the calendar has', () => {
  const calendar = (text: string) => new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  const digits = (from: number, to: number, width: number) =>
    fc.integer({ min: from, max: to }).map((number) => String(number).padStart(width, '0'))
  fc.assert(
    fc.property(digits(1, 9999, 4), digits(0, 13, 2), digits(0, 32, 2), (year, month, date) => {
      const text = `${year}-${month}-${date}`
      const [asDay, asInstant] = [day.fits(text), instant.fits(`${text}T08:00:00+08:00`)]
      expect([asDay, asInstant]).toEqual([calendar(text), calendar(text)])
    }),
    { numRuns: 2_000 },
  )
  for (const text of ['1900-02-29', '2100-02-29', '2026-02-30', '2026-1-01', '2026-01-01 ', '02026-01-01'])
    expect(day.fits(text)).toBe(false)
  for (const text of ['2000-02-29', '2024-02-29']) expect(day.fits(text)).toBe(true)
})

test('what a prototype says is no field', () => {
  const inherited = Object.create({ more: 1 }) as object
  expect(brokenInRecord(Object.assign(inherited, anApplicationRecord()))).not.toEqual([])
  expect(brokenInRecord(Object.create(anApplicationRecord()))).not.toEqual([])
})

test('all that is wrong with a record is told at once', () => {
  const wrong = {
    ...anApplicationRecord(),
    areaCentiMu: 1.5,
    beneficiary: { name: '', idNumber: 'x', extra: 1 },
    review: null,
    more: true,
  }
  expect(brokenInRecord(wrong)).toEqual([
    'beneficiary.name',
    'beneficiary.idNumber',
    'beneficiary.extra',
    'areaCentiMu',
    'review',
    'more',
  ])
})

test('one field nobody knows is refused, on the record or inside it', () => {
  const record = anApplicationRecord()
  expect(brokenInRecord({ ...record, more: 1 })).toEqual(['more'])
  expect(brokenInRecord({ ...record, review: { ...record.review, more: 1 } })).toEqual(['review.more'])
  expect(brokenInRecord(JSON.parse(`{"__proto__":{},${JSON.stringify(record).slice(1)}`))).toEqual([
    '__proto__',
  ])
})

test('a text that is not well-formed, a day that is none and a fraction of a fen are refused', () => {
  const publicity = anApplicationRecord().publicity!
  expect(brokenInRecord(anApplicationRecord(1, { group: '\ud800' }))).toEqual(['group'])
  expect(
    brokenInRecord(anApplicationRecord(1, { publicity: { ...publicity, lastDay: '2026-02-29' } })),
  ).toEqual(['publicity.lastDay'])
  expect(
    brokenInRecord(anApplicationRecord(1, { publicity: { ...publicity, lastDay: '2028-02-29' } })),
  ).toEqual([])
  expect(brokenInRecord(anApplicationRecord(1, { amountFen: 0.5 }))).toEqual(['amountFen'])
  expect(brokenInRecord(anApplicationRecord(1, { amountFen: -0 }))).toEqual(['amountFen'])
})

test('any value is answered', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      expect(brokenInRecord(value).length).toBeGreaterThan(0)
    }),
  )
})
