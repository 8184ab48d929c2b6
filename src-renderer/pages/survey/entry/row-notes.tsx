import type { ReactNode } from 'react'
import { parseAccountNo } from '../../../../src-main/domain/account-no.ts'
import { meets } from '../../../../src-main/domain/survey-condition.ts'
import { entryWarningText, warningSeverity } from '../../../../src-main/wording/entry-warnings.ts'
import { useEntryPlace } from './entry-context.ts'
import { answeredOf } from './entry-edits.ts'
import type { AccountRow, EntrySheet } from './entry-model.ts'

export interface Note {
  readonly text: string
  readonly severity: 'block' | 'explain' | 'hint'
}

interface Props {
  readonly personId: string
  readonly accounts: readonly AccountRow[]
}

const classOf = { block: 'must', explain: 'explain', hint: 'quiet' } as const
const order = { block: 0, explain: 1, hint: 2 } as const

/** 提示 of one person, the gravest first; the help line below shows them all. */
export function RowNotes({ personId, accounts }: Props): ReactNode {
  const notes = useNotes(personId, accounts)
  const [first] = notes
  if (first === undefined) return <span className="row-notes" />
  return (
    <span
      className={`row-notes ${classOf[first.severity]}`}
      title={notes.map((note) => note.text).join('；')}
    >
      {first.text}
      {notes.length > 1 && `（＋${String(notes.length - 1)}）`}
    </span>
  )
}

export function useNotes(personId: string, accounts: readonly AccountRow[]): readonly Note[] {
  const { sheet, warnings } = useEntryPlace()
  const subjects = new Set([personId, ...accounts.map(({ id }) => id)])
  const known = warnings
    .filter((warning) => subjects.has(warning.subject))
    .map((warning) => ({ text: entryWarningText(warning), severity: warningSeverity(warning) }))
  const own = [...withinHousehold(sheet, personId, accounts), ...custodyNotes(sheet, accounts)]
  return [...known, ...own, ...mayQualify(sheet, personId)].sort(
    (a, b) => order[a.severity] - order[b.severity],
  )
}

/** The same number twice on this very page. */
function withinHousehold(sheet: EntrySheet, personId: string, accounts: readonly AccountRow[]): Note[] {
  const idNumber = sheet.value(personId, 'person.idNumber')
  const twin = sheet.people.find(
    ({ id }) => id !== personId && idNumber && sheet.value(id, 'person.idNumber') === idNumber,
  )
  const notes: Note[] = []
  if (twin !== undefined)
    notes.push({ text: `与本户${sheet.value(twin.id, 'person.name') ?? ''}证号相同`, severity: 'block' })
  for (const { id } of accounts) {
    const accountNo = sheet.value(id, 'account.accountNo')
    if (!accountNo) continue
    const other = sheet.accounts.find(
      (one) => one.personId !== personId && sheet.value(one.id, 'account.accountNo') === accountNo,
    )
    if (other !== undefined)
      notes.push({
        text: `与本户${sheet.value(other.personId, 'person.name') ?? ''}同一账号`,
        severity: 'explain',
      })
    const parsed = parseAccountNo(accountNo)
    if (parsed.ok && parsed.kind === 'card' && !parsed.luhn)
      notes.push({ text: '卡号校验位不符，请核对', severity: 'explain' })
  }
  return notes
}

/** C27 — a card in other hands. */
function custodyNotes(sheet: EntrySheet, accounts: readonly AccountRow[]): Note[] {
  return accounts.flatMap(({ id }) => {
    const custody = sheet.value(id, 'account.custody')
    if (custody === 'village-cadre') return [{ text: '卡由村干部保管，须说明', severity: 'explain' as const }]
    return custody === 'other' ? [{ text: '卡由其他人保管，须说明', severity: 'explain' as const }] : []
  })
}

/** 应享未享 — never more than 可能符合，待核 (field-notes 25). */
function mayQualify(sheet: EntrySheet, personId: string): Note[] {
  const { people, household } = answeredOf(sheet)
  const person = people.find((one) => one.personId === personId)
  if (person === undefined) return []
  const ground = {
    facts: { ...household.facts, ...person.facts },
    answer: (key: string) => person.answers[key] ?? household.answers[key] ?? null,
  }
  return sheet.set.hints
    .filter((hint) => hint.programmeCode !== sheet.entry.programmeCode && meets(hint.when, ground))
    .map(({ name }) => ({ text: `${name}：可能符合，待核`, severity: 'hint' }))
}
