import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { period, posted, readyToPost, terms } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { password } from '../builders/a-workstation.ts'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { serveWorkstation, type ServedWorkstation } from './served-workstation.ts'

const shots = process.env['ONECARD_SHOTS']
const complaints: string[] = []
let office: AnOffice
let served: ServedWorkstation
let page: Page

beforeAll(async () => {
  office = await anOffice()
  await readyToPost(office, [aRollPerson(1), aRollPerson(2)])
  await posted(office)
  const { termsId } = await office.clerk.programme.enterTerms({
    ...period,
    terms: { ...terms, rateYuan: '70' },
  })
  await office.reviewer.programme.activate({ termsId })
  await office.core.close()
  served = await serveWorkstation(office.folder)
  const { browser } = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  page.setDefaultTimeout(15_000)
  await page.goto(served.address)
}, 200_000)

afterAll(async () => {
  await closeBrowser()
  await served.stop()
  await office.remove()
})

it('a clerk sees what a new standard changes, village by village and as a list, and takes it', async () => {
  await page.getByRole('group', { name: '选择人员' }).getByRole('button', { name: 'clerk' }).click()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: '资格初审' }).click()
  await page.getByText('2 笔还是按原标准算的').waitFor()
  await page.getByRole('button', { name: '按现行标准重算…' }).click()

  const dialog = page.getByRole('dialog')
  await dialog.getByText('将重算 2 笔，现行标准 70 元／亩').waitFor()
  expect(await dialog.innerText()).toContain('要撤下重新公示')
  if (shots !== undefined) await page.screenshot({ path: `${shots}/recompute.png` })
  expect(await findBarriers(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '下载逐笔清单' }).click()
  expect((await download).suggestedFilename()).toBe('重算清单_2026.xlsx')

  await dialog.getByRole('button', { name: '重算这 2 笔' }).click()
  await dialog.getByText('已重算 2 笔').waitFor()
  await dialog.getByRole('button', { name: '完成' }).click()
  await page.getByText('2 笔还是按原标准算的').waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})
