import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { JobEvent } from '../../src-main/contract/job.ts'
import { Problem } from '../../src-main/domain/problem.ts'
import type { Runners } from '../../src-main/host/handler-types.ts'
import { recordAudit } from '../../src-main/store/audit.ts'
import { aWorkstation, hostTables, password, signedIn, type Workstation } from '../builders/a-workstation.ts'

const period = { programmeCode: 'NY01', year: 2026 }
const checked = { rows: 3, withFindings: 1, byCheck: { C01: 1 } }
const kind = 'review.check'

let workstation: Workstation | undefined
afterEach(() => workstation?.remove())

async function runningJob(run: Runners['review.check']) {
  workstation = await aWorkstation(hostTables({ runners: { 'review.check': run } }))
  const clerk = await signedIn(workstation, 'clerk')
  const { jobId } = await clerk.job.start({ kind, input: period })
  return { clerk, jobId }
}

/** A runner that waits until the test lets it go on. */
function heldBack() {
  const { promise, resolve } = Promise.withResolvers<null>()
  return { promise, letGo: () => resolve(null) }
}

async function eventsOf(watch: Promise<AsyncIterable<JobEvent>>): Promise<JobEvent[]> {
  const events: JobEvent[] = []
  for await (const event of await watch) events.push(event)
  return events
}

test('answers at once and tells its progress and its result to who watches', async () => {
  const { promise, letGo } = heldBack()
  const { clerk, jobId } = await runningJob(async (ctx) => {
    ctx.progress('检查', 1, 3)
    await promise
    return checked
  })

  const watching = eventsOf(clerk.job.watch({ jobId }))
  letGo()
  const events = await watching

  expect(events[0]).toMatchObject({ jobId, kind, state: 'running' })
  expect(events.at(-1)).toMatchObject({ state: 'done', result: checked })
})

test('a watcher that comes late gets the newest state at once', async () => {
  const { clerk, jobId } = await runningJob(async () => checked)
  await eventsOf(clerk.job.watch({ jobId }))

  const events = await eventsOf(clerk.job.watch({ jobId }))

  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ state: 'done', result: checked })
})

test('shows a fast job at most ten times a second and always its end', async () => {
  const { clerk, jobId } = await runningJob(async (ctx) => {
    for (let done = 1; done <= 5000; done++) {
      ctx.progress('检查', done, 5000)
      if (done % 100 === 0) await ctx.breathe()
    }
    return checked
  })

  const events = await eventsOf(clerk.job.watch({ jobId }))

  expect(events.length).toBeLessThan(50)
  expect(events.at(-1)).toMatchObject({ state: 'done', done: 5000 })
})

test('goes on while the page reloads and the screen locks', async () => {
  const { promise, letGo } = heldBack()
  const { clerk, jobId } = await runningJob(async () => {
    await promise
    return checked
  })
  const watch = await clerk.job.watch({ jobId })
  await watch.next()
  await watch.return?.()
  await clerk.session.lock()
  letGo()
  await clerk.session.unlock({ password })

  const [job] = await clerk.job.list()

  expect(job).toMatchObject({ jobId, state: 'done', result: checked })
})

test('belongs to its person at every window, and to nobody else', async () => {
  const { jobId } = await runningJob(async () => checked)
  const elsewhere = await signedIn(workstation!, 'clerk', 'another window')
  const reviewer = await signedIn(workstation!, 'reviewer')

  expect((await elsewhere.job.list()).map((job) => job.jobId)).toEqual([jobId])
  expect(await reviewer.job.list()).toEqual([])
  await expect(reviewer.job.watch({ jobId })).rejects.toMatchObject({ data: { code: 'job.not-found' } })
  await expect(reviewer.job.cancel({ jobId })).rejects.toMatchObject({ data: { code: 'job.not-found' } })
})

test('runs one of a kind at a time', async () => {
  const { promise, letGo } = heldBack()
  const { clerk, jobId } = await runningJob(async () => {
    await promise
    return checked
  })

  await expect(clerk.job.start({ kind, input: period })).rejects.toMatchObject({
    data: { code: 'workstation.busy' },
  })
  letGo()
  await eventsOf(clerk.job.watch({ jobId }))

  expect((await clerk.job.start({ kind, input: period })).jobId).not.toBe(jobId)
})

