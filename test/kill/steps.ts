import { basename } from 'node:path'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { stateVerification } from '../../src-main/demonstration/review-township.ts'
import { addDays, dayInShanghai } from '../../src-main/domain/day.ts'
import type { ListKind } from '../../src-main/domain/list-kind.ts'
import { period, rollYear, type Desk } from './desk.ts'

/** What a kill can fall into. */
export type Moment =
  | 'stage-register'
  | 'commit-register'
  | 'stage-roll'
  | 'commit-roll'
  | 'roll-forward'
  | 'check'
  | 'build'
  | 'release'

/** Told when work begins and after each call the core has answered. */
export interface Onlooker {
  begins(moment: Moment): void
  acknowledged(): Promise<void>
}

const nobody: Onlooker = { begins: () => undefined, acknowledged: () => Promise.resolve() }

/** One step of the job. Whether it is done is asked of the product, so that work goes on wherever it was cut off. */
export interface Step {
  readonly name: string
  isDone(desk: Desk): Promise<boolean>
  run(desk: Desk, onlooker: Onlooker): Promise<void>
}

export const importSteps: readonly Step[] = [
  importing('household-register', 'register', null),
  importing('farmland-roll', 'roll', rollYear),
  {
    name: 'roll-forward',
    isDone: async ({ office }) => (await overviewOf(office)).totals.rows > 0,
    run: async ({ office }, onlooker) => {
      onlooker.begins('roll-forward')
      await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: rollYear })
      await onlooker.acknowledged()
    },
  },
  {
    name: 'check',
    isDone: async ({ office }) => {
      const { lastCheck, checksOutdated } = await overviewOf(office)
      return lastCheck !== null && !checksOutdated
    },
    run: async ({ office }, onlooker) => {
      onlooker.begins('check')
      await runJob(office.reviewer, 'review.check', period)
      await onlooker.acknowledged()
    },
  },
]

export const postingSteps: readonly Step[] = [
  { name: 'review', isDone: async ({ office }) => (await waiting(office)) === 0, run: review },
  {
    name: 'verify',
    isDone: async ({ office }) =>
      (await office.clerk.publicity.list(period)).ready.every((one) => one.verified),
    run: async ({ office, facts, clock }) => {
      await stateVerification(office, period, facts, dayInShanghai(clock.now().getTime()))
    },
  },
  {
    name: 'freeze',
    isDone: async ({ office }) => (await office.clerk.publicity.list(period)).ready.length === 0,
    run: async ({ office }, onlooker) => {
      await runJob(office.clerk, 'publicity.freeze', period)
      await onlooker.acknowledged()
    },
  },
  { name: 'print', isDone: ({ office }) => everyNotice(office, (one) => one.printed), run: print },
  { name: 'post', isDone: ({ office }) => everyNotice(office, (one) => one.evidence > 0), run: post },
  {
    name: 'conclude',
    isDone: ({ office }) => everyNotice(office, (one) => one.status === 'concluded'),
    run: conclude,
  },
]

export const packageSteps: readonly Step[] = [
  {
    name: 'build',
    isDone: async ({ office }) => (await office.clerk.package.list()).length > 0,
    run: async ({ office }, onlooker) => {
      const [recipient] = await office.clerk.package.recipients()
      onlooker.begins('build')
      await runJob(office.clerk, 'package.build', { ...period, recipientId: recipient!.recipientId })
      await onlooker.acknowledged()
    },
  },
  {
    name: 'release',
    isDone: async ({ office }) => (await office.clerk.package.list())[0]?.status === 'released',
    run: async ({ office, facts }, onlooker) => {
      const [built] = await office.clerk.package.list()
      const { pin, password } = facts.people.find((person) => person.role === 'approver')!
      onlooker.begins('release')
      await runJob(office.approver, 'package.release', { packageId: built!.packageId, pin: pin!, password })
      await onlooker.acknowledged()
    },
  },
]

export const allSteps = [...importSteps, ...postingSteps, ...packageSteps]

