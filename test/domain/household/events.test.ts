import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recordDeath, restorePerson } from '../../../src-main/domain/household/death.ts'
import { changeHouseholder } from '../../../src-main/domain/household/householder.ts'
import { mergeHouseholds } from '../../../src-main/domain/household/merge.ts'
import { moveIn, moveOut } from '../../../src-main/domain/household/move.ts'
import {
  brokenInvariants,
  membersOf,
  type Outcome,
  type Picture,
} from '../../../src-main/domain/household/picture.ts'
import { splitHousehold } from '../../../src-main/domain/household/split.ts'
import { outcomeOf, step, threeHouseholds } from './random-events.ts'

const day = '2026-07-01'

test('after any sequence of events everybody is somewhere and every household is in order', () => {
  const happened = new Map<string, number>()
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let picture = threeHouseholds()
      const before = new Set(picture.people.keys())
      for (const [at, wanted] of steps.entries()) {
        const outcome = outcomeOf(picture, wanted, at)
        if (!outcome.ok) continue
        picture = outcome.picture
        happened.set(wanted.kind, (happened.get(wanted.kind) ?? 0) + 1)
        expect(brokenInvariants(picture)).toEqual([])
      }
      expect(new Set(picture.people.keys())).toEqual(before)
    }),
    { numRuns: 2_000 },
  )
  expect([...happened.keys()].toSorted()).toEqual([
    'death',
    'householder',
    'merge',
    'move-in',
    'move-out',
    'restore',
    'split',
  ])
})

test('a refused event leaves the picture as it was', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
      const picture = threeHouseholds()
      const copy = structuredClone(picture)
      steps.forEach((wanted, at) => outcomeOf(picture, wanted, at))
      expect(picture).toEqual(copy)
    }),
  )
})

describe('a death', () => {
  const died = (change: { personId?: string; successorId?: string | null } = {}) => {
    const { personId = 'b0', successorId = 'b1' } = change
    return recordDeath(threeHouseholds(), {
      personId,
      successorId,
      diedOn: day,
      source: '火化',
      relations: {},
    })
  }

  test('of the head leaves the household to who is named', () => {
    const picture = pictureOf(died())

    expect(picture.households.get('b')?.householderId).toBe('b1')
    expect(picture.people.get('b1')?.relation).toBe('户主')
    expect(picture.people.get('b0')).toMatchObject({ status: 'dead', diedOn: day, householdId: 'b' })
  })

  test('of the head leaves 户主待补 where nobody is named', () => {
    expect(pictureOf(died({ successorId: null })).households.get('b')).toMatchObject({
      householderId: null,
      status: 'registered',
    })
  })

  test('of the last one ends the household on that day', () => {
    expect(pictureOf(died({ personId: 'a0', successorId: null })).households.get('a')).toMatchObject({
      householderId: null,
      status: 'cancelled',
      endedOn: day,
    })
  })

  test('that was not true can be taken back, and brings the household back with it', () => {
    const dead = pictureOf(died({ personId: 'a0', successorId: null }))

    const again = pictureOf(restorePerson(dead, { personId: 'a0', relation: '户主' }))

    expect(again.people.get('a0')).toEqual(threeHouseholds().people.get('a0'))
    expect(again.households.get('a')).toEqual(threeHouseholds().households.get('a'))
  })
})

test('who marries into another household of the township leaves their own in order', () => {
  const coming = { householdId: 'b', isNew: false, personIds: ['a0'], headId: null, from: '', day }

  const picture = pictureOf(moveIn(threeHouseholds(), { ...coming, relations: { a0: '儿媳' } }))

  expect(picture.people.get('a0')).toMatchObject({ householdId: 'b', relation: '儿媳', movedOn: null })
  expect(picture.households.get('a')).toMatchObject({ status: 'cancelled', endedOn: day })
})

