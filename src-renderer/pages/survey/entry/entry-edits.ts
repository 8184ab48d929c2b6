import { brokenAnswers, type Answered } from '../../../../src-main/domain/survey-question.ts'
import { answeredBy } from '../../../../src-main/domain/survey-answered.ts'
import { asksQuestions, type BrokenValue, brokenVisit } from '../../../../src-main/domain/survey-visit.ts'
import { parseValue } from '../../../../src-main/domain/survey-value.ts'
import type { Inputs } from '../../../api/calls.ts'
import { type EntrySheet, keyOf } from './entry-model.ts'

export type Edit = Inputs['survey']['saveVisit']['edits'][number]

/** What is to be saved: each typed value that is not what it was, with what it was typed over. */
export function editsOf(sheet: EntrySheet): readonly Edit[] {
  const heads = new Map(sheet.entry.values.map((one) => [keyOf(one.subject, one.field), one.heads]))
  const undecided = new Set(
    sheet.entry.values.flatMap((one) => (one.conflict ? [keyOf(one.subject, one.field)] : [])),
  )
  const differing = new Set(
    sheet.entry.values.flatMap((one) => (one.register === 'differs' ? [keyOf(one.subject, one.field)] : [])),
  )
  const edits = Object.keys(sheet.typed.values).flatMap((key) => {
    const [subject = '', field = ''] = key.split('|')
    const value = sheet.value(subject, field)
    if (value === undefined) return []
    if (value === sheet.kept(subject, field) && !undecided.has(key) && !differing.has(key)) return []
    return [
      { subject, field, value, baseValue: sheet.base(subject, field), supersedes: heads.get(key) ?? [] },
    ]
  })
  return [...edits, ...ownersOf(sheet, edits)]
}

/** A new account says whose it is, once something of it is known. */
function ownersOf(sheet: EntrySheet, edits: readonly Edit[]): readonly Edit[] {
  return sheet.typed.added.flatMap(({ kind, id, of }) =>
    kind === 'account' && of !== null && edits.some(({ subject }) => subject === id)
      ? [{ subject: id, field: 'account.person', value: of, baseValue: null, supersedes: [] }]
      : [],
  )
}

/** Everything that stands against saving, in the order of the page. */
export function brokenOf(sheet: EntrySheet): readonly BrokenValue[] {
  const unread = Object.entries(sheet.typed.values).flatMap(([key, text]) => {
    const [subject = '', field = ''] = key.split('|')
    const parsed = parseValue(sheet.kind(field), text, sheet.today)
    return parsed.ok ? [] : [{ subject, field, rule: parsed.rule }]
  })
  const isUnread = ({ subject, field }: BrokenValue) =>
    unread.some((one) => one.subject === subject && one.field === field)
  const visit = brokenVisit(visitValues(sheet), sheet.set.modes).filter((one) => !isUnread(one))
  const answers = asksQuestions(visitValues(sheet), sheet.set.modes)
    ? brokenAnswers(sheet.set, answeredOf(sheet), sheet.today).filter((one) => !isUnread(one))
    : []
  return [...visit, ...unread, ...brokenNewcomers(sheet).filter((one) => !isUnread(one)), ...answers]
}

export function visitValues(sheet: EntrySheet): Readonly<Record<string, string | null>> {
  const fields = Object.keys(sheet.typed.values)
    .filter((key) => key.startsWith('visit|'))
    .map((key) => key.slice('visit|'.length))
  const kept = sheet.entry.values.flatMap(({ subject, field }) => (subject === 'visit' ? [field] : []))
  return Object.fromEntries(
    [...new Set([...fields, ...kept])].map((field) => [field, sheet.value('visit', field) ?? null]),
  )
}

export function answeredOf(sheet: EntrySheet): Answered {
  const onLine = sheet.lines.map(({ id }) => sheet.value(id, 'line.person') ?? '')
  const areas = sheet.lines.map(({ id }) => Number(sheet.value(id, 'line.areaMu') ?? 0))
  const householder = sheet.value('household', 'household.householder')
  return answeredBy({
    people: sheet.people.map(({ id, known }) => ({
      personId: id,
      isHouseholder: id === householder,
      deathDay: known?.deathDay ?? null,
      onPayroll: known?.onPayroll ?? false,
    })),
    questions: sheet.set.questions,
    beneficiaries: new Set(onLine),
    areaMu: areas.reduce((sum, area) => sum + area, 0),
    today: sheet.today,
    value: (subject, field) => sheet.value(subject, field) ?? null,
  })
}

/** Somebody new needs a name and a number; whoever died or left, a day. */
function brokenNewcomers(sheet: EntrySheet): BrokenValue[] {
  return sheet.people.flatMap(({ id, known }) => {
    const needs = known === undefined ? ['person.name', 'person.idNumber'] : []
    const presence = sheet.value(id, 'person.presence')
    if (presence === 'dead') needs.push('person.diedOn')
    if (presence === 'moved-out') needs.push('person.movedOn')
    return needs
      .filter((field) => !sheet.value(id, field))
      .map((field) => ({ subject: id, field, rule: 'required' as const }))
  })
}
