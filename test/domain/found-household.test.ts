import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FoundHousehold, sameHouseholds } from '../../src-main/domain/found-household.ts'

describe('households laptops found at the door', () => {
  it('are one where they share anybody’s ID number, also by way of a third', () => {
    const groups = sameHouseholds([
      { taskId: 'c', idNumbers: ['3'] },
      { taskId: 'a', idNumbers: ['1', '2'] },
      { taskId: 'd', idNumbers: [] },
      { taskId: 'b', idNumbers: ['2', '3'] },
    ])

    expect(groups).toEqual([['a', 'b', 'c'], ['d']])
  })

  it('stay apart while nobody could show a card', () => {
    const without = ['a', 'b'].map((taskId) => ({ taskId, idNumbers: [] }))

    expect(sameHouseholds(without)).toEqual([['a'], ['b']])
  })

  it('fall together the same way whatever the order, and none is lost', () => {
    const numbers = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'), { maxLength: 3 })
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, random) => {
        const found = all.map((idNumbers, at): FoundHousehold => ({
          taskId: String(at).padStart(2, '0'),
          idNumbers,
        }))
        const shuffled = found
          .map((one) => ({ one, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)

        const groups = sameHouseholds(found)

        expect(sameHouseholds(shuffled)).toEqual(groups)
        expect(groups.flat().sort()).toEqual(found.map(({ taskId }) => taskId))
        for (const a of found)
          for (const b of found)
            if (a.idNumbers.some((idNumber) => b.idNumbers.includes(idNumber)))
              expect(groups.find((group) => group.includes(a.taskId))).toContain(b.taskId)
      }),
    )
  })
})
