import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAccountNo } from '../builders/an-id-number.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { photographed, scanned } from '../builders/returned-paper.ts'
import { aSheet } from '../imaging/a-picture.ts'
import { aServedSurvey, type ServedSurvey } from './a-served-survey.ts'

const households = [1, 2, 3].map((order) => ({ householdNo: `1410241012000000${order}`, people: [order] }))
let survey: ServedSurvey
let folder: string
const shots = process.env['ONECARD_SHOTS']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'returned-'))
  const roll = [1, 2, 3].map((order) => aRollPerson(order, { accountNo: anAccountNo(order) }))
  survey = await aServedSurvey(households, roll)
}, 300_000)
afterAll(async () => {
  await survey.close()
  await rm(folder, { recursive: true, force: true })
})

test('forms are printed, come back as photos and find their households; the rest waits to be placed by hand', async () => {
  await survey.signIn()
  const page = survey.page()
  await page.getByRole('navigation').getByRole('link', { name: '摸底调查' }).click()
  await page.getByRole('tab', { name: '纸件与扫描' }).click()

  await print(page)
  await keep(page, 'printed')
  const sheets = await scanned(await download(page))
  const [first, second] = await Promise.all(
    sheets.slice(0, 2).map((sheet, index) => photographed(sheet, 90 * index)),
  )
  await write('IMG_1.jpg', first!)
  await write('IMG_2.jpg', second!)
  await write('糊.jpg', await (await aSheet([])).jpeg().toBuffer())
  await write('网页.jpg', Buffer.from('<!doctype html><html>照片</html>'))

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '收扫描件、照片…' }).click()
  await (
    await chooser
  ).setFiles(['IMG_1.jpg', 'IMG_2.jpg', '糊.jpg', '网页.jpg'].map((name) => join(folder, name)))
  const result = page.locator('.taken-in')
  await result.waitFor({ timeout: 60_000 })

  expect(await result.innerText()).toMatch(/归位 2 ＋ 未识别 1 ＋ 重复 0；没有收 1 个文件/)
  expect(await result.innerText()).toContain('名字像照片，内容其实是网页')
  await keep(page, 'taken-in')

  await result.getByRole('button', { name: '去归位' }).click()
  await page
    .getByRole('region', { name: '扫描件' })
    .getByRole('img', { name: /糊\.jpg/ })
    .waitFor()
  await keep(page, 'tray')
  await page.getByRole('button', { name: '归位…' }).click()
  await page.getByRole('dialog').getByLabel('纸件').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByRole('dialog').getByLabel('第几页').fill('3')
  await keep(page, 'assign')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /归\s*位/ })
    .click()
  await page.getByText('没有等待归位的图。').waitFor()

  await page.getByText('打印与收回').click()
  await page.getByRole('grid', { name: '已打印的纸件' }).getByText('3／6').waitFor()
  await page.getByText('缺页清单').waitFor()
  await keep(page, 'missing')
})

async function print(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打印…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^全部/ }).click()
  await keep(page, 'print-form')
  await dialog.getByRole('button', { name: /^打\s*印$/ }).click()
  await page.getByRole('button', { name: '取纸件 1 份' }).waitFor({ timeout: 60_000 })
}

async function download(page: Page): Promise<Buffer> {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: '取件（原样）' }).click()
  const { readFile } = await import('node:fs/promises')
  return readFile(await (await started).path())
}

function write(name: string, bytes: Uint8Array): Promise<void> {
  return writeFile(join(folder, name), bytes)
}

/** For eyes only, when a folder for it is named. */
async function keep(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `paper-${name}.png`) })
}
