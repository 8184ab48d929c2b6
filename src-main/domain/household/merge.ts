import type { Day } from '../day.ts'
import { membersOf, type Outcome, type Picture, refused, withHouseholds, withPeople } from './picture.ts'
import { type Relations, withRelations } from './relations.ts'

export interface Merge {
  /** The household that stays. */
  readonly householdId: string
  /** The one that ends in it. */
  readonly otherId: string
  /** Who heads it afterwards; null leaves it as it is. */
  readonly headId: string | null
  readonly relations: Relations
  readonly day: Day
}

/** 合户 — everybody living in the other household moves into this one, and the other ends. */
export function mergeHouseholds(
  picture: Picture,
  { householdId, otherId, headId, relations, day }: Merge,
): Outcome {
  const [household, other] = [picture.households.get(householdId), picture.households.get(otherId)]
  if (householdId === otherId) return refused('same-household')
  if (household?.status !== 'registered' || other?.status !== 'registered')
    return refused('household-has-ended')
  const moved = withPeople(
    picture,
    membersOf(picture, otherId).map((person) => ({ ...person, householdId })),
  )
  if (headId !== null && moved.people.get(headId)?.householdId !== householdId)
    return refused('householder-not-a-member')
  const merged = withHouseholds(moved, [
    { ...other, householderId: null, status: 'cancelled', endedOn: day },
    { ...household, householderId: headId ?? household.householderId },
  ])
  return { ok: true, picture: withRelations(picture, merged, { householdId, relations }) }
}
