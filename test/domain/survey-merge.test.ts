import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SurveyEdit } from '../../src-main/domain/survey-edit.ts'
import { agreedValue, isConflict, isMerged, mergeEdits } from '../../src-main/domain/survey-merge.ts'

it('takes the newest of a chain and keeps the older values readable', () => {
  const [state] = mergeEdits([
    anEdit({ id: '2', value: '13800000002', supersedes: ['1'] }),
    anEdit({ id: '1', value: '13800000001' }),
  ])

  expect(state?.heads.map((head) => head.value)).toEqual(['13800000002'])
  expect(state?.former.map((edit) => edit.value)).toEqual(['13800000001'])
})

it('calls it a conflict when two gave different values without seeing each other', () => {
  const [state] = mergeEdits([anEdit({ id: '1', value: 'a' }), anEdit({ id: '2', value: 'b' })])

  expect(state && isConflict(state)).toBe(true)
  expect(state && agreedValue(state)).toBeUndefined()
})

it('merges the same value given twice, with a note', () => {
  const [state] = mergeEdits([anEdit({ id: '1', value: 'a' }), anEdit({ id: '2', value: 'a' })])

  expect(state && [isConflict(state), isMerged(state), agreedValue(state)]).toEqual([false, true, 'a'])
})

it('takes an empty value for a value', () => {
  const [state] = mergeEdits([anEdit({ id: '1', value: null }), anEdit({ id: '2', value: 'a' })])

  expect(state && isConflict(state)).toBe(true)
})

it('supersedes an edit that arrives after the one that takes its place', () => {
  const late = anEdit({ id: '1', value: 'a' })
  const before = mergeEdits([anEdit({ id: '2', value: 'b', supersedes: ['1'] })])
  const after = mergeEdits([anEdit({ id: '2', value: 'b', supersedes: ['1'] }), late])

  expect(before[0]?.heads).toEqual(after[0]?.heads)
  expect(after[0]?.former).toEqual([late])
})

it('asks about edits that all claim to take each other’s place', () => {
  const [state] = mergeEdits([
    anEdit({ id: '1', value: 'a', supersedes: ['2'] }),
    anEdit({ id: '2', value: 'b', supersedes: ['1'] }),
  ])

  expect(state && isConflict(state)).toBe(true)
  expect(state?.heads).toHaveLength(2)
})

it('says the same whatever the order, and however often an edit comes', () => {
  fc.assert(
    fc.property(histories(), fc.infiniteStream(fc.nat()), (edits, random) => {
      const shuffled = [...edits, ...edits]
        .map((edit) => ({ edit, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ edit }) => edit)

      expect(mergeEdits(shuffled)).toEqual(mergeEdits(edits))
    }),
  )
})

it('loses no value: every edit is a head or readable among the former', () => {
  fc.assert(
    fc.property(histories(), (edits) => {
      const kept = mergeEdits(edits).flatMap(({ heads, former }) => [...heads, ...former])

      expect(kept.map((edit) => edit.id).toSorted()).toEqual(edits.map((edit) => edit.id).toSorted())
    }),
  )
})

/** Edits of two households and three fields; each may take the place of some made before it. */
function histories(): fc.Arbitrary<SurveyEdit[]> {
  const one = fc.record({
    taskId: fc.constantFrom('t1', 't2'),
    subject: fc.constantFrom('visit', 'p1'),
    field: fc.constantFrom('phone', 'relation', 'q.crop'),
    value: fc.option(fc.constantFrom('a', 'b', 'c')),
    workstationId: fc.constantFrom('office', 'laptop-1', 'laptop-2'),
    seen: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  return fc.array(one, { maxLength: 40 }).map((all) => {
    const made: SurveyEdit[] = []
    for (const [at, { seen, ...rest }] of all.entries()) {
      const before = made.filter((edit) => sameField(edit, rest)).slice(0, Math.round(seen * made.length))
      const supersedes = before.map((edit) => edit.id)
      made.push(anEdit({ ...rest, id: String(at).padStart(3, '0'), supersedes }))
    }
    return made
  })
}

function sameField(a: FieldOf, b: FieldOf): boolean {
  return a.taskId === b.taskId && a.subject === b.subject && a.field === b.field
}

type FieldOf = Pick<SurveyEdit, 'taskId' | 'subject' | 'field'>

function anEdit(change: Partial<SurveyEdit>): SurveyEdit {
  return {
    id: '1',
    taskId: 't1',
    subject: 'p1',
    field: 'phone',
    value: null,
    baseValue: null,
    supersedes: [],
    workstationId: 'office',
    editedBy: 'u1',
    editedAt: '2026-11-25T01:00:00.000Z',
    ...change,
  }
}
