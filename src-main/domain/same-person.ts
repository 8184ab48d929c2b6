import type { SurveyEdit } from './survey-edit.ts'
import { agreedValue, mergeEdits } from './survey-merge.ts'

/** Fields whose value is another subject's id. */
const references = new Set(['household.householder', 'account.person', 'line.person', 'line.account'])

/**
 * 同一人 — somebody new entered on two machines under one ID number is one person, and one account number of theirs
 * one account. Looks at the edits alone, so that it cannot matter whose package came first; what nobody agrees on
 * stays apart until somebody decides.
 */
export function asOnePerson<E extends SurveyEdit>(edits: readonly E[]): readonly E[] {
  const people = sameSubjects(edits, 'person.idNumber', (_, idNumber) => idNumber)
  const byPerson = renamed(edits, people)
  const owner = agreedOf(byPerson, 'account.person')
  const accounts = sameSubjects(byPerson, 'account.accountNo', (subject, accountNo) =>
    JSON.stringify([accountNo, owner.get(subject) ?? null]),
  )
  return renamed(byPerson, accounts)
}

type Renaming = ReadonlyMap<string, string>

/** Subjects of one task that are the same, each with the one they all become: the oldest, ids being made in order of time. */
function sameSubjects(
  edits: readonly SurveyEdit[],
  field: string,
  identityOf: (subject: string, value: string) => string,
): Renaming {
  const renaming = new Map<string, string>()
  for (const of of Map.groupBy([...agreedOf(edits, field)], ([s, value]) => identityOf(s, value)).values()) {
    const subjects = of.map(([subject]) => subject).sort()
    for (const subject of subjects.slice(1)) renaming.set(subject, subjects[0] ?? subject)
  }
  return renaming
}

/** The one value of a field by subject, where there is one. */
function agreedOf(edits: readonly SurveyEdit[], field: string): ReadonlyMap<string, string> {
  const states = mergeEdits(edits.filter((edit) => edit.field === field))
  return new Map(
    states.flatMap((state) => {
      const value = agreedValue(state)
      return value == null ? [] : [[state.subject, value] as const]
    }),
  )
}

function renamed<E extends SurveyEdit>(edits: readonly E[], renaming: Renaming): readonly E[] {
  if (renaming.size === 0) return edits
  const nameOf = (id: string) => renaming.get(id) ?? id
  return edits.map((edit) => ({
    ...edit,
    subject: nameOf(edit.subject),
    value: edit.value !== null && references.has(edit.field) ? nameOf(edit.value) : edit.value,
  }))
}
