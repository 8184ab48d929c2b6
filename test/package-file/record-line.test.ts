import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src-main/package-file/canonical-json.ts'
import { recordLine } from '../../src-main/package-file/record-line.ts'
import { brokenInRecord } from '../../src-main/package-file/records.ts'
import { anApplicationRecord } from '../builders/a-package.ts'

const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((made) => made.trim() !== '')
const fen = fc.option(fc.nat())

test('a record’s line is its canonical JSON, whatever names and amounts stand in it', () => {
  fc.assert(
    fc.property(name, name, fen, fc.boolean(), (person, bank, amountFen, householderKnown) => {
      const plain = anApplicationRecord(7)
      const record = anApplicationRecord(7, {
        amountFen,
        group: person,
        householder: householderKnown ? { ...plain.beneficiary, name: person } : null,
        payee: { ...plain.payee, bankName: bank },
      })
      expect(brokenInRecord(record)).toEqual([])
      expect(recordLine(record)).toBe(canonicalJson(record))
    }),
  )
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
  const publicity = anApplicationRecord().publicity
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
