import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { type AFieldLaptop, aFieldLaptop, bytesOf, carried, enrol } from '../builders/a-field-laptop.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { type AnOffice, anOffice } from '../builders/an-office.ts'
import { aRollPerson, gantingCode } from '../builders/a-roll-sheet.ts'
import { anOpenRound, nameOf, onSiteVisit, typed, type TypedValue } from '../builders/a-survey.ts'
import { password } from '../builders/a-workstation.ts'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import {
  type Client,
  enter,
  openPage,
  type ServedWorkstation,
  serveWorkstation,
} from './served-workstation.ts'

/** An office whose laptops have brought all kinds of things back, and one of the laptops, both served as built. */
export interface ServedLaptops {
  readonly office: Page
  readonly laptop: Page
  /** A window of the office's administrator for asking the core. */
  readonly administrator: Client
  /** What either page complained of. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export async function servedLaptops(): Promise<ServedLaptops> {
  const folders = await aDayInTheField()
  const programs = [await serveWorkstation(folders.office), await serveWorkstation(folders.laptop)]
  const complaints: string[] = []
  // The running program gives whoever asks again an address of their own.
  const { client, close } = await openPage(await enter((await serveWorkstation(folders.office)).address))
  await client.session.open({ signInName: 'administrator', password })
  const [office, laptop] = await Promise.all(programs.map((one) => openAt(one, complaints)))
  if (office === undefined || laptop === undefined) throw new Error('two programs have two pages')
  return {
    ...{ office, laptop, complaints, administrator: client },
    close: async () => {
      close()
      await closeBrowser()
      for (const program of programs) await program.stop()
      for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openAt({ address }: ServedWorkstation, complaints: string[]): Promise<Page> {
  const { browser } = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.setDefaultTimeout(15_000)
  await page.goto(address)
  await signInAs(page, 'clerk')
  return page
}

export async function signInAs(page: Page, signInName: string): Promise<void> {
  await page.getByLabel('登录名').fill(signInName)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}

/** Two laptops out with the same three households, a third one lost; answers the folders they left. */
async function aDayInTheField(): Promise<{ office: string; laptop: string }> {
  const office = await anOffice()
  const [one, two, lost] = [
    await aFieldLaptop('1 号笔记本'),
    await aFieldLaptop('2 号笔记本'),
    await aFieldLaptop('3 号笔记本'),
  ]
  const { roundId } = await anOpenRound(office, families, roll)
  const ids = new Map<AFieldLaptop, string>()
  for (const laptop of [one, two, lost]) ids.set(laptop, await enrol(office, laptop))
  const desk = deskOf(office, roundId, ids)
  for (const laptop of [one, two, lost]) await desk.give(laptop)
  const tasks = (await office.clerk.survey.tasks({ roundId })).rows.map(({ taskId }) => taskId)

  await contradict(desk, tasks, one, two)
  await meetSomebody(one, two, roundId)
  for (const laptop of [one, two]) await desk.take(laptop)
  await loseOne(desk, lost, tasks, office, ids.get(lost) ?? '')
  await bringRubbish(desk, office, two)
  await desk.give(one)
  for (const { core } of [office, one, two, lost]) await core.close()
  for (const { folder } of [two, lost]) await rm(folder, { recursive: true, force: true })
  return { office: office.folder, laptop: one.folder }
}

const roll = [1, 3, 4].map((order) => aRollPerson(order))

const families = [
  { householdNo: '14102410120000001', people: [1, 2] },
  { householdNo: '14102410120000002', people: [3] },
  { householdNo: '14102410120000003', people: [4, 5, 6] },
]

type Desk = ReturnType<typeof deskOf>

function deskOf(office: AnOffice, roundId: string, ids: ReadonlyMap<AFieldLaptop, string>) {
  const hand = async (name: string, bytes: Uint8Array) =>
    (await runJob(office.clerk, 'fieldwork.receive', { fileToken: await office.handIn(name, bytes) }))
      .files[0]
  const results = async (laptop: AFieldLaptop) => {
    const { file } = await runJob(laptop.clerk, 'fieldwork.return', { roundId })
    return { name: file.name, bytes: await bytesOf(laptop.core, file) }
  }
  return {
    hand,
    results,
    give: async (laptop: AFieldLaptop) => {
      const made = await runJob(office.clerk, 'fieldwork.assign', {
        ...{ roundId, machineId: ids.get(laptop) ?? '', visitors: ['王走访', '李村医'] },
        ...{ includeOut: true, onlyUnvisited: false, note: '先走二组' },
      })
      const fileToken = await carried(office.core, made.file, laptop)
      await runJob(laptop.clerk, 'fieldwork.receive', { fileToken })
      return made
    },
    take: async (laptop: AFieldLaptop) => {
      const { name, bytes } = await results(laptop)
      return hand(name, bytes)
    },
  }
}

async function contradict(_: Desk, tasks: readonly string[], one: AFieldLaptop, two: AFieldLaptop) {
  const [taskId = '', other = ''] = tasks
  const { people } = await one.clerk.survey.task({ taskId })
  const subject = people[0]?.personId ?? ''
  const save = ({ clerk }: AFieldLaptop, id: string, ...edits: readonly TypedValue[]) =>
    clerk.survey.saveVisit({ taskId: id, edits: typed(...edits) })
  const of = (field: string, value: string) => ({ subject, field, value })
  await save(one, taskId, ...onSiteVisit, of('person.phone', '13900000001'))
  await save(two, taskId, of('person.phone', '13900000002'), ['visit.remark', '门牌换过'])
  await save(one, other, { subject: 'household', field: 'household.address', value: '村西第三排' })
  await save(two, other, { subject: 'household', field: 'household.address', value: '村西第二排' })
}

async function meetSomebody(one: AFieldLaptop, two: AFieldLaptop, roundId: string): Promise<void> {
  const met = { roundId, villageCode: gantingCode, groupName: '二组', address: '村东头' }
  const order = 23
  for (const { clerk } of [one, two]) {
    const { taskId } = await clerk.fieldwork.addFound({ ...met, name: '赵来福', idNumber: anIdNumber(order) })
    const { values } = await clerk.survey.task({ taskId })
    const head = values.find(({ field }) => field === 'person.name')?.subject ?? ''
    const account = crypto.randomUUID()
    const edits = typed(
      { subject: account, field: 'account.person', value: head },
      { subject: account, field: 'account.accountNo', value: anAccountNo(order) },
    )
    await clerk.survey.saveVisit({ taskId, edits })
  }
  await one.clerk.fieldwork.addFound({
    ...met,
    name: nameOf(1),
    idNumber: anIdNumber(1, { birth: '19610101' }),
  })
}

/** What it brings after it was revoked waits for a person; its households went to nobody or were taken back. */
async function loseOne(
  desk: Desk,
  lost: AFieldLaptop,
  tasks: readonly string[],
  office: AnOffice,
  id: string,
) {
  await lost.clerk.survey.saveVisit({ taskId: tasks[2] ?? '', edits: typed(...onSiteVisit) })
  const late = await desk.results(lost)
  const given = (await office.clerk.fieldwork.assignments()).find(({ machineId }) => machineId === id)
  await office.administrator.fieldwork.revoke({ machineId: id, reason: '在县城丢失' })
  const assignmentId = given?.assignmentId ?? ''
  await office.clerk.fieldwork.takeBack({ assignmentId, reason: '笔记本丢了' })
  await desk.hand(late.name, late.bytes)
}

async function bringRubbish(desk: Desk, office: AnOffice, two: AFieldLaptop): Promise<void> {
  const { name, bytes } = await desk.results(two)
  const broken = Buffer.from(bytes)
  broken[broken.length - 40]! ^= 1
  await desk.hand(name.replace('.ykt', '(1).ykt'), broken)
  await desk.hand('照片打包.ykt.age', Buffer.from('not a package'))
  const stranger = await aFieldLaptop('外乡笔记本')
  const elsewhere = await anOffice({ isAnother: true })
  await enrol(elsewhere, stranger)
  const { roundId } = await anOpenRound(elsewhere, families, roll)
  const [machine] = await elsewhere.clerk.fieldwork.machines()
  const made = await runJob(elsewhere.clerk, 'fieldwork.assign', {
    ...{ roundId, machineId: machine?.machineId ?? '', visitors: ['王走访'], onlyUnvisited: false },
  })
  await desk.hand('别处的包.ykt.age', await bytesOf(elsewhere.core, made.file))
  for (const machine of [stranger, elsewhere]) await machine.remove()
  await office.clerk.fieldwork.incoming()
}
