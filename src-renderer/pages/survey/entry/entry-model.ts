import { formatMu } from '../../../../src-main/domain/area.ts'
import type { Choice } from '../../../../src-main/domain/survey-choice.ts'
import { findField } from '../../../../src-main/domain/survey-field.ts'
import { kindOfQuestion } from '../../../../src-main/domain/survey-question.ts'
import { parseValue, type ValueKind } from '../../../../src-main/domain/survey-value.ts'
import type { Outputs } from '../../../api/calls.ts'

/** 录入 of one household as the core gives it. */
export type Entry = Outputs['survey']['enter']
export type QuestionSetView = Outputs['survey']['round']['questionSet']

/** A row the clerk has begun; it becomes a person, account or line when something is typed in it. */
export interface AddedRow {
  readonly kind: 'person' | 'account' | 'line'
  readonly id: string
  /** Whose account it is. */
  readonly of: string | null
}

/** Everything typed and not yet saved: what a draft keeps. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>
  readonly added: readonly AddedRow[]
}
export const nothingTyped: Typed = { values: {}, added: [] }

export interface PersonRow {
  readonly id: string
  readonly known: Entry['people'][number] | undefined
}
export interface AccountRow {
  readonly id: string
  readonly personId: string
}
export interface LineRow {
  readonly id: string
  readonly previous: Entry['previous'][number] | undefined
}

/** One household as it stands on the page: the register, over it the round, over it what is being typed. */
export interface EntrySheet {
  readonly entry: Entry
  readonly set: QuestionSetView
  readonly today: string
  readonly typed: Typed
  readonly people: readonly PersonRow[]
  readonly accounts: readonly AccountRow[]
  readonly lines: readonly LineRow[]
  /** What the register says. */
  base(subject: string, field: string): string | null
  /** What was kept last, by the round or the register. */
  kept(subject: string, field: string): string | null
  /** What it is now, what is typed read as a value; undefined while that cannot be read. */
  value(subject: string, field: string): string | null | undefined
  kind(field: string): ValueKind
}

export function keyOf(subject: string, field: string): string {
  return `${subject}|${field}`
}

export function sheetOf(entry: Entry, set: QuestionSetView, today: string, typed: Typed): EntrySheet {
  const base = registerValues(entry)
  const round = new Map(entry.values.map((one) => [keyOf(one.subject, one.field), one.value]))
  const kept = (subject: string, field: string) => {
    const key = keyOf(subject, field)
    return round.has(key) ? (round.get(key) ?? null) : (base.get(key) ?? null)
  }
  const rows = rowsOf(entry, typed, kept)
  const kind = (field: string) => kindOf(field, set, rows)
  return {
    ...{ entry, set, today, typed, ...rows },
    base: (subject, field) => base.get(keyOf(subject, field)) ?? null,
    kept,
    value: (subject, field) => {
      const text = typed.values[keyOf(subject, field)]
      if (text === undefined) return kept(subject, field)
      const parsed = parseValue(kind(field), text, today)
      return parsed.ok ? parsed.value : undefined
    },
    kind,
  }
}

/** What stands in a field: as typed, or the code or text of what was kept. */
export function textIn(sheet: EntrySheet, subject: string, field: string): string {
  const typed = sheet.typed.values[keyOf(subject, field)]
  if (typed !== undefined) return typed
  const kept = sheet.kept(subject, field)
  const kind = sheet.kind(field)
  if (kept === null) return ''
  return kind.kind === 'choice' ? (kind.choices.find(({ value }) => value === kept)?.code ?? kept) : kept
}

type Rows = Pick<EntrySheet, 'people' | 'accounts' | 'lines'>

