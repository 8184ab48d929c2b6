import type { Day } from '../day.ts'
import { afterLeaving } from './leave.ts'
import { membersOf, type Outcome, type Picture, refused, withHouseholds, withPeople } from './picture.ts'
import { type Relations, withRelations } from './relations.ts'

export interface Death {
  readonly personId: string
  readonly diedOn: Day
  readonly source: string
  /** Who heads the household where its head died; null leaves it 户主待补. */
  readonly successorId: string | null
  readonly relations: Relations
}

/** 死亡 — the last of a household ends it (绝户), visibly. */
export function recordDeath(picture: Picture, death: Death): Outcome {
  const { personId, diedOn, source, successorId, relations } = death
  const person = picture.people.get(personId)
  if (person?.status === 'dead') return refused('person-is-dead')
  if (person?.status !== 'registered' && person?.status !== 'moved-out') return refused('not-registered')
  if (successorId === personId) return refused('householder-not-a-member')
  const died = withPeople(picture, [{ ...person, status: 'dead', diedOn, deathSource: source }])
  const { householdId } = person
  if (householdId === null) return { ok: true, picture: died }
  if (successorId !== null && !membersOf(died, householdId).some(({ id }) => id === successorId))
    return refused('householder-not-a-member')
  const left = afterLeaving(died, householdId, { successorId, day: diedOn, ends: 'cancelled' })
  return { ok: true, picture: withRelations(picture, left, { householdId, relations }) }
}

/** 恢复 — a death or a departure that was not true, or somebody back again; a household that had ended is there again. */
export function restorePerson(
  picture: Picture,
  { personId, relation }: { personId: string; relation: string },
): Outcome {
  const person = picture.people.get(personId)
  if (person === undefined || person.status === 'registered') return refused('already-registered')
  const restored = withPeople(picture, [
    {
      ...person,
      relation,
      status: 'registered',
      diedOn: null,
      deathSource: '',
      movedOn: null,
      movedWhere: '',
    },
  ])
  const household = person.householdId === null ? undefined : picture.households.get(person.householdId)
  if (household === undefined) return { ok: true, picture: restored }
  if (household.status === 'registered')
    return {
      ok: true,
      picture: withRelations(picture, restored, {
        householdId: household.id,
        relations: { [personId]: relation },
      }),
    }
  const again = { ...household, status: 'registered', endedOn: null, householderId: personId } as const
  return {
    ok: true,
    picture: withRelations(picture, withHouseholds(restored, [again]), {
      householdId: household.id,
      relations: {},
    }),
  }
}