/** Does what is not done yet; answers the names of the steps it had to do. */
export async function goOn(
  desk: Desk,
  steps: readonly Step[],
  onlooker: Onlooker = nobody,
): Promise<string[]> {
  const ran = []
  for (const step of steps) {
    if (await step.isDone(desk)) continue
    await step.run(desk, onlooker)
    ran.push(step.name)
  }
  return ran
}

function importing(kind: ListKind, list: 'register' | 'roll', year: number | null): Step {
  return {
    name: `import-${list}`,
    isDone: async ({ office }) => (await office.clerk.list.imports()).some((batch) => batch.kind === kind),
    run: async ({ office, lists, handIn }, onlooker) => {
      const fileToken = await handIn(lists[list], basename(lists[list]))
      onlooker.begins(`stage-${list}`)
      const { stageId } = await runJob(office.clerk, 'list.stage', { fileToken, kind, year })
      onlooker.begins(`commit-${list}`)
      await runJob(office.clerk, 'list.commit', { stageId })
      await onlooker.acknowledged()
    },
  }
}

/** Everything with a finding goes back to the clerk, one by one; the rest is approved at once. */
async function review({ office }: Desk, onlooker: Onlooker): Promise<void> {
  const { rows } = await office.reviewer.review.list({
    ...period,
    status: 'submitted',
    findings: 'with',
    limit: 200,
  })
  for (const { applicationId, version } of rows) {
    await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason: '核实后再报' })
    await onlooker.acknowledged()
  }
  if (rows.length > 0) return review({ office } as Desk, onlooker)
  await runJob(office.reviewer, 'review.approve-clean', period)
  await onlooker.acknowledged()
}

async function print({ office }: Desk, onlooker: Onlooker): Promise<void> {
  const { rows } = await office.clerk.publicity.list(period)
  const publicityIds = rows.filter((one) => !one.printed).map((one) => one.publicityId)
  await runJob(office.clerk, 'publicity.print', { publicityIds })
  await onlooker.acknowledged()
}

async function post({ office, clock, facts, handIn }: Desk, onlooker: Onlooker): Promise<void> {
  const postedOn = dayInShanghai(clock.now().getTime())
  const where = { place: '村公示栏', postedBy: '村报账员' }
  for (const { publicityId, version, status, evidence } of (await office.clerk.publicity.list(period)).rows) {
    if (status === 'frozen')
      await office.clerk.publicity.recordPosting({ publicityId, version, postedOn, ...where })
    await onlooker.acknowledged()
    if (evidence > 0) continue
    const fileToken = await handIn(facts.photo, '张贴照片.png')
    const photo = { kind: 'photo', phase: 'start', takenOn: postedOn, fileToken } as const
    await office.clerk.publicity.addEvidence({ publicityId, ...photo, ...where })
    await onlooker.acknowledged()
  }
}

async function conclude({ office, clock }: Desk, onlooker: Onlooker): Promise<void> {
  const { rows } = await office.clerk.publicity.list(period)
  const lastDay =
    rows
      .map((one) => one.lastDay ?? '')
      .toSorted()
      .at(-1) ?? ''
  clock.moveTo(addDays(lastDay, 1))
  for (const { publicityId, version, status } of rows) {
    if (status === 'posted') await office.clerk.publicity.conclude({ publicityId, version })
    await onlooker.acknowledged()
  }
}

type OfficeOf = Desk['office']
type Notice = Awaited<ReturnType<OfficeOf['clerk']['publicity']['list']>>['rows'][number]

const overviewOf = (office: OfficeOf) => office.clerk.review.overview(period)

async function waiting(office: OfficeOf): Promise<number> {
  const { byStatus } = await overviewOf(office)
  return byStatus.find((one) => one.status === 'submitted')?.totals.rows ?? 0
}

async function everyNotice(office: OfficeOf, is: (notice: Notice) => boolean): Promise<boolean> {
  return (await office.clerk.publicity.list(period)).rows.every(is)
}
