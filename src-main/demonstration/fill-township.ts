import { basename } from 'node:path'
import type { JobResult } from '../contract/job.ts'
import type { ListKind } from '../domain/list-kind.ts'
import type { DemonstrationDesk } from '../host/demonstration.ts'
import { type DemonstrationFacts, fillIn } from './demonstration-facts.ts'
import { type Office, openOffice, runJob } from './desk-work.ts'
import type { InputFile } from './input-files.ts'

export interface FilledTownship {
  readonly office: Office
  readonly imported: readonly {
    readonly kind: ListKind
    readonly stageId: string
    readonly batch: JobResult<'list.commit'>
  }[]
  readonly rolled: JobResult<'application.roll-forward'>
  readonly checked: JobResult<'review.check'>
}

interface Filling {
  readonly facts: DemonstrationFacts
  readonly files: readonly InputFile[]
  readonly township: { readonly code: string; readonly name: string }
  readonly rollYear: number
  readonly year: number
}

/** Order in which a clerk would import: who lives there, what they got, then the lists to compare with. */
const importOrder: readonly ListKind[] = [
  'household-register',
  'farmland-roll',
  'land-rights',
  'deceased',
  'payroll',
]

/** Sets up the office, imports the lists, puts the terms in force, rolls last year's list forward and checks it. */
export async function fillTownship(desk: DemonstrationDesk, filling: Filling): Promise<FilledTownship> {
  const office = openOffice(desk)
  await setUp(office, filling)
  await signIn(office, filling.facts)
  await takePolicyLists(desk, office, filling)
  await prepareOffice(office, filling)
  const imported = []
  for (const kind of importOrder) {
    for (const file of filling.files.filter((one) => one.kind === kind)) {
      desk.progress(`导入 ${file.name}`, imported.length, filling.files.length)
      await desk.breathe()
      imported.push(await importFile(desk, office, filling, file))
    }
  }
  const period = { programmeCode: filling.facts.programmeCode, year: filling.year }
  desk.progress('滚动上年清册并检查', filling.files.length, filling.files.length)
  const rolled = await runJob(office.clerk, 'application.roll-forward', {
    ...period,
    fromYear: filling.rollYear,
  })
  const checked = await runJob(office.reviewer, 'review.check', period)
  return { office, imported, rolled, checked }
}

async function setUp(office: Office, { facts, township }: Filling): Promise<void> {
  const [administrator, ...others] = facts.people
  if (administrator === undefined) throw new Error('the demonstration names no administrator')
  await office.administrator.workstation.setUp({
    townshipCode: township.code,
    administrator: {
      signInName: administrator.signInName,
      displayName: administrator.displayName,
      password: administrator.password,
    },
    people: others.map(({ role, pin, ...person }) => ({
      ...person,
      roles: [role],
      ...(pin === null ? {} : { pin }),
    })),
  })
}

async function signIn(office: Office, facts: DemonstrationFacts): Promise<void> {
  for (const [role, client] of Object.entries(office)) {
    const person = facts.people.find((one) => one.role === role)
    if (person === undefined) throw new Error(`the demonstration has no ${role}`)
    await client.session.open({ signInName: person.signInName, password: person.password })
  }
}

/** Last year's list and this year's: read by the clerk, put in force by the reviewer. */
async function takePolicyLists(desk: DemonstrationDesk, office: Office, { facts, year }: Filling) {
  const lists = [
    { path: facts.policyLists.lastYear, year: year - 1 },
    { path: facts.policyLists.year, year },
  ]
  for (const list of lists) {
    const fileToken = await desk.handIn(list.path, basename(list.path))
    const { listId } = await runJob(office.clerk, 'policy.read', { fileToken, year: list.year })
    await office.reviewer.policy.putInForce({ listId, reason: '已与演示清单核对' })
  }
}

/** The channel for objections, and the year's terms: entered by one, put in force by another. */
async function prepareOffice(office: Office, { facts, township, year }: Filling): Promise<void> {
  const names = { township: township.name, year: String(year) }
  const values = Object.fromEntries(
    Object.entries(facts.settings).map(([key, text]) => [key, fillIn(text, names)]),
  )
  await office.clerk.setting.save({ values })
  const terms = { ...facts.terms, eligibilityDate: fillIn(facts.terms.eligibilityDate, names) }
  const { termsId } = await office.clerk.programme.enterTerms({
    programmeCode: facts.programmeCode,
    year,
    terms,
  })
  await office.reviewer.programme.activate({ termsId })
}

async function importFile(desk: DemonstrationDesk, office: Office, filling: Filling, file: InputFile) {
  const fileToken = await desk.handIn(file.path, file.name)
  const year = file.kind === 'farmland-roll' ? filling.rollYear : null
  const { stageId } = await runJob(office.clerk, 'list.stage', { fileToken, kind: file.kind, year })
  const batch = await runJob(office.clerk, 'list.commit', { stageId })
  return { kind: file.kind, stageId, batch }
}
