import type { Day } from '../day.ts'
import { afterLeaving } from './leave.ts'
import { membersOf, type Outcome, type Picture, refused, withHouseholds, withPeople } from './picture.ts'
import { type Relations, withRelations } from './relations.ts'

export interface Split {
  readonly householdId: string
  /** Who leaves to make a household of their own. */
  readonly memberIds: readonly string[]
  readonly newHouseholdId: string
  readonly newHeadId: string
  /** Who heads the old household where its head leaves; null leaves it 户主待补. */
  readonly remainingHeadId: string | null
  readonly relations: Relations
  readonly day: Day
}

/** 分户 — some members become a household of their own; neither is empty. */
export function splitHousehold(picture: Picture, split: Split): Outcome {
  const { householdId, memberIds, newHouseholdId, newHeadId, remainingHeadId, relations, day } = split
  if (picture.households.get(householdId)?.status !== 'registered') return refused('household-has-ended')
  const members = membersOf(picture, householdId)
  const leaving = members.filter((person) => memberIds.includes(person.id))
  if (leaving.length === 0) return refused('nobody-chosen')
  if (leaving.length !== new Set(memberIds).size) return refused('not-a-member')
  if (leaving.length === members.length) return refused('everybody-chosen')
  if (!memberIds.includes(newHeadId)) return refused('householder-not-a-member')
  const made = { id: newHouseholdId, householderId: newHeadId, status: 'registered', endedOn: null } as const
  const moved = withPeople(
    withHouseholds(picture, [made]),
    leaving.map((person) => ({ ...person, householdId: newHouseholdId })),
  )
  const left = afterLeaving(moved, householdId, { successorId: remainingHeadId, day, ends: 'cancelled' })
  const stayed = withRelations(picture, left, { householdId, relations })
  const related = withRelations(picture, stayed, { householdId: newHouseholdId, relations })
  return { ok: true, picture: related }
}