test('stops where it is asked to and takes back what it wrote', async () => {
  const { promise, letGo } = heldBack()
  const { clerk, jobId } = await runningJob(async (ctx) => {
    await ctx.inTransaction(async ({ writer }) => {
      const trace = {
        at: '2026-07-01T00:00:00Z',
        actor: 'x',
        action: 'test.write',
        subject: 'x',
        details: {},
      }
      await recordAudit(writer, trace)
      await promise
      await ctx.breathe()
    })
    return checked
  })
  await clerk.job.cancel({ jobId })
  letGo()

  const events = await eventsOf(clerk.job.watch({ jobId }))

  expect(events.at(-1)).toMatchObject({ state: 'cancelled', problem: { code: 'job.cancelled' } })
  const { reader } = workstation!.core.connect('any').context.host.door.store
  const written = await reader
    .selectFrom('auditEntry')
    .select('seq')
    .where('action', '=', 'test.write')
    .execute()
  expect(written).toEqual([])
})

test('says why it failed, and a defect gives its number only', async () => {
  const runs: (() => Promise<never>)[] = [
    () => Promise.reject(new Problem('programme.not-active', { programme: '耕地地力保护补贴', year: 2026 })),
    () => Promise.reject(new TypeError('张三丰')),
    () => Promise.resolve({ rows: 'many' } as never),
  ]
  const { clerk, jobId } = await runningJob(() => runs.shift()!())
  const ends = [(await eventsOf(clerk.job.watch({ jobId }))).at(-1)]
  for (let left = 2; left > 0; left--) {
    const again = await clerk.job.start({ kind, input: period })
    ends.push((await eventsOf(clerk.job.watch(again))).at(-1))
  }

  expect(ends.map((event) => event?.problem?.code)).toEqual([
    'programme.not-active',
    'internal.unexpected',
    'internal.unexpected',
  ])
  expect(JSON.stringify(ends)).not.toContain('张三丰')
})

test("refuses an input that breaks the kind's own schema", async () => {
  workstation = await aWorkstation()
  const clerk = await signedIn(workstation, 'clerk')

  await expect(clerk.job.start({ kind, input: { programmeCode: 'NY01' } })).rejects.toMatchObject({
    data: { code: 'input.invalid', facts: { fields: [{ path: 'year' }] } },
  })
})

test('is forgotten an hour after its end', async () => {
  const { clerk, jobId } = await runningJob(async () => checked)
  await eventsOf(clerk.job.watch({ jobId }))
  workstation!.clock.move(61)
  await clerk.session.unlock({ password })

  expect(await clerk.job.list()).toEqual([])
})

test('closing the core stops what runs', async () => {
  const { promise: started, letGo: begin } = heldBack()
  let stopped = false
  await runningJob(async (ctx) => {
    begin()
    try {
      for (;;) await ctx.breathe()
    } finally {
      stopped = true
    }
  })

  await started
  await workstation!.core.close()

  expect(stopped).toBe(true)
})

test('verifies the whole chain of traces', async () => {
  workstation = await aWorkstation()
  const auditor = await signedIn(workstation, 'auditor')

  const { jobId } = await auditor.job.start({ kind: 'audit.verify', input: {} })
  const events = await eventsOf(auditor.job.watch({ jobId }))

  expect(events.at(-1)).toMatchObject({ state: 'done', result: { ok: true, brokenAt: null, entries: 2 } })
})

test('tells a locked screen nothing of a running job, and goes on with the newest after the password', async () => {
  const { promise, letGo } = heldBack()
  const { clerk, jobId } = await runningJob(async (ctx) => {
    await promise
    ctx.progress('检查', 2, 3)
    return checked
  })
  const watch = await clerk.job.watch({ jobId })
  await watch.next()
  await clerk.session.lock()

  const next = watch.next()
  letGo()
  expect(await Promise.race([next, setTimeout(1_200, 'nothing')])).toBe('nothing')
  await clerk.session.unlock({ password })

  expect((await next).value).toMatchObject({ state: 'done', result: checked })
})

test('ends a watch when another person takes the seat, without a word of the job', async () => {
  const { promise, letGo } = heldBack()
  const { clerk, jobId } = await runningJob(async () => {
    await promise
    return checked
  })
  const watch = await clerk.job.watch({ jobId })
  await watch.next()
  await clerk.session.open({ signInName: 'reviewer', password })

  const next = watch.next()
  letGo()

  expect(await next).toMatchObject({ done: true, value: undefined })
})