/** Rows of the register, then those entered anew: saved in this round, or just begun. */
function rowsOf(entry: Entry, typed: Typed, kept: EntrySheet['kept']): Rows {
  const ownerOf = (id: string) =>
    kept(id, 'account.person') ?? typed.added.find((row) => row.id === id)?.of ?? ''
  const people = entry.people.map((known) => ({ id: known.personId, known }))
  const accounts = entry.accounts.map(({ accountId, personId }) => ({ id: accountId, personId }))
  const lines = entry.previous.map((previous) => ({ id: previous.lineId, previous }))
  // What was entered anew on two machines, or is in the register under another id, is one person and one account.
  const isKnownPerson = (id: string) =>
    people.some(({ known }) => known.idNumber === kept(id, 'person.idNumber'))
  const isKnownAccount = (id: string) =>
    entry.accounts.some(
      (one) => one.personId === ownerOf(id) && one.accountNo === kept(id, 'account.accountNo'),
    )
  return {
    people: [
      ...people,
      ...rowsAdded(entry, typed, 'person', people)
        .filter((id) => !isKnownPerson(id))
        .map((id) => ({ id, known: undefined })),
    ],
    accounts: [
      ...accounts,
      ...rowsAdded(entry, typed, 'account', accounts)
        .filter((id) => !isKnownAccount(id))
        .map((id) => ({ id, personId: ownerOf(id) })),
    ],
    lines: [...lines, ...rowsAdded(entry, typed, 'line', lines).map((id) => ({ id, previous: undefined }))],
  }
}

function rowsAdded(
  entry: Entry,
  typed: Typed,
  kind: AddedRow['kind'],
  known: readonly { readonly id: string }[],
): readonly string[] {
  const saved = entry.values.flatMap(({ subject, field }) =>
    field.startsWith(`${kind}.`) && known.every(({ id }) => id !== subject) ? [subject] : [],
  )
  const begun = typed.added.flatMap((row) => (row.kind === kind ? [row.id] : []))
  return [...new Set([...saved, ...begun])]
}

function registerValues(entry: Entry): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const say = (subject: string, field: string, value: string | null) =>
    value !== null && value !== '' && values.set(keyOf(subject, field), value)
  say('household', 'household.householder', entry.householderId)
  say('household', 'household.group', entry.groupName)
  say('household', 'household.address', entry.address)
  for (const person of entry.people) {
    say(person.personId, 'person.name', person.name)
    say(person.personId, 'person.idNumber', person.idNumber)
    say(person.personId, 'person.relation', person.relation)
    say(person.personId, 'person.phone', person.phone)
  }
  for (const account of entry.accounts) {
    say(account.accountId, 'account.person', account.personId)
    say(account.accountId, 'account.accountNo', account.accountNo)
    say(account.accountId, 'account.bankName', account.bankName)
    say(account.accountId, 'account.custody', account.custody)
    say(account.accountId, 'account.status', 'active')
  }
  for (const line of entry.previous) {
    say(line.lineId, 'line.person', line.personId)
    say(line.lineId, 'line.account', line.accountId)
    say(line.lineId, 'line.areaMu', formatMu(line.areaCentiMu))
  }
  if (entry.land !== null) {
    say('household', 'household.confirmedMu', formatMu(entry.land.confirmedCentiMu))
    say('household', 'household.nonEligibleMu', formatMu(entry.land.nonEligibleCentiMu))
    say('household', 'household.transferredOutMu', formatMu(entry.land.transferredOutCentiMu))
    say('household', 'household.farmedForOthersMu', formatMu(entry.land.farmedForOthersCentiMu))
  }
  return values
}

/** People and accounts are meant by the number of their row. */
function kindOf(field: string, set: QuestionSetView, rows: Rows): ValueKind {
  if (field.startsWith('q.')) {
    const question = set.questions.find(({ key }) => key === field.slice(2))
    return question === undefined ? { kind: 'text' } : kindOfQuestion(question)
  }
  const known = findField(field)?.value ?? { kind: 'text' as const }
  if (known.kind !== 'reference') return known
  return { kind: 'choice', choices: numbered(field === 'line.account' ? rows.accounts : rows.people) }
}

function numbered(rows: readonly { readonly id: string }[]): readonly Choice[] {
  return rows.map(({ id }, index) => ({ code: String(index + 1), value: id, label: '' }))
}
