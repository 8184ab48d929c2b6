import { describe, expect, test } from 'vitest'
import { verificationModes } from '../../src-main/domain/verification-mode.ts'
import { brokenOf, editsOf } from '../../src-renderer/pages/survey/entry/entry-edits.ts'
import {
  type Entry,
  nothingTyped,
  type QuestionSetView,
  sheetOf,
  textIn,
  type Typed,
} from '../../src-renderer/pages/survey/entry/entry-model.ts'
import { blankPerson, leaveField, typeInto } from '../../src-renderer/pages/survey/entry/entry-reducer.ts'

const today = '2026-07-01'
const head = {
  ...{ personId: 'head', name: '关海林', idNumber: '141024194002290007', relation: '户主' },
  ...{ phone: '13800000001', birthDate: '1940-02-29', sex: 'female', isHouseholder: true },
  ...{ deathDay: null, onPayroll: false },
} as const
const entry = {
  ...{ householderId: 'head', people: [head], accounts: [], previous: [], land: null, values: [] },
  ...{ groupName: '1组', address: '' },
} as unknown as Entry
const set = {
  ...{ questions: [], modes: verificationModes, hints: [], perMu: true },
} as unknown as QuestionSetView
let made = 0
const defaults = { today, visitor: '李娟', newId: () => `new-${String(++made)}` }

const sheet = (typed: Typed, of: Entry = entry) => sheetOf(of, set, today, typed)
const stroke = (typed: Typed, subject: string, field: string, text: string, of: Entry = entry) =>
  typeInto(sheet(typed, of), { subject, field, text }, defaults)

describe('typing', () => {
  test('a state fills in the day and the visitor, unless somebody has said otherwise', () => {
    const typed = stroke(nothingTyped, 'visit', 'visit.state', '1')

    expect(textIn(sheet(typed), 'visit', 'visit.on')).toBe(today)
    expect(textIn(sheet(typed), 'visit', 'visit.visitor')).toBe('李娟')
    const other = stroke(stroke(nothingTyped, 'visit', 'visit.visitor', '王强'), 'visit', 'visit.state', '2')
    expect(textIn(sheet(other), 'visit', 'visit.visitor')).toBe('王强')
    expect(textIn(sheet(other), 'visit', 'visit.nextBy')).toBe('李娟')
  })

  test('in the blank line makes somebody of it', () => {
    const typed = stroke(nothingTyped, blankPerson, 'person.name', '关')

    const [, newcomer] = sheet(typed).people
    expect(textIn(sheet(typed), newcomer!.id, 'person.name')).toBe('关')
  })

  test('a member’s number for a respondent brings name and relation', () => {
    const typed = stroke(nothingTyped, 'visit', 'visit.respondent', '1')

    const left = leaveField(sheet(typed), 'visit', 'visit.respondent')

    expect(textIn(sheet(left), 'visit', 'visit.respondent')).toBe('关海林')
    expect(textIn(sheet(left), 'visit', 'visit.relation')).toBe('户主')
  })
})

describe('saving', () => {
  test('takes what has become another value, with what it was typed over', () => {
    const phone = stroke(nothingTyped, 'head', 'person.phone', '13900000001')
    const typed = stroke(phone, 'head', 'person.name', '关海林')

    expect(editsOf(sheet(typed))).toEqual([
      {
        ...{ subject: 'head', field: 'person.phone', value: '13900000001' },
        ...{ baseValue: '13800000001', supersedes: [] },
      },
    ])
  })

  test('decides a conflict even by typing one of its values', () => {
    const value = {
      ...{ subject: 'head', field: 'person.phone', value: '13900000001', heads: ['a', 'b'], conflict: true },
      ...{ rivals: [], former: 0, register: 'none' },
    }
    const disputed = { ...entry, values: [value] } as unknown as Entry
    const typed = stroke(nothingTyped, 'head', 'person.phone', '13900000001', disputed)

    expect(editsOf(sheet(typed, disputed))).toMatchObject([{ value: '13900000001', supersedes: ['a', 'b'] }])
  })

  test('is kept back by a newcomer without a number, a death without its day and text that is no value', () => {
    let typed = stroke(nothingTyped, blankPerson, 'person.name', '关小林')
    typed = stroke(typed, 'head', 'person.presence', '4')
    typed = stroke(typed, 'head', 'person.phone', '电话')

    expect(brokenOf(sheet(typed)).map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      ...['person.phone phone-not-a-number', 'person.diedOn required', 'person.idNumber required'],
    ])
  })
})
