import { join } from 'node:path'
import { createCore, type Core } from '../../src-main/core.ts'
import {
  fillIn,
  readFacts,
  type DemonstrationFacts,
} from '../../src-main/demonstration/demonstration-facts.ts'
import { openOffice, type Office } from '../../src-main/demonstration/desk-work.ts'
import { MovableClock } from '../../src-main/demonstration/movable-clock.ts'
import { Problem } from '../../src-main/domain/problem.ts'
import type { PdfPrinter } from '../../src-main/ports/pdf.ts'
import { listInForce } from '../builders/list-in-force.ts'
import type { Lists } from './small-lists.ts'

export const period = { programmeCode: 'NY01', year: 2026 }
export const rollYear = 2025
/** Little work per password guess: only tests may ask for so little. */
export const quick = { N: 2 ** 4 }

export interface DeskPlace {
  readonly root: string
  readonly folder: string
  readonly lists: Lists
  /** What the clock of this run starts at. */
  readonly now: string
  /** People at a page close once and back up; a command line, unless said, closes all day. */
  readonly carrier?: 'browser'
}

/** The whole product over one data folder, with everybody of the office signed in. */
export interface Desk {
  readonly core: Core
  readonly clock: MovableClock
  readonly office: Office
  readonly facts: DemonstrationFacts
  readonly lists: Lists
  handIn(path: string, name: string): Promise<string>
}

/** A machine without any browser: notices come as pages. */
const noPrinter: PdfPrinter = {
  print: () => Promise.reject(new Problem('pdf.unavailable')),
  close: () => Promise.resolve(),
}

export async function openDesk(place: DeskPlace): Promise<Desk> {
  const desk = await closedDesk(place)
  await signIn(desk)
  return desk
}

/** The core without anybody at it yet. */
export async function closedDesk({ root, folder, lists, now, carrier }: DeskPlace): Promise<Desk> {
  const resources = join(root, 'resources')
  const clock = new MovableClock(new Date(now))
  const core = createCore({
    folder,
    resources,
    clock,
    carrier: carrier ?? 'command-line',
    demonstration: true,
    pdf: noPrinter,
    readWorker: new URL(`file://${join(root, 'src-main/workbook/read-worker.ts')}`),
    pictureWorker: new URL(`file://${join(root, 'src-main/imaging/picture-worker.ts')}`),
    software: { name: 'onecard', version: '0.0.0', build: 'test' },
    stretch: quick,
  })
  const office = openOffice({ client: (holder) => core.client(holder) })
  const handIn = async (path: string, name: string) => (await core.files.adopt(path, name, false)).token
  return { core, clock, office, facts: await readFacts(resources), lists, handIn }
}

/** A township with its people, its terms in force and somebody to send packages to; nothing imported yet. */
export async function setUpOffice(desk: Desk, recipient: string): Promise<void> {
  const { office, facts } = desk
  const [administrator, ...others] = facts.people
  const { signInName, displayName, password } = administrator!
  await office.administrator.workstation.setUp({
    townshipCode: '141024101000',
    administrator: { signInName, displayName, password },
    people: others.map(({ role, pin, ...person }) => ({
      ...person,
      roles: [role],
      ...(pin === null ? {} : { pin }),
    })),
  })
  await signIn(desk)
  const names = { township: '甘亭镇', year: String(period.year) }
  const values = Object.entries(facts.settings).map(([key, text]) => [key, fillIn(text, names)])
  await office.clerk.setting.save({ values: Object.fromEntries(values) as Record<string, string> })
  const terms = { ...facts.terms, eligibilityDate: fillIn(facts.terms.eligibilityDate, names) }
  await listInForce(office, period)
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms })
  await office.reviewer.programme.activate({ termsId })
  await office.administrator.package.addRecipient({
    name: facts.recipient,
    kind: 'department',
    ageRecipient: recipient,
  })
}

async function signIn({ office, facts }: Desk): Promise<void> {
  for (const { role, signInName, password } of facts.people) {
    await office[role as keyof Office].session.open({ signInName, password })
  }
}
