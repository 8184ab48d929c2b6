import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findField, parseField, surveyFields } from '../../src-main/domain/survey-field.ts'
import { parseValue } from '../../src-main/domain/survey-value.ts'

const today = '2026-07-01'
const parsed = (key: string, typed: string) => parseField(key, typed, today)

describe('a typed value', () => {
  test.each([
    ['visit.state', '1', 'visited'],
    ['visit.state', '外出', 'away'],
    ['visit.on', '6-30', '2026-06-30'],
    ['visit.on', '0630', '2026-06-30'],
    ['visit.on', '2026年6月1日', '2026-06-01'],
    ['person.name', ' 关 海林 ', '关海林'],
    ['person.idNumber', '14102419400229000７', '141024194002290007'],
    ['person.idNumber', '141024400229000', '141024194002290007'],
    ['person.phone', '138 0000-0001', '13800000001'],
    ['account.accountNo', '6229 9900 0000 0000 001', '6229990000000000001'],
    ['account.custody', '3', 'village-cadre'],
    ['line.areaMu', '5.2', '5.20'],
    ['visit.why', '', null],
  ])('%s of “%s” is kept as %s', (key, typed, value) => {
    expect(parsed(key, typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['visit.state', '7', 'code-unknown'],
    ['visit.on', '2026-07-02', 'not-in-future'],
    ['visit.nextOn', '2026-06-30', 'is-past'],
    ['visit.on', '二月', 'day-unreadable'],
    ['person.idNumber', '141024194002290008', 'id-checksum'],
    ['person.phone', '电话', 'phone-not-a-number'],
    ['account.accountNo', '6.2E18', 'account-scientific'],
    ['line.areaMu', '5.203', 'area-too-precise'],
    ['line.areaMu', '200000', 'above-most'],
  ])('%s of “%s” breaks %s', (key, typed, rule) => {
    expect(parsed(key, typed)).toEqual({ ok: false, rule })
  })

  test('is kept in a form that is kept as itself', () => {
    const field = fc.constantFrom(...surveyFields)
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '2', '5.2', '2026-06-30', '13800000001', '关海林'),
    )
    fc.assert(
      fc.property(field, typed, ({ value: kind }, text) => {
        const once = parseValue(kind, text, today)
        if (!once.ok || once.value === null) return

        expect(parseValue(kind, once.value, today)).toEqual(once)
      }),
    )
  })
})

test('the dictionary names each field once, with the kind of its subject before the dot', () => {
  expect(new Set(surveyFields.map(({ key }) => key)).size).toBe(surveyFields.length)
  for (const { key, subject } of surveyFields) expect(key.startsWith(`${subject}.`)).toBe(true)
  expect(findField('person.idNumber')?.register).toEqual({ entity: 'person', column: 'idNumber' })
})
