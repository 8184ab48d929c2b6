import fc from 'fast-check'
import { recordDeath, restorePerson } from '../../../src-main/domain/household/death.ts'
import { changeHouseholder } from '../../../src-main/domain/household/householder.ts'
import { mergeHouseholds } from '../../../src-main/domain/household/merge.ts'
import { moveIn, moveOut } from '../../../src-main/domain/household/move.ts'
import {
  membersOf,
  type Outcome,
  type PersonState,
  type Picture,
} from '../../../src-main/domain/household/picture.ts'
import { splitHousehold } from '../../../src-main/domain/household/split.ts'

/** One step of a sequence: numbers that pick from whatever is there when its turn comes. */
export interface Step {
  readonly kind: 'split' | 'merge' | 'householder' | 'move-in' | 'move-out' | 'death' | 'restore'
  readonly household: number
  readonly other: number
  readonly chosen: readonly boolean[]
  readonly head: number
  readonly isNew: boolean
  readonly withHead: boolean
}

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('split', 'merge', 'householder', 'move-in', 'move-out', 'death', 'restore'),
  household: fc.nat(),
  other: fc.nat(),
  chosen: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  head: fc.nat(),
  isNew: fc.boolean(),
  withHead: fc.boolean(),
})

export function aPerson(id: string, householdId: string | null, relation = '子'): PersonState {
  const moved = { diedOn: null, deathSource: '', movedOn: null, movedWhere: '' }
  return { id, householdId, relation, status: 'registered', ...moved }
}

/** Three households of one, three and four people, and somebody nobody knows the household of. */
export function threeHouseholds(): Picture {
  const sizes = { a: 1, b: 3, c: 4 }
  const people = Object.entries(sizes).flatMap(([household, size]) =>
    Array.from({ length: size }, (_, at) =>
      aPerson(`${household}${at}`, household, at === 0 ? '户主' : '子'),
    ),
  )
  const all = [...people, aPerson('alone', null)]
  const households = Object.keys(sizes).map(
    (id) => [id, { id, householderId: `${id}0`, status: 'registered', endedOn: null }] as const,
  )
  return { people: new Map(all.map((person) => [person.id, person])), households: new Map(households) }
}

/** What the step would do to this picture; most steps are possible, some are refused. */
export function outcomeOf(picture: Picture, wanted: Step, at: number): Outcome {
  return outcomes[wanted.kind](choose(picture, wanted, at))
}

interface Chosen {
  readonly picture: Picture
  readonly wanted: Step
  readonly fresh: string
  readonly day: string
  readonly householdId: string
  readonly otherId: string
  readonly members: readonly PersonState[]
  readonly some: readonly string[]
  /** Who stays, if a head is to be named. */
  readonly next: string | null
  readonly anybody: string
}

export function pick<T>(from: readonly T[], by: number): T | undefined {
  return from[by % Math.max(1, from.length)]
}

function choose(picture: Picture, wanted: Step, at: number): Chosen {
  const households = [...picture.households.keys()]
  const householdId = pick(households, wanted.household) ?? ''
  const members = membersOf(picture, householdId)
  const some = members.filter((_, index) => wanted.chosen[index]).map(({ id }) => id)
  const others = members.map(({ id }) => id).filter((id) => !some.includes(id))
  return {
    ...{ picture, wanted, fresh: `h${at}`, householdId, members, some },
    day: `2026-07-${String((at % 28) + 1).padStart(2, '0')}`,
    otherId: pick(households, wanted.other) ?? '',
    next: wanted.withHead ? (pick(others, wanted.head) ?? null) : null,
    anybody: pick([...picture.people.keys()], wanted.head) ?? '',
  }
}

const relations = {}
const outcomes: { readonly [K in Step['kind']]: (chosen: Chosen) => Outcome } = {
  split: ({ picture, householdId, some, fresh, wanted, next, day }) =>
    splitHousehold(picture, {
      ...{ householdId, memberIds: some, newHouseholdId: fresh, newHeadId: pick(some, wanted.head) ?? '' },
      ...{ remainingHeadId: next, relations, day },
    }),
  merge: ({ picture, householdId, otherId, day }) =>
    mergeHouseholds(picture, { householdId, otherId, headId: null, relations, day }),
  householder: ({ picture, householdId, members, wanted }) =>
    changeHouseholder(picture, { householdId, headId: pick(members, wanted.head)?.id ?? '', relations }),
  'move-in': ({ picture, householdId, fresh, wanted: { isNew }, anybody, day }) =>
    moveIn(picture, {
      ...{ householdId: isNew ? fresh : householdId, isNew, personIds: [anybody] },
      ...{ headId: isNew ? anybody : null, from: '外县', relations, day },
    }),
  'move-out': ({ picture, householdId, some, next, day }) =>
    moveOut(picture, { householdId, personIds: some, to: '外县', successorId: next, relations, day }),
  death: ({ picture, householdId, anybody, members, wanted, day }) => {
    const heir = wanted.withHead ? (members.find(({ id }) => id !== anybody)?.id ?? null) : null
    const isTheirs = picture.people.get(anybody)?.householdId === householdId
    const death = { personId: anybody, diedOn: day, source: '火化名单', relations }
    return recordDeath(picture, { ...death, successorId: isTheirs ? heir : null })
  },
  restore: ({ picture, anybody }) => restorePerson(picture, { personId: anybody, relation: '子' }),
}
