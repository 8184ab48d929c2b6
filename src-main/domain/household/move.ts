import type { Day } from '../day.ts'
import { afterLeaving } from './leave.ts'
import {
  membersOf,
  type Outcome,
  type PersonState,
  type Picture,
  refused,
  withHouseholds,
  withPeople,
} from './picture.ts'
import { type Relations, withRelations } from './relations.ts'

export interface MoveIn {
  readonly householdId: string
  /** Whether the household begins with these people. */
  readonly isNew: boolean
  readonly personIds: readonly string[]
  /** Who heads it: named for a new household, or for one that is 户主待补. */
  readonly headId: string | null
  readonly from: string
  readonly relations: Relations
  readonly day: Day
}

/** 迁入 — new to the township, back in it, or from another household of it, which is left in order. */
export function moveIn(picture: Picture, input: MoveIn): Outcome {
  const { householdId, isNew, personIds, headId, relations, day } = input
  const people = personIds.flatMap((id) => picture.people.get(id) ?? [])
  if (people.length === 0) return refused('nobody-chosen')
  if (people.some((person) => person.status === 'dead')) return refused('person-is-dead')
  if (people.some((person) => person.status === 'registered' && person.householdId === householdId))
    return refused('already-a-member')
  if (isNew && (headId === null || !personIds.includes(headId))) return refused('new-householder-missing')
  const begun = isNew
    ? withHouseholds(picture, [{ id: householdId, householderId: null, status: 'registered', endedOn: null }])
    : picture
  const household = begun.households.get(householdId)
  if (household?.status !== 'registered') return refused('household-has-ended')
  const moved = withPeople(
    begun,
    people.map((person) => arrived(person, input)),
  )
  const members = membersOf(moved, householdId)
  const wanted = headId ?? household.householderId
  if (headId !== null && !members.some((person) => person.id === headId))
    return refused('householder-not-a-member')
  const headed = withHouseholds(moved, [{ ...household, householderId: wanted }])
  const leftBehind = people.flatMap((person) =>
    person.status === 'registered' ? (person.householdId ?? []) : [],
  )
  const left = [...new Set(leftBehind)].reduce(
    (after, from) => afterLeaving(after, from, { successorId: null, day, ends: 'cancelled' }),
    headed,
  )
  return { ok: true, picture: withRelations(picture, left, { householdId, relations }) }
}

/** Somebody of this township has not moved anywhere: only who comes from outside has a day and a place of it. */
function arrived(person: PersonState, { householdId, from, day, relations }: MoveIn): PersonState {
  const isFromOutside = person.status !== 'registered' || person.householdId === null
  const moved = isFromOutside ? { movedOn: day, movedWhere: from } : {}
  return {
    ...person,
    ...moved,
    householdId,
    relation: relations[person.id] ?? '',
    status: 'registered',
  }
}

export interface MoveOut {
  readonly householdId: string
  readonly personIds: readonly string[]
  readonly to: string
  /** Who heads the household where its head leaves; null leaves it 户主待补. */
  readonly successorId: string | null
  readonly relations: Relations
  readonly day: Day
}

/** 迁出 — some or all leave the township; with nobody left the household has moved out. */
export function moveOut(picture: Picture, input: MoveOut): Outcome {
  const { householdId, personIds, to, successorId, relations, day } = input
  if (picture.households.get(householdId)?.status !== 'registered') return refused('household-has-ended')
  const leaving = membersOf(picture, householdId).filter((person) => personIds.includes(person.id))
  if (leaving.length === 0) return refused('nobody-chosen')
  if (leaving.length !== new Set(personIds).size) return refused('not-a-member')
  if (successorId !== null && personIds.includes(successorId)) return refused('householder-not-a-member')
  const gone = withPeople(
    picture,
    leaving.map((person) => ({ ...person, status: 'moved-out', movedOn: day, movedWhere: to }) as const),
  )
  const left = afterLeaving(gone, householdId, { successorId, day, ends: 'moved-out' })
  return { ok: true, picture: withRelations(picture, left, { householdId, relations }) }
}
