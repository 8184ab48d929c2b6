import { rmSync } from 'node:fs'
import { v7 as newUuid } from 'uuid'
import { expect, it } from 'vitest'
import type { Store } from '../../src-main/store/store.ts'
import type { Writer } from '../../src-main/store/reader.ts'
import { judgePeriod, recheckPeriod } from '../../src-main/usecases/check-period.ts'
import { checkYear } from '../../src-main/usecases/check-year.ts'
import type { CommandContext, JobContext } from '../../src-main/usecases/context.ts'
import { editPerson } from '../../src-main/usecases/edit-register.ts'
import { aCheckedTownship, addOtherProgrammes, period } from './a-checked-township.ts'
import { type BenchLine, keepResults } from './bench-results.ts'
import { median, timed } from './measure.ts'

const sizes = [25_000, 50_000, 100_000] as const
const rounds = 3
const edits = 25
const programmes = 30

it('checks a programme of up to 100,000 lines in seconds, and twice the lines cost twice the time', async () => {
  const runs = []
  for (const lines of sizes) {
    const { store } = await aCheckedTownship(lines)
    await judgePeriod(store.reader, period)
    const taken: number[] = []
    let findings = 0
    for (let round = 0; round < rounds; round++) {
      const { value, milliseconds } = await timed(() => judgePeriod(store.reader, period))
      expect(value.rows).toBe(lines)
      taken.push(milliseconds)
      findings = value.findings.length
    }
    runs.push({ lines, milliseconds: median(taken), findings })
    await remove(store)
  }

  const [small, , large] = runs
  const growth = large!.milliseconds / small!.milliseconds
  keepResults('4-checks', [
    {
      ...{
        what: 'checks, 100,000 lines / 25,000 lines',
        measured: `${growth.toFixed(1)} ×`,
        target: '≤ 6 ×',
      },
      ...{ met: growth <= 6, isRatio: true, note: 'four times the lines' },
    },
    ...runs.map(({ lines, milliseconds, findings }) => ({
      what: `all checks of one programme, ${lines.toLocaleString('en')} lines`,
      ...{ measured: seconds(milliseconds), target: lines === 100_000 ? '< 15 s' : '' },
      ...{ met: milliseconds < 15_000, isRatio: false },
      note: `lists read and compared, ${findings.toLocaleString('en')} findings`,
    })),
  ])
  expect(growth).toBeLessThanOrEqual(6)
})

it('checks a year of 30 programmes, and one edited household by itself', async () => {
  const people = 100_000
  const { store, userId } = await aCheckedTownship(people / 4, people)
  const others = await addOtherProgrammes(store, { people, programmes: programmes - 1, userId })
  const ctx = aJob(store, userId)

  const year = await timed(() => checkYear(ctx, { year: period.year }))
  const rows = year.value.checked.reduce((sum, one) => sum + one.rows, 0)
  expect(year.value.checked).toHaveLength(programmes)
  expect(rows).toBe(others + people / 4)

  const one: number[] = []
  for (let at = 0; at < edits; at++) {
    const person = {
      personId: `p${String(at * 400 + 1)}`,
      changes: { phone: `139${String(10_000_000 + at)}` },
    }
    const edit = () =>
      ctx.inTransaction((command) => editPerson(command, { ...person, why: { reason: '更正' } }))
    one.push((await timed(edit)).milliseconds)
  }
  const { milliseconds: whole } = await timed(() =>
    ctx.inTransaction((command) => recheckPeriod(command, period)),
  )
  await remove(store)

  const edited = median(one)
  keepResults('4-checks-year', [
    {
      what: `${String(programmes)} programmes × all checks, 100,000 people`,
      ...{
        measured: seconds(year.milliseconds),
        target: '< 15 s',
        met: year.milliseconds < 15_000,
        isRatio: false,
      },
      note: `${rows.toLocaleString('en')} records on their way; findings written`,
    },
    {
      what: 'one edited household, saved and checked in every programme',
      ...{ measured: `${edited.toFixed(0)} ms`, target: '< 50 ms', met: edited < 50, isRatio: false },
      note: `median of ${String(edits)}`,
    },
    {
      what: 'whole programme again / one edited household',
      ...{
        measured: `${(whole / edited).toFixed(0)} ×`,
        target: '≥ 10 ×',
        met: whole / edited >= 10,
        isRatio: true,
      },
      note: `${(people / 4).toLocaleString('en')} lines`,
    },
  ] satisfies BenchLine[])
  expect(whole / edited).toBeGreaterThanOrEqual(10)
})

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}

async function remove(store: Store): Promise<void> {
  await store.close()
  rmSync(store.folder, { recursive: true, force: true })
}

/** A clerk at the desk, without the calls around. */
function aJob(store: Store, userId: string): JobContext {
  const shared = {
    ...{ actor: { userId, displayName: '王会计', roles: ['clerk'], grants: [] } },
    ...{ scope: { programmes: 'all', villages: 'all' }, now: () => new Date(), today: () => '2026-07-01' },
    newId: () => newUuid(),
  } as const
  const command = (writer: Writer) => ({ ...shared, reader: writer, writer }) as unknown as CommandContext
  return {
    ...shared,
    reader: store.reader,
    signal: new AbortController().signal,
    progress: () => undefined,
    breathe: () => Promise.resolve(),
    inTransaction: <T>(work: (ctx: CommandContext) => Promise<T>) =>
      store.inTransaction((writer) => work(command(writer as unknown as Writer))),
  } as unknown as JobContext
}
