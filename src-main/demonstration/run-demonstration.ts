import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createCore, type Core } from '../core.ts'
import { makeIdentity } from '../crypto/envelope.ts'
import { addDays, dayInShanghai } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { readTownships } from '../host/reference-data.ts'
import type { PdfPrinter } from '../ports/pdf.ts'
import { openPackageOf } from '../package-file/open-package.ts'
import { clerkOf, type DemonstrationFacts, fillIn, readFacts } from './demonstration-facts.ts'
import { type Office, runJob } from './desk-work.ts'
import { type FilledTownship, fillTownship } from './fill-township.ts'
import { readInputFolder, townshipOfFiles, yearOfRoll } from './input-files.ts'
import { MovableClock } from './movable-clock.ts'
import { type DemonstrationReport, reportOf } from './report.ts'
import { surveyTownship } from './survey-township.ts'
import { reviewTownship, stateVerification } from './review-township.ts'

export interface DemonstrationOptions {
  /** Where everything goes: workstation, notices, packages, keys, rejects, report.json. */
  readonly out: string
  /** Another folder of the same kinds of files; the shipped ones when not given. */
  readonly input?: string | undefined
  readonly resources: string
  readonly readWorker: URL
  readonly pictureWorker: URL
  readonly pdf: PdfPrinter
  readonly software: { readonly name: string; readonly version: string; readonly build: string }
  readonly now: Date
  say(line: string): void
}

interface Run {
  readonly options: DemonstrationOptions
  readonly core: Core
  readonly clock: MovableClock
  readonly facts: DemonstrationFacts
  readonly period: { readonly programmeCode: string; readonly year: number }
}

/** How long before now the demonstration begins, so that its moved clock ends where the real one is. */
const daysBefore = 10

/** 演示 — the main job from files to proof, through the same calls as a person's, on a clock of its own. */
export async function runDemonstration(options: DemonstrationOptions): Promise<DemonstrationReport> {
  const folder = await prepareOut(options.out)
  const facts = await readFacts(options.resources)
  const clock = new MovableClock(new Date(options.now.getTime() - daysBefore * 86_400_000))
  const files = await readInputFolder(
    resolve(options.input ?? join(options.resources, 'demo')),
    options.readWorker,
  )
  if (files.length === 0) throw new Problem('file.not-found', { fileName: options.input ?? 'resources/demo' })
  const township = townshipOfFiles(files, await readTownships(options.resources))
  const lastYear = Number(dayInShanghai(clock.now().getTime()).slice(0, 4)) - 1
  const rollYear = yearOfRoll(
    files.find((file) => file.kind === 'farmland-roll'),
    lastYear,
  )
  const period = { programmeCode: facts.programmeCode, year: rollYear + 1 }
  const core = createCore({ ...options, folder, clock, carrier: 'command-line', demonstration: true })
  try {
    const run = { options, core, clock, facts, period }
    options.say(
      `${township.county}${township.name}，${String(files.length)} 份清单，${String(period.year)} 年${facts.terms.name}`,
    )
    const filled = await fillTownship(deskOf(run), { facts, files, township, rollYear, year: period.year })
    await keepRejects(run, filled)
    return await fromReviewToProof(run, filled, township)
  } finally {
    await core.close()
  }
}

