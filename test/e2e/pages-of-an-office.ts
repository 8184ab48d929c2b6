import type { Download, Page } from 'playwright-core'
import type { AnOffice } from '../builders/an-office.ts'
import { password } from '../builders/a-workstation.ts'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import { serveWorkstation } from './served-workstation.ts'

/** The pages of a prepared office, served and opened in Chromium at the size its users have. */
export interface PagesOfAnOffice {
  readonly page: Page
  /** What the page threw or printed as an error. */
  readonly complaints: string[]
  signIn(name: string): Promise<void>
  goTo(menuItem: string): Promise<void>
  /** The review of another programme than the first. */
  review(programme: string): Promise<void>
  /** A screenshot to look at, where a folder for them is named. */
  look(name: string): Promise<void>
  /** A printed paper to look at, likewise. */
  keep(paper: Download, name: string): Promise<void>
  close(): Promise<void>
}

const shots = process.env['ONECARD_SHOTS']

export async function pagesOf(office: AnOffice, shotPrefix: string): Promise<PagesOfAnOffice> {
  await office.core.close()
  const served = await serveWorkstation(office.folder)
  const { browser } = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.setDefaultTimeout(15_000)
  await page.goto(served.address)
  return {
    page,
    complaints,
    async signIn(name) {
      await page.getByRole('group', { name: '选择人员' }).getByRole('button', { name }).click()
      await page.getByLabel('密码', { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await page.getByRole('navigation').waitFor()
    },
    async goTo(menuItem) {
      await page.getByRole('navigation').getByRole('link', { name: menuItem }).click()
    },
    async review(programme) {
      await page.getByRole('navigation').getByRole('link', { name: '资格初审' }).click()
      await page.getByRole('combobox', { name: '补贴项目' }).click()
      await page.getByTitle(programme).click()
    },
    async look(name) {
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${shotPrefix}-${name}.png` })
    },
    async keep(paper, name) {
      if (shots !== undefined) await paper.saveAs(`${shots}/${shotPrefix}-${name}`)
    },
    async close() {
      await closeBrowser()
      await served.stop()
      await office.remove()
    },
  }
}
