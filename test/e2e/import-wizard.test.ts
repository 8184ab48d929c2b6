import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { closeBrowser, openBrowser } from '../electron-stand-in/browser.ts'
import { aWorkbook, type Cell } from '../workbook/a-workbook.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { enter, openPage, people, serveWorkstation, setUpWorkstation } from './served-workstation.ts'

let folder: string
let page: Page
let stop: () => Promise<unknown>
const complaints: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-wizard-'))
  const first = await serveWorkstation(folder)
  const { client, close } = await openPage(await enter(first.address))
  const township = (await client.workstation.townships()).find(({ name }) => name === '甘亭镇')
  await setUpWorkstation(client, township?.code)
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
}, 120_000)
afterAll(async () => {
  await closeBrowser()
  await stop()
  await rm(folder, { recursive: true, force: true })
})

const head = ['村', '户主姓名', '身份证号', '甲数', '乙数', '账号']
const row = (at: number): Cell[] => [
  '甘亭村',
  `周${'一二三四五'[at]}`,
  anIdNumber(at),
  9,
  3.5,
  anAccountNo(at),
]

async function choose(name: string, lines: Cell[][]): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '数据导入' }).click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).click(),
  ])
  const buffer = Buffer.from(aWorkbook({ lines }))
  const before = page.url()
  await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.waitForURL((url) => url.href !== before && /list\/[0-9a-f-]{36}/.test(url.href))
}

const importButton = () => page.getByRole('button', { name: /导入有效的/ })
const tab = (name: RegExp) => page.locator('.ant-segmented-item', { hasText: name })

test('a clerk says which column is the area, sees it judged again, imports, and takes it all back', async () => {
  await choose('2025年耕地地力保护补贴.xlsx', [head, row(0), row(1)])
  await page.getByText('还缺：“表1”表的补贴面积').waitFor()
  expect(await importButton().isDisabled()).toBe(true)
  expect(await findBarriers(page)).toEqual([])

  await page.getByLabel('乙数认作').click()
  await page.locator('.ant-select-item-option', { hasText: '补贴面积' }).first().click()
  await page.getByRole('button', { name: '按新的对应重新核对' }).click()
  await page.getByRole('button', { name: '导入有效的 2 行' }).waitFor()
  await tab(/^逐行预览/).click()
  await page.getByRole('grid', { name: '表内各行' }).getByText('周二').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await tab(/^与已存比较/).click()
  await page.getByRole('grid', { name: '与已存的差别' }).getByText('周一').waitFor()
  await importButton().click()
  await page.getByText('已导入 2 行').waitFor()

  await page.getByRole('button', { name: '看这次导入' }).click()
  await page.getByText('乙数→补贴面积').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByLabel('撤销原因').fill('年度选错')
  await page.keyboard.press('Enter')
  await page.getByText('撤销，原因：年度选错').waitFor()
  expect(complaints).toEqual([])
}, 120_000)

test('the next file with this head is read as she has put it, and says so', async () => {
  await choose('2025年耕地地力保护补贴（补）.xlsx', [head, row(2)])

  await page.getByText(/这种表头的文件导入过.*张经办/).waitFor()
  await page.getByRole('button', { name: '导入有效的 1 行' }).waitFor()
  await page.getByRole('button', { name: '忘记，重新识别' }).click()
  await page.getByText('还缺：“表1”表的补贴面积').waitFor()

  expect(complaints).toEqual([])
}, 60_000)
