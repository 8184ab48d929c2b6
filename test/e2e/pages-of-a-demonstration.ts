import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import { copyFilledTownship } from './filled-township.ts'
import { serveWorkstation } from './served-workstation.ts'

/** A filled demonstration township, and one browser page at the screen size townships have. */
export interface DemonstrationPages {
  readonly page: Page
  /** What the page complained of. */
  readonly complaints: readonly string[]
  signIn(displayName: string, password: string): Promise<void>
  open(step: string): Promise<void>
  close(): Promise<void>
}

export async function openDemonstrationPages(): Promise<DemonstrationPages> {
  const folder = await mkdtemp(join(tmpdir(), 'onecard-pages-'))
  await copyFilledTownship(folder)
  const served = await serveWorkstation(folder)
  const { browser } = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.setDefaultTimeout(10_000)
  await page.goto(served.address)
  await people(page).waitFor()
  return {
    page,
    complaints,
    signIn: (displayName, password) => signIn(page, displayName, password),
    open: async (step) => {
      await page.getByRole('navigation').getByRole('link', { name: step }).click()
      await page.waitForLoadState('networkidle')
    },
    close: async () => {
      await closeBrowser()
      await served.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const people = (page: Page) => page.getByRole('group', { name: '选择人员' })

async function signIn(page: Page, displayName: string, password: string): Promise<void> {
  await people(page).getByRole('button', { name: displayName }).click()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong with the page as it stands: rule and first element. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeFile, 'utf8'))
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(document, { iframes: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  })
}