test('a household all of whom leave has moved out; where some stay, the next head is named or missing', () => {
  const leave = (personIds: string[], successorId: string | null) =>
    pictureOf(
      moveOut(threeHouseholds(), {
        householdId: 'b',
        personIds,
        successorId,
        to: '尧都区',
        relations: {},
        day,
      }),
    ).households.get('b')

  expect(leave(['b0', 'b1', 'b2'], null)).toMatchObject({ status: 'moved-out', endedOn: day })
  expect(leave(['b0'], 'b2')).toMatchObject({ status: 'registered', householderId: 'b2' })
  expect(leave(['b0'], null)).toMatchObject({ status: 'registered', householderId: null })
})

test('a split with the head leaving asks for both heads, and takes the relations given', () => {
  const wanted = { householdId: 'c', newHouseholdId: 'd', memberIds: ['c0', 'c1'], newHeadId: 'c0', day }

  const picture = pictureOf(
    splitHousehold(threeHouseholds(), {
      ...wanted,
      remainingHeadId: 'c2',
      relations: { c1: '妻', c3: '弟' },
    }),
  )

  expect(relationsIn(picture, 'd')).toEqual({ c0: '户主', c1: '妻' })
  expect(relationsIn(picture, 'c')).toEqual({ c2: '户主', c3: '弟' })
})

test('a merged household keeps its head unless another is named, and the other ends', () => {
  const merge = (headId: string | null) =>
    pictureOf(
      mergeHouseholds(threeHouseholds(), { householdId: 'b', otherId: 'a', headId, relations: {}, day }),
    )

  expect(merge(null).households.get('b')?.householderId).toBe('b0')
  expect(merge('a0').households.get('b')?.householderId).toBe('a0')
  expect(relationsIn(merge('a0'), 'b')).toMatchObject({ a0: '户主', b0: '' })
  // what they were to the head of their old household says nothing of this one's
  const fromC = { householdId: 'b', otherId: 'c', headId: null, relations: { c2: '侄' }, day }
  expect(relationsIn(pictureOf(mergeHouseholds(threeHouseholds(), fromC)), 'b')).toMatchObject({
    ...{ b1: '子', c0: '', c1: '', c2: '侄' },
  })
  expect(merge(null).households.get('a')).toMatchObject({ status: 'cancelled', householderId: null })
})

test.each<[string, Outcome]>([
  ['everybody-chosen', split({ memberIds: ['b0', 'b1', 'b2'] })],
  ['nobody-chosen', split({ memberIds: [] })],
  ['not-a-member', split({ memberIds: ['b1', 'c1'] })],
  ['householder-not-a-member', split({ newHeadId: 'b0' })],
  ['same-household', merge('b', 'b')],
  ['household-has-ended', merge('b', 'nobody')],
  ['householder-is-already', changeHouseholder(threeHouseholds(), head('b0'))],
  ['householder-not-a-member', changeHouseholder(threeHouseholds(), head('a0'))],
  ['already-registered', restorePerson(threeHouseholds(), { personId: 'b0', relation: '' })],
])('refuses %s', (rule, outcome) => {
  expect(outcome).toEqual({ ok: false, rule })
})

function split(change: { memberIds?: string[]; newHeadId?: string }): Outcome {
  const wanted = { householdId: 'b', newHouseholdId: 'd', memberIds: ['b1'], newHeadId: 'b1', ...change }
  return splitHousehold(threeHouseholds(), { ...wanted, remainingHeadId: null, relations: {}, day })
}

function merge(householdId: string, otherId: string): Outcome {
  return mergeHouseholds(threeHouseholds(), { householdId, otherId, headId: null, relations: {}, day })
}

function head(headId: string) {
  return { householdId: 'b', headId, relations: {} }
}

function pictureOf(outcome: Outcome): Picture {
  if (!outcome.ok) throw new Error(outcome.rule)
  return outcome.picture
}

function relationsIn(picture: Picture, householdId: string) {
  return Object.fromEntries(membersOf(picture, householdId).map(({ id, relation }) => [id, relation]))
}
