import { membersOf, type Outcome, type Picture, refused, withHouseholds } from './picture.ts'
import { type Relations, withRelations } from './relations.ts'

/** 户主变更 — another member heads the household; everybody's relation is to the new head. */
export function changeHouseholder(
  picture: Picture,
  { householdId, headId, relations }: { householdId: string; headId: string; relations: Relations },
): Outcome {
  const household = picture.households.get(householdId)
  if (household?.status !== 'registered') return refused('household-has-ended')
  if (household.householderId === headId) return refused('householder-is-already')
  if (!membersOf(picture, householdId).some((person) => person.id === headId))
    return refused('householder-not-a-member')
  const headed = withHouseholds(picture, [{ ...household, householderId: headId }])
  return { ok: true, picture: withRelations(picture, headed, { householdId, relations }) }
}
