import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import type { ListKind } from '../../src-main/domain/list-kind.ts'
import { aRollPerson, aRollSheet, type RollPerson } from '../builders/a-roll-sheet.ts'
import { aRegisterSheet, openRound, type RegisterHousehold } from '../builders/a-survey.ts'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import {
  enter,
  openPage,
  people,
  serveWorkstation,
  setUpWorkstation,
  type Client,
  type ServedWorkstation,
} from './served-workstation.ts'

/** A survey round at the built browser host, and a page at which its clerk has signed in. */
export interface ServedSurvey {
  page(): Page
  /** A window of its own for asking the core. */
  client(): Client
  /** Ends the program as a power cut would, and starts it again; a new page, at its sign-in. */
  killAndRestart(): Promise<void>
  signIn(): Promise<void>
  close(): Promise<void>
}

interface Served {
  readonly program: ServedWorkstation
  readonly client: Client
  readonly page: Page
  close(): Promise<void>
}

export async function aServedSurvey(
  households: readonly RegisterHousehold[],
  roll: readonly RollPerson[] = [aRollPerson(1)],
): Promise<ServedSurvey> {
  const folder = await mkdtemp(join(tmpdir(), 'onecard-survey-'))
  await fill(folder, households, roll)
  let served = await serve(folder)
  return {
    page: () => served.page,
    client: () => served.client,
    killAndRestart: async () => {
      await served.program.kill()
      await served.close()
      served = await serve(folder)
    },
    signIn: () => signIn(served.page),
    close: async () => {
      await served.program.stop()
      await served.close()
      await closeBrowser()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function fill(
  folder: string,
  households: readonly RegisterHousehold[],
  roll: readonly RollPerson[],
): Promise<void> {
  const program = await serveWorkstation(folder)
  const entered = await enter(program.address)
  const { client, close } = await openPage(entered)
  const township = (await client.workstation.townships()).find(({ name }) => name === '甘亭镇')
  await setUpWorkstation(client, township?.code)
  await client.session.open({ ...people.clerk })
  const importList = async (kind: ListKind, bytes: Uint8Array, year: number | null) => {
    const fileToken = await upload(entered, `${kind}.xlsx`, bytes)
    const { stageId } = await runJob(client, 'list.stage', { fileToken, kind, year })
    await runJob(client, 'list.commit', { stageId })
  }
  await importList('household-register', aRegisterSheet(households), null)
  await importList('farmland-roll', aRollSheet(roll), 2025)
  await openRound({ clerk: client })
  close()
  await program.stop()
}

export async function upload(
  { origin, cookie }: { origin: string; cookie: string },
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const answer = await fetch(`${origin}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, origin },
    body: bytes as BodyInit,
  })
  return ((await answer.json()) as { token: string }).token
}

async function serve(folder: string): Promise<Served> {
  const program = await serveWorkstation(folder)
  const { client, close } = await openPage(await enter(program.address))
  await client.session.open({ ...people.clerk })
  const { browser } = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.setDefaultTimeout(15_000)
  // The running program gives whoever asks again an address of their own.
  await page.goto((await serveWorkstation(folder)).address)
  return {
    ...{ program, client, page },
    close: async () => {
      close()
      await page.close()
    },
  }
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('登录名').fill(people.clerk.signInName)
  await page.getByLabel('密码', { exact: true }).fill(people.clerk.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}
