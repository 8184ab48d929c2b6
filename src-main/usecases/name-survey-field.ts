import { accountTail } from '../domain/account-no.ts'
import type { FieldState } from '../domain/survey-edit.ts'
import { findField } from '../domain/survey-field.ts'
import { agreedValue } from '../domain/survey-merge.ts'
import { choicesFor, type QuestionSet } from '../domain/survey-question.ts'
import { listMemberAccounts, listMembers } from '../store/household-queries.ts'
import type { Reader } from '../store/reader.ts'

/** How values of one household are shown; whole numbers only where one household stands alone and a trace is left. */
export interface SurveyNames {
  fieldLabel(field: string): string
  subjectLabel(subject: string, field: string): string
  valueText(field: string, value: string | null, whole: boolean): string
  /** What kind of thing it is, for the one choice a person makes: choices by label, anything else typed. */
  choices(field: string): readonly { readonly value: string; readonly label: string }[]
}

interface Household {
  readonly householdId: string
  readonly set: QuestionSet
  readonly states: readonly FieldState[]
}

/** 名称 — people and accounts by what the register calls them, somebody new by what was typed. */
export async function namesOf(reader: Reader, { householdId, set, states }: Household): Promise<SurveyNames> {
  const people = new Map((await listMembers(reader, householdId)).map(({ id, name }) => [id, name]))
  const accounts = new Map(
    (await listMemberAccounts(reader, householdId)).map(({ id, accountNo }) => [
      id,
      `…${accountTail(accountNo)}`,
    ]),
  )
  for (const state of states) {
    const value = agreedValue(state) ?? state.heads.at(-1)?.value ?? null
    if (value === null) continue
    if (state.field === 'person.name') people.set(state.subject, value)
    if (state.field === 'account.accountNo') accounts.set(state.subject, `…${accountTail(value)}`)
  }
  const choices = (field: string) => choicesOf(set, field)
  return {
    fieldLabel: (field) => findField(field)?.label ?? questionOf(set, field)?.label ?? field,
    subjectLabel: (subject, field) => subjectLabel(subject, field, people, accounts),
    valueText: (field, value, whole) => {
      if (value === null) return '（空）'
      const known = findField(field)
      if (known?.value.kind === 'reference') return people.get(value) ?? accounts.get(value) ?? '（不在本户）'
      if (known?.sensitive === true && !whole) return `…${accountTail(value)}`
      return choices(field).find((choice) => choice.value === value)?.label ?? value
    },
    choices,
  }
}

function subjectLabel(
  subject: string,
  field: string,
  people: ReadonlyMap<string, string>,
  accounts: ReadonlyMap<string, string>,
): string {
  if (subject === 'visit') return '走访'
  if (subject === 'household') return '本户'
  const person = people.get(subject)
  if (person !== undefined) return person
  const account = accounts.get(subject)
  if (account !== undefined) return `账户${account}`
  return field.startsWith('line.') ? '申报行' : '新增的人'
}

function questionOf(set: QuestionSet, field: string) {
  return field.startsWith('q.') ? set.questions.find(({ key }) => key === field.slice(2)) : undefined
}

function choicesOf(set: QuestionSet, field: string) {
  const kind = findField(field)?.value
  if (kind?.kind === 'choice') return kind.choices.map(({ value, label }) => ({ value, label }))
  const question = questionOf(set, field)
  return question === undefined ? [] : choicesFor(question).map(({ value, label }) => ({ value, label }))
}
