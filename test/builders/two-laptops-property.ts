import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type AFile,
  type ARoundOnLaptops,
  aRoundOnLaptops,
  editedFields,
  type Editor,
  type Laptop,
} from './a-round-on-laptops.ts'
import { expectedFields, mergedReplica } from './merged-replicas.ts'

interface Size {
  readonly households: number
  /** While the office merges, gives out anew and types as well. */
  readonly together: number
  /** While both laptops are out, until everything comes back. */
  readonly apart: number
}

type Step =
  | { readonly do: 'edit'; who: Editor; household: number; field: number; word: number }
  | { readonly do: 'write'; who: Laptop }
  | { readonly do: 'merge' | 'take'; pick: number }
  | { readonly do: 'assign'; who: Laptop }
  | { readonly do: 'reissue' }

export interface Run {
  readonly together: readonly Step[]
  readonly apart: readonly Step[]
  /** In which order packages come, and which of them come again. */
  readonly orders: readonly [readonly number[], readonly number[]]
}

export function runs({ households, together, apart }: Size): fc.Arbitrary<Run> {
  const who = fc.constantFrom<Laptop>('one', 'two')
  const anyone = fc.constantFrom<Editor>('one', 'two', 'office')
  const edit = (by: fc.Arbitrary<Editor>) =>
    fc.record({
      ...{ do: fc.constant('edit' as const), who: by, household: fc.nat(households - 1) },
      ...{ field: fc.nat(editedFields.length - 1), word: fc.nat(2) },
    })
  const write = fc.record({ do: fc.constant('write' as const), who })
  const take = fc.record({ do: fc.constant('take' as const), pick: fc.nat() })
  const merge = fc.record({ do: fc.constant('merge' as const), pick: fc.nat() })
  const assign = fc.record({ do: fc.constant('assign' as const), who })
  const reissue = fc.record({ do: fc.constant('reissue' as const) })
  const some = (arbitrary: fc.Arbitrary<Step>, weight: number) => ({ arbitrary, weight })
  const withOffice = fc.oneof(
    ...[some(edit(anyone), 240), some(write, 4), some(merge, 4), some(take, 3), some(assign, 1)],
    some(reissue, 1),
  )
  const without = fc.oneof(some(edit(who), 240), some(write, 3), some(take, 2))
  const exactly = (length: number) => ({ minLength: length, maxLength: length, size: 'max' as const })
  const order = fc.array(fc.nat(), exactly(64))
  return fc.record({
    together: fc.array(withOffice, exactly(together)),
    apart: fc.array(without, exactly(apart)),
    orders: fc.tuple(order, order),
  })
}

/**
 * No value is ever lost, the result does not depend on the order, conflicts are exactly the same-field edits – on an
 * office's and two laptops' encrypted folders, with late, repeated and overtaken packages in both directions.
 */
export async function holdsFor({ households }: Size, run: Run): Promise<void> {
  const round = await aRoundOnLaptops(households)
  try {
    for (const step of run.together) await take(round, step)
    for (const step of run.apart) await take(round, step)
    for (const who of ['one', 'two'] as const) await round.write(who)
    await round.office.core.close()
    const { folder } = round.office
    const said = []
    for (const order of run.orders)
      said.push(await mergedReplica(folder, inOrder(round.results, order), round.taskIds))

    const [first, second] = said
    expect(second).toEqual(first)
    const byTask = Map.groupBy(round.edits, ({ taskId }) => taskId)
    for (const taskId of round.taskIds) {
      const own = byTask.get(taskId) ?? []
      const merged = first?.get(taskId)
      const fields = [...(merged?.fields ?? [])].map(([key, { conflict, heads }]) => [
        key,
        { conflict, heads },
      ])
      expect(new Map(fields as [string, { conflict: boolean; heads: string[] }][])).toEqual(
        expectedFields(own),
      )
      expect(merged?.readable).toEqual(new Map(own.map(({ id, value }) => [id, value])))
    }
  } finally {
    await round.remove()
  }
}

async function take(round: ARoundOnLaptops, step: Step): Promise<void> {
  switch (step.do) {
    case 'edit':
      return round.edit(step.who, step.household, step.field, wordOf(round, step.word))
    case 'write':
      return round.write(step.who)
    case 'assign':
      return round.assign(step.who)
    case 'reissue':
      return round.reissue()
    case 'merge': {
      const file = round.results[step.pick % Math.max(1, round.results.length)]
      return file && round.merge(file)
    }
    case 'take': {
      const assignment = round.assignments[step.pick % Math.max(1, round.assignments.length)]
      return assignment && round.take(assignment)
    }
  }
}

/** Often the same word by two people, or else one nobody else has. */
function wordOf({ edits }: ARoundOnLaptops, word: number): string {
  return word === 0 ? '村东' : word === 1 ? '村西' : `第${String(edits.length)}个说法`
}

/** Every package once where the numbers say, some of them again. */
function inOrder(files: readonly AFile[], numbers: readonly number[]): AFile[] {
  const again = files.filter((_, at) => (numbers[at] ?? 0) % 3 === 0)
  return [...files, ...again]
    .map((file, at) => ({ file, at: numbers[(at * 7) % numbers.length] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file)
}