async function fromReviewToProof(
  run: Run,
  filled: FilledTownship,
  township: { name: string },
): Promise<DemonstrationReport> {
  const { options, facts, period } = run
  const { office } = filled
  const reviewed = await reviewTownship(office, period, () => Promise.resolve())
  const overview = await office.reviewer.review.overview(period)
  await stateVerification(office, period, facts, dayInShanghai(run.clock.now().getTime()))
  const frozen = await runJob(office.clerk, 'publicity.freeze', period)
  const printed = await runJob(office.clerk, 'publicity.print', { publicityIds: frozen.publicityIds })
  for (const notice of printed.printed)
    await copyOut(run, notice.file.token, join('notices', notice.file.name))
  await postAll(run, office, frozen.publicityIds)
  await concludeAll(run, office, frozen.publicityIds)
  const proof = await packAndProve(run, office)
  const today = dayInShanghai(run.clock.now().getTime())
  await surveyTownship(office, period, { today, visitor: clerkOf(facts) })
  const report = reportOf({
    software: options.software,
    township: township.name,
    period,
    filled,
    reviewed,
    overview,
    frozen,
    printed,
    proof,
  })
  await writeFile(join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  return report
}

/** Every notice goes up today, with a photo; the days count from the posting. */
async function postAll(run: Run, office: Office, publicityIds: readonly string[]): Promise<void> {
  const { facts, clock } = run
  const postedOn = dayInShanghai(clock.now().getTime())
  for (const publicityId of publicityIds) {
    const { version, villageName } = await office.clerk.publicity.get({ publicityId })
    const place = fillIn(facts.place, { village: villageName })
    const { postedBy } = facts
    await office.clerk.publicity.recordPosting({ publicityId, version, postedOn, place, postedBy })
    const fileToken = await handIn(run.core, facts.photo, `${villageName}张贴照片.png`)
    await office.clerk.publicity.addEvidence({
      publicityId,
      kind: 'photo',
      phase: 'start',
      takenOn: postedOn,
      place,
      postedBy,
      fileToken,
    })
  }
}

/** Moves the clock past the last day and concludes; a day earlier it would be refused. */
async function concludeAll(run: Run, office: Office, publicityIds: readonly string[]): Promise<void> {
  const lastDays = []
  for (const publicityId of publicityIds)
    lastDays.push((await office.clerk.publicity.get({ publicityId })).lastDay ?? '')
  run.clock.moveTo(addDays(lastDays.toSorted().at(-1) ?? '', 1))
  run.options.say(`演示时钟拨到 ${dayInShanghai(run.clock.now().getTime())}（公示止日次日）`)
  for (const publicityId of publicityIds) {
    const { version } = await office.clerk.publicity.get({ publicityId })
    await office.clerk.publicity.conclude({ publicityId, version })
  }
}

/** Built by one, released by another, written out, and opened again with nothing but the recipient's key. */
async function packAndProve(run: Run, office: Office) {
  const { options, facts, period } = run
  const { identity, recipient } = await makeIdentity()
  await writeFile(
    join(options.out, 'keys', 'department.agekey'),
    `# 演示收件人的私钥，仅供演示\n# public key: ${recipient}\n${identity}\n`,
    { mode: 0o600 },
  )
  const { recipientId } = await office.administrator.package.addRecipient({
    name: facts.recipient,
    kind: 'department',
    ageRecipient: recipient,
  })
  const built = await runJob(office.clerk, 'package.build', { ...period, recipientId })
  const approver = facts.people.find((person) => person.role === 'approver')
  const released = await runJob(office.approver, 'package.release', {
    packageId: built.packageId,
    pin: approver?.pin ?? '',
    password: approver?.password ?? '',
  })
  const file = join(options.out, 'packages', released.file.name)
  await copyOut(run, released.file.token, join('packages', released.file.name))
  const verified = await runJob(office.approver, 'package.verify', { packageId: built.packageId })
  const opened = await openPackageOf(['applications'], await readFile(file), {
    identity,
    knownKeys: 'none',
    at: run.clock.now().toISOString(),
  })
  return { built, released, verified, opened, file }
}

async function keepRejects(run: Run, filled: FilledTownship): Promise<void> {
  for (const { batch } of filled.imported) {
    if (batch.counts.rejected === 0) continue
    const file = await filled.office.clerk.list.rejectFile({ importId: batch.importId })
    await copyOut(run, file.token, join('rejects', file.name))
  }
}

function deskOf({ core, options }: Run) {
  return {
    signal: new AbortController().signal,
    client: (holder: string) => core.client(holder),
    handIn: (path: string, name: string) => handIn(core, path, name),
    progress: (phase: string) => options.say(phase),
    breathe: () => Promise.resolve(),
  }
}

async function handIn(core: Core, path: string, name: string): Promise<string> {
  return (await core.files.adopt(path, name, false)).token
}

async function copyOut(run: Run, token: string, to: string): Promise<void> {
  await copyFile((await run.core.files.take(token)).path, join(run.options.out, to))
}

/** The folders of the outcome, empty; a folder that holds anything else is refused by what is already in it. */
async function prepareOut(out: string): Promise<string> {
  const folders = ['notices', 'packages', 'keys', 'rejects', 'workstation']
  for (const folder of folders) await rm(join(out, folder), { recursive: true, force: true })
  for (const folder of folders) await mkdir(join(out, folder), { recursive: true })
  return join(out, 'workstation')
}
