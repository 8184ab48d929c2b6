import fc from 'fast-check'
import { it } from 'vitest'
import { holdsFor, runs } from '../builders/two-laptops-property.ts'

const size = { households: 500, together: 900, apart: 1_500 }

it('many days of two laptops with the same 500 households, each day another', async () => {
  await fc.assert(
    fc.asyncProperty(runs(size), (run) => holdsFor(size, run)),
    { numRuns: 5, endOnFailure: true },
  )
}, 3_600_000)
