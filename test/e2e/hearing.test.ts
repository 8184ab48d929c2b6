import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { period, putInForce, settings, terms } from '../builders/a-period.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
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
  await putInForce(office, period, { ...terms, hearing: 'before-cut' })
  await office.clerk.setting.save({ values: { ...settings, acceptedBy: '甘亭镇财政所' } })
  const people = [aRollPerson(1), aRollPerson(2)]
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
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

async function look(name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/hearing-${name}.png` })
}

async function signIn(name: string): Promise<void> {
  await page.getByRole('group', { name: '选择人员' }).getByRole('button', { name }).click()
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: '资格初审' }).click()
  await page.getByRole('grid', { name: '申报' }).getByText('待初审').first().click()
}

const dialog = () => page.getByRole('dialog')
const section = () => page.getByRole('region', { name: '听取意见' })

it('a stop waits until the household was heard, and both papers are printed on the way', async () => {
  await signIn('reviewer')
  await section().getByText('要不通过（停发）的，先听取意见').waitFor()
  await page.getByLabel('核实意见或退回原因').fill('土地已流转')
  await page.getByRole('button', { name: '不通过 N' }).click()
  await page.getByText('还没有听取本人意见').waitFor()
  await look('refused')

  await section().getByRole('button', { name: '打印告知书…' }).click()
  await dialog().getByLabel('原因').fill('土地已全部流转给合作社，补贴归实际种地的人')
  await dialog().getByLabel('意见截止').fill('2026-12-31')
  expect(await findBarriers(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog().getByRole('button', { name: '打印', exact: true }).click()
  const paper = await download
  expect(paper.suggestedFilename()).toMatch(/^拟停发告知书_DC.*\.pdf$/)
  if (shots !== undefined) await paper.saveAs(`${shots}/hearing-before.pdf`)

  await dialog().waitFor({ state: 'hidden' })
  await section().getByRole('button', { name: '登记听取意见…' }).click()
  await dialog().getByLabel('日期').fill('2026-06-30')
  await dialog().getByLabel('意见', { exact: true }).fill('没有意见，地是流转出去了')
  await dialog().getByLabel('答复').fill('按流转合同，补贴归合作社')
  await look('form')
  expect(await findBarriers(page)).toEqual([])
  await dialog().getByRole('button', { name: '登记', exact: true }).click()
  await section().getByText('不通过就是停发，已听取意见').waitFor()
  await look('heard')

  await page.getByRole('button', { name: '不通过 N' }).click()
  await page.getByRole('grid', { name: '申报' }).getByText('初审不通过').waitFor()
  expect(complaints).toEqual([])
})
