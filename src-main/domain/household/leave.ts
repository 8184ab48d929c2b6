import type { Day } from '../day.ts'
import { type HouseholdState, membersOf, type Picture, withHouseholds } from './picture.ts'

/**
 * What becomes of a household some have left: whoever heads it stays, or the one named follows, or it is 户主待补;
 * with nobody left it has ended.
 */
export function afterLeaving(
  picture: Picture,
  householdId: string,
  { successorId, day, ends }: { successorId: string | null; day: Day; ends: 'cancelled' | 'moved-out' },
): Picture {
  const household = picture.households.get(householdId)
  if (household?.status !== 'registered') return picture
  const members = membersOf(picture, householdId)
  if (members.length === 0)
    return withHouseholds(picture, [{ ...household, householderId: null, status: ends, endedOn: day }])
  return withHouseholds(picture, [{ ...household, householderId: headOf(household, members, successorId) }])
}

function headOf(
  { householderId }: HouseholdState,
  members: readonly { readonly id: string }[],
  successorId: string | null,
): string | null {
  const isThere = (id: string | null) => members.some((person) => person.id === id)
  if (isThere(householderId)) return householderId
  return isThere(successorId) ? successorId : null
}
