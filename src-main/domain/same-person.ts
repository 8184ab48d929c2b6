import type { SurveyEdit } from './survey-edit.ts'
import { agreedValue, mergeEdits } from './survey-merge.ts'

/** Fields whose value is another subject's id. */
const references = new Set(['household.householder', 'account.person', 'line.person', 'line.account'])

/** 已知 — what the register knows in the household: people by ID number, accounts by `accountKey`. */
export interface KnownSubjects {
  readonly people: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, string>
}

export const nobodyKnown: KnownSubjects = { people: new Map(), accounts: new Map() }

export function accountKey(personId: string | null, accountNo: string): string {
  return JSON.stringify([accountNo, personId])
}

/**
 * 同一人 — within one task, somebody new entered on two machines under one ID number is one person, and one account
 * number of theirs one account: whom the register knows already, or else the one entered first. Looks at the edits
 * alone, so that it cannot matter whose package came first; what nobody agrees on stays apart until somebody decides.
 */
export function asOnePerson<E extends SurveyEdit>(edits: readonly E[], known = nobodyKnown): readonly E[] {
  const people = sameSubjects(agreedOf(edits, 'person.idNumber'), (_, idNumber) => idNumber, known.people)
  const byPerson = renamed(edits, people)
  const owner = agreedOf(byPerson, 'account.person')
  const accounts = sameSubjects(
    agreedOf(byPerson, 'account.accountNo'),
    (subject, accountNo) => accountKey(owner.get(subject) ?? null, accountNo),
    known.accounts,
  )
  return renamed(byPerson, accounts)
}

type Renaming = ReadonlyMap<string, string>

/** Subjects that are the same, each with the one they all become; ids are made in order of time. */
function sameSubjects(
  values: ReadonlyMap<string, string>,
  identityOf: (subject: string, value: string) => string,
  known: ReadonlyMap<string, string>,
): Renaming {
  const renaming = new Map<string, string>()
  const byIdentity = Map.groupBy([...values], ([subject, value]) => identityOf(subject, value))
  for (const [identity, of] of byIdentity) {
    const subjects = of.map(([subject]) => subject).sort()
    const one = known.get(identity) ?? subjects[0]
    for (const subject of subjects) if (one !== undefined && subject !== one) renaming.set(subject, one)
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
