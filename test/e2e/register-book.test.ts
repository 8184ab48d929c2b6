import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, aRegisterSheet } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { columnOf, fill, fillBlank, opened, saved, type OpenedBook } from '../builders/a-village-book.ts'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { upload } from './a-served-survey.ts'
import { enter, openPage, people, serveWorkstation, setUpWorkstation } from './served-workstation.ts'

let folder: string
let page: Page
let stop: () => Promise<unknown>
const complaints: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-book-'))
  const first = await serveWorkstation(folder)
  const entered = await enter(first.address)
  const { client, close } = await openPage(entered)
  const township = (await client.workstation.townships()).find(({ name }) => name === '甘亭镇')
  await setUpWorkstation(client, township?.code)
  await client.session.open({ signInName: people.clerk.signInName, password: people.clerk.password })
  const fileToken = await upload(entered, '花名册.xlsx', aRegisterSheet(aFamily()))
  const { stageId } = await runJob(client, 'list.stage', { fileToken, kind: null, year: null })
  await runJob(client, 'list.commit', { stageId })
  close()
  await first.stop()
  const served = await serveWorkstation(folder)
  stop = served.stop
  const { browser } = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(served.address)
  await page.getByLabel('登录名').fill(people.clerk.signInName)
  await page.getByLabel('密码', { exact: true }).fill(people.clerk.password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '工作步骤' }).waitFor()
}, 180_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
  await rm(folder, { recursive: true, force: true })
})

const lines = () => page.getByRole('grid', { name: '交回的改动' })
const detail = () => page.getByRole('region', { name: '这一行' })
const shown = (name: RegExp) => page.locator('.ant-segmented-item', { hasText: name })

/** Issues the village's workbook and opens it as the village does. */
async function issuedBook(): Promise<OpenedBook> {
  await page.getByRole('button', { name: '发工作簿（1 个村）' }).click()
  await page.getByText('已发 1 个村的工作簿').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /甘亭村 第 1 版/ }).click(),
  ])
  return opened(new Uint8Array(await readFile(await download.path())))
}

async function handBack(book: OpenedBook): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '收工作簿…' }).click(),
  ])
  const buffer = Buffer.from(saved({ 人员核对: book.people }))
  await chooser.setFiles({ name: '甘亭村交回.xlsx', mimeType: 'application/octet-stream', buffer })
  await lines().waitFor()
}

test('a village’s workbook goes out without a round, comes back, and every line of it is decided', async () => {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /摸底调查/ })
    .click()
  await page.getByRole('tab', { name: '村级工作簿' }).click()
  await page.getByText('不开轮次也能发').waitFor()
  await page.getByRole('cell', { name: '甘亭村' }).waitFor()
  expect(await findBarriers(page)).toEqual([])

  const book = await issuedBook()
  fill(book.people, '张强', { 与户主关系: '长子', 新账号: anAccountNo(9) })
  fill(book.people, '张大山', { 在户情况: '死亡', 死亡或迁出日期: '2026-05-01' })
  fill(book.people, '王秀兰', { 新证号: '123' })
  fillBlank(book.people, { 户主: '张大山', 姓名: '张小雷', 与户主关系: '孙子', 新证号: anIdNumber(30) })
  const name = columnOf(book.people, '姓名')
  await handBack({ ...book, people: book.people.filter((cells) => cells[name] !== '张小雨') })

  await shown(/^待定 5$/).waitFor()
  expect(await shown(/^增 1$/).count()).toBe(1)
  expect(await shown(/^变 3$/).count()).toBe(1)
  expect(await shown(/^减 1$/).count()).toBe(1)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '采全部无误的 2 行' }).click()
  await shown(/^已采 2$/).waitFor()
  await shown(/^待定 3$/).waitFor()

  await lines().getByText('张大山').first().click()
  const way = detail().getByRole('link', { name: '到这一户办理' })
  expect(await way.getAttribute('href')).toMatch(/register\/[0-9a-f-]{36}\?tab=events$/)
  await lines().getByText('王秀兰').click()
  expect(await detail().getByRole('button', { name: '采（空格）' }).isDisabled()).toBe(true)
  await detail().getByPlaceholder('不采的原因').fill('证号不对，请再核')
  await page.keyboard.press('Enter')
  await shown(/^不采 1$/).click()
  await detail().getByText('不采：证号不对，请再核').waitFor()
  expect(await findBarriers(page)).toEqual([])

  await shown(/^变 3$/).click()
  await lines().getByText('张大山').first().click()
  await way.click()
  await page.getByRole('tab', { name: '家庭事件', selected: true }).waitFor()
  await page.getByRole('tab', { name: /^收款账户 1/ }).click()
  await page.getByText('等第二人核对').first().waitFor()
  expect(complaints).toEqual([])
}, 180_000)
