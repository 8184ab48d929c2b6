import { findChoice } from '../../../../src-main/domain/survey-choice.ts'
import { stateChoices } from '../../../../src-main/domain/survey-field.ts'
import { type AddedRow, type EntrySheet, keyOf, textIn, type Typed } from './entry-model.ts'

/** What a keystroke does to what is typed. A blank row is meant by `new`, and gets its id with the first character. */
export interface Keystroke {
  readonly subject: string
  readonly field: string
  readonly text: string
}

export interface Defaults {
  readonly today: string
  readonly visitor: string
  newId(): string
}

export const blankPerson = 'new:person'
export const blankLine = 'new:line'
export const blankAccount = (personId: string): string => `new:account:${personId}`

/** 录入一键 — the typed state after a field holds this text. */
export function typeInto(sheet: EntrySheet, stroke: Keystroke, defaults: Defaults): Typed {
  const { typed } = sheet
  const row = rowBegun(stroke.subject, defaults)
  const subject = row?.id ?? stroke.subject
  const next = {
    values: { ...typed.values, [keyOf(subject, stroke.field)]: stroke.text },
    added: row === undefined ? typed.added : [...typed.added, row],
  }
  return stroke.field === 'visit.state' ? withVisitDefaults(sheet, next, stroke.text, defaults) : next
}

/** 加一行 for another account of somebody who has one. */
export function addAccount(typed: Typed, personId: string, newId: () => string): Typed {
  return { ...typed, added: [...typed.added, { kind: 'account', id: newId(), of: personId }] }
}

/**
 * 离开一项 — a number in a name's place means the member of that row: their name, and beside a respondent or signer
 * their relation, so that nobody types them again.
 */
export function leaveField(sheet: EntrySheet, subject: string, field: string): Typed {
  const relationField = relationBeside[field]
  const text = sheet.typed.values[keyOf(subject, field)]
  const member = /^\d{1,2}$/.test(text ?? '') ? sheet.people[Number(text) - 1] : undefined
  if (relationField === undefined || member === undefined) return sheet.typed
  const name = sheet.value(member.id, 'person.name') ?? ''
  const relation = sheet.value(member.id, 'person.relation') ?? ''
  const isEmpty = textIn(sheet, subject, relationField) === ''
  return {
    ...sheet.typed,
    values: {
      ...sheet.typed.values,
      [keyOf(subject, field)]: name,
      ...(isEmpty && relation !== '' ? { [keyOf(subject, relationField)]: relation } : {}),
    },
  }
}

const relationBeside: Readonly<Record<string, string | undefined>> = {
  'visit.respondent': 'visit.relation',
  'visit.signer': 'visit.signerRelation',
}

function rowBegun(subject: string, { newId }: Defaults): AddedRow | undefined {
  if (subject === blankPerson) return { kind: 'person', id: newId(), of: null }
  if (subject === blankLine) return { kind: 'line', id: newId(), of: null }
  const owner = subject.startsWith('new:account:') ? subject.slice('new:account:'.length) : undefined
  return owner === undefined ? undefined : { kind: 'account', id: newId(), of: owner }
}

/** 日期 and 调查员 are today and whoever is typing, unless somebody has said otherwise. */
function withVisitDefaults(
  sheet: EntrySheet,
  next: Typed,
  text: string,
  { today, visitor }: Defaults,
): Typed {
  const state = findChoice(stateChoices, text)?.value
  if (state === undefined) return next
  const missing = (field: string) => textIn(sheet, 'visit', field) === ''
  const fill = (field: string, value: string) => (missing(field) ? { [keyOf('visit', field)]: value } : {})
  return {
    ...next,
    values: {
      ...fill('visit.on', today),
      ...fill('visit.visitor', visitor),
      ...(state === 'visited' ? {} : fill('visit.nextBy', visitor)),
      ...next.values,
    },
  }
}
