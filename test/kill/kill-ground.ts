import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'
import { makeIdentity } from '../../src-main/crypto/envelope.ts'
import { readFacts } from '../../src-main/demonstration/demonstration-facts.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { openPackageOf } from '../../src-main/package-file/open-package.ts'
import { closedDesk, openDesk, setUpOffice, type Desk } from './desk.ts'
import type { KillPoint } from './points.ts'
import { buildWorker, killAt, type KilledRun, type KillTime } from './run-worker.ts'
import { smallLists, wholeLists, type Lists } from './small-lists.ts'
import { allSteps, goOn, importSteps, packageSteps, postingSteps, type Moment } from './steps.ts'
import { expectWholeOrAbsent, type Acknowledgement } from './whole-or-absent.ts'

/** Where the kills fall: from the first sheet to the last check, or from the building to the release. */
type Window = 'import' | 'package'

const stepsIn: Readonly<Record<Window, readonly string[]>> = {
  import: importSteps.map((step) => step.name),
  package: packageSteps.map((step) => step.name),
}

/** A township prepared once and copied for every point. */
export interface KillGround {
  /** Kills a worker there, looks at what is left, and does what is missing; answers the steps it had to do. */
  killAt(point: KillPoint): Promise<string[]>
  remove(): void
}

interface Ground {
  readonly root: string
  readonly place: string
  readonly worker: string
  readonly lists: Lists
  readonly identity: string
  readonly clerk: { readonly signInName: string; readonly password: string }
}

/** Does the whole job once without a kill: it leaves the folder of each window, its length, and what must come out. */
export async function prepareKillGround(size: 'small' | 'whole'): Promise<KillGround> {
  const { ground, recipient } = await layOut(size)
  try {
    await openOffice(ground, recipient)
    const whole = await runWhole(ground)
    return { killAt: (point) => killAndGoOn(ground, whole, point), remove: () => remove(ground) }
  } catch (error) {
    remove(ground)
    throw error
  }
}

interface WholeRun {
  /** How long each moment lasts when nobody is killed. */
  readonly milliseconds: ReadonlyMap<Moment, number>
  readonly outcome: unknown
}

const atTheEnd: KillTime = { moment: 'end', milliseconds: 0 }

async function runWhole(ground: Ground): Promise<WholeRun> {
  copy(ground, 'import', 'package')
  const imported = await runWorker(ground, 'package', 'import', atTheEnd)
  const posting = await openAt(ground, 'package', imported.acknowledged)
  await goOn(posting, postingSteps)
  await posting.core.close()
  copy(ground, 'package', 'packed')
  const packed = await runWorker(ground, 'packed', 'package', atTheEnd)
  const proven = await openAt(ground, 'packed', packed.acknowledged)
  const outcome = await outcomeOf(proven, ground.identity)
  await proven.core.close()
  return { milliseconds: new Map([...lengthsOf(imported), ...lengthsOf(packed)]), outcome }
}

/** A moment lasts until the next one begins. */
function lengthsOf({ began }: KilledRun): [Moment, number][] {
  const times = [...began]
  return times.slice(0, -1).map(([moment, from], index) => [moment as Moment, times[index + 1]![1] - from])
}

async function killAndGoOn(
  ground: Ground,
  { milliseconds, outcome }: WholeRun,
  { moment, part }: KillPoint,
): Promise<string[]> {
  const window = moment === 'build' || moment === 'release' ? 'package' : 'import'
  copy(ground, window, 'point')
  const time = { moment, milliseconds: part * milliseconds.get(moment)! }
  const { acknowledged } = await runWorker(ground, 'point', window, time)
  const desk = await openAt(ground, 'point', acknowledged)
  const ran = await goOn(desk, allSteps)
  expect(await outcomeOf(desk, ground.identity)).toEqual(outcome)
  await desk.core.close()
  await look(ground, 'point', acknowledged)
  return ran
}

function remove({ place, worker }: Ground): void {
  for (const folder of [place, worker]) rmSync(folder, { recursive: true, force: true })
}

async function layOut(size: 'small' | 'whole'): Promise<{ ground: Ground; recipient: string }> {
  const root = resolve(import.meta.dirname, '../..')
  const place = mkdtempSync(join(tmpdir(), 'onecard-kill-'))
  const lists = size === 'small' ? smallLists(root, place) : wholeLists(root)
  const { people } = await readFacts(join(root, 'resources'))
  const clerk = people.find((person) => person.role === 'clerk')!
  const { identity, recipient } = await makeIdentity()
  return { ground: { root, place, worker: await buildWorker(root), lists, identity, clerk }, recipient }
}

async function openOffice({ root, place, lists }: Ground, recipient: string): Promise<void> {
  const desk = await closedDesk({ root, folder: join(place, 'import'), lists, now: '2026-07-01T01:00:00Z' })
  await setUpOffice(desk, recipient)
  await desk.core.close()
}

async function runWorker(ground: Ground, name: string, window: Window, time: KillTime): Promise<KilledRun> {
  const { root, place, lists, worker } = ground
  const now = await look(ground, name)
  const order = { root, folder: join(place, name), lists, now, steps: stepsIn[window] }
  return killAt(worker, order, time)
}

/** The clock goes on where the last entry was made. */
async function openAt(
  ground: Ground,
  name: string,
  acknowledged?: readonly Acknowledgement[],
): Promise<Desk> {
  const now = await look(ground, name, acknowledged)
  return openDesk({ root: ground.root, folder: join(ground.place, name), lists: ground.lists, now })
}

function look(
  { place, clerk }: Ground,
  name: string,
  acknowledged?: readonly Acknowledgement[],
): Promise<string> {
  return expectWholeOrAbsent(join(place, name), clerk, acknowledged)
}

function copy({ place }: Ground, from: string, to: string): void {
  rmSync(join(place, to), { recursive: true, force: true })
  cpSync(join(place, from), join(place, to), { recursive: true })
}

/** What the department gets, opened with nothing but its own key, beside what the office believes. */
async function outcomeOf({ core, office, clock }: Desk, identity: string) {
  const packages = await office.clerk.package.list()
  expect(packages).toMatchObject([{ status: 'released', sequence: 1 }])
  const [{ packageId, totals }] = packages as [(typeof packages)[number]]
  const { ok } = await runJob(office.approver, 'package.verify', { packageId })
  const { path } = await core.files.take((await office.clerk.package.file({ packageId })).token)
  const opened = await openPackageOf(['applications'], readFileSync(path), {
    identity,
    knownKeys: 'none',
    at: clock.now().toISOString(),
  })
  const { tiesOut, byStatus } = await office.clerk.review.overview({ programmeCode: 'NY01', year: 2026 })
  const sentFen = opened.records.reduce((sum, record) => sum + (record.amountFen ?? 0), 0)
  expect({ ok, tiesOut, sentFen }).toEqual({ ok: true, tiesOut: true, sentFen: totals.amountFen })
  return { totals, byStatus, records: opened.records.length }
}
