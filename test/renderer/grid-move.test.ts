import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridMove } from '../../src-renderer/components/grid-move.ts'

const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']

describe('moving through a list by keys', () => {
  it('goes one row, a page, or to an end', () => {
    expect(gridMove('ArrowDown', 4, 100)).toBe(5)
    expect(gridMove('ArrowUp', 4, 100)).toBe(3)
    expect(gridMove('PageDown', 4, 100)).toBe(19)
    expect(gridMove('Home', 4, 100)).toBe(0)
    expect(gridMove('End', 4, 100)).toBe(99)
  })

  it('begins at the first row when none is chosen', () => {
    expect(gridMove('ArrowDown', -1, 10)).toBe(0)
    expect(gridMove('ArrowUp', -1, 10)).toBe(0)
  })

  it('never leaves the list, and other keys move nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(2000),
        (key, count, at) => {
          const to = gridMove(key, Math.min(at, count) - 1, count)

          return to !== undefined && to >= 0 && to < count
        },
      ),
    )
    expect(gridMove('a', 3, 10)).toBeUndefined()
    expect(gridMove('ArrowDown', -1, 0)).toBeUndefined()
  })
})
