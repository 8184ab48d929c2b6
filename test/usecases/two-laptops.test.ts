import fc from 'fast-check'
import { it } from 'vitest'
import { holdsFor, runs } from '../builders/two-laptops-property.ts'

const size = { households: 500, together: 130, apart: 270 }

it('two laptops edit the same 500 households: nothing is lost, the order does not matter, only same-field edits conflict', async () => {
  await fc.assert(
    fc.asyncProperty(runs(size), (run) => holdsFor(size, run)),
    { numRuns: 1, endOnFailure: true },
  )
}, 180_000)
