import type { Day } from '../day.ts'

/** 户的样子 — the households and people an event touches, as they stand. Events make a new one from it. */
export interface Picture {
  readonly households: ReadonlyMap<string, HouseholdState>
  readonly people: ReadonlyMap<string, PersonState>
}

export interface HouseholdState {
  readonly id: string
  /** null is 户主待补 while the household is registered, and nobody once it has ended. */
  readonly householderId: string | null
  readonly status: 'registered' | 'cancelled' | 'moved-out'
  readonly endedOn: Day | null
}

export interface PersonState {
  readonly id: string
  /** The dead and those who moved away stay in the household they were last in. */
  readonly householdId: string | null
  readonly relation: string
  readonly status: 'registered' | 'cancelled' | 'moved-out' | 'dead'
  readonly diedOn: Day | null
  readonly deathSource: string
  readonly movedOn: Day | null
  readonly movedWhere: string
}

/** Why an event cannot be: a rule as a word, told to the clerk in `wording`. */
export type EventRule =
  | 'household-has-ended'
  | 'nobody-chosen'
  | 'everybody-chosen'
  | 'not-a-member'
  | 'not-registered'
  | 'same-household'
  | 'householder-not-a-member'
  | 'householder-is-already'
  | 'new-householder-missing'
  | 'person-is-dead'
  | 'already-a-member'
  | 'already-registered'
  | 'successor-not-householder'

/** The picture after an event, or the one rule it breaks. */
export type Outcome =
  { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly rule: EventRule }

export const headRelation = '户主'

/** 在册成员 — who lives in the household now. */
export function membersOf(picture: Picture, householdId: string): readonly PersonState[] {
  return [...picture.people.values()].filter(
    (person) => person.householdId === householdId && person.status === 'registered',
  )
}

export function refused(rule: EventRule): Outcome {
  return { ok: false, rule }
}

export function withPeople(picture: Picture, changed: readonly PersonState[]): Picture {
  const people = new Map([...picture.people, ...changed.map((person) => [person.id, person] as const)])
  return { ...picture, people }
}

export function withHouseholds(picture: Picture, changed: readonly HouseholdState[]): Picture {
  const added = changed.map((household) => [household.id, household] as const)
  return { ...picture, households: new Map([...picture.households, ...added]) }
}

/** What has to hold after every event; each is a sentence for a test that fails. */
export function brokenInvariants(picture: Picture): readonly string[] {
  const broken: string[] = []
  for (const household of picture.households.values()) {
    const members = membersOf(picture, household.id)
    const isHeaded = members.some((person) => person.id === household.householderId)
    if (household.status === 'registered' && members.length === 0) broken.push(`${household.id} is empty`)
    if (household.status !== 'registered' && members.length > 0) broken.push(`${household.id} has ended`)
    if (household.householderId !== null && !isHeaded) broken.push(`${household.id} has a stranger as head`)
    if (household.status !== 'registered' && household.endedOn === null)
      broken.push(`${household.id} ended on no day`)
  }
  for (const person of picture.people.values()) {
    if (person.householdId !== null && !picture.households.has(person.householdId))
      broken.push(`${person.id} is nowhere`)
    if ((person.status === 'dead') !== (person.diedOn !== null)) broken.push(`${person.id} died on no day`)
  }
  return broken
}
