import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOtherForm } from '../builders/an-other-form.ts'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

const shots = process.env['ONECARD_SHOTS']
let pages: DemonstrationPages
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onecard-daily-'))
  pages = await openDemonstrationPages()
  await pages.signIn('李娟', 'demo-clerk-2026')
  await pages.open('日常取数')
}, 300_000)

afterAll(async () => {
  await pages.close()
  await rm(folder, { recursive: true, force: true })
})

async function look(name: string): Promise<void> {
  if (shots !== undefined) await pages.page.screenshot({ path: `${shots}/daily-${name}.png` })
}

const tab = (name: string) => pages.page.getByRole('tab', { name }).click()
const button = (name: RegExp | string) => pages.page.getByRole('button', { name })
const grid = (name: string) => pages.page.getByRole('grid', { name })

/** What Ctrl+C hands over, as the page itself would put it into the clipboard. */
async function copied(): Promise<string[][]> {
  const text = await pages.page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
    return data.getData('text/plain')
  })
  return text.split('\r\n').map((line) => line.split('\t'))
}

it('lines of a table are copied for a spreadsheet as they are seen, one, some or all', async () => {
  const { page } = pages
  await grid('预览').locator('.grid-rows [role=row]').first().click()
  await page.keyboard.press('Shift+ArrowDown')

  const some = await copied()
  await page.keyboard.press('Control+a')
  const all = await copied()

  expect(some).toHaveLength(3)
  expect(some[0]).toEqual([
    '村',
    '组',
    '户编号',
    '户主',
    '姓名',
    '与户主关系',
    '性别',
    '年龄',
    '身份证号',
    '联系电话',
  ])
  expect(some[1]![8]).toMatch(/^…\d{3}[\dX]$/)
  expect(all.length).toBeGreaterThan(100)
  expect(await findBarriers(page)).toEqual([])
  await look('table')
})

it('what was copied comes back changed, is seen old beside new, applied and taken back', async () => {
  const { page } = pages
  await grid('预览').locator('.grid-rows [role=row]').first().click()
  const [head, line] = await copied()
  const changed = line!.map((cell, at) => (head![at] === '联系电话' ? '13900001234' : cell))
  await tab('批量改')
  expect(await findBarriers(page)).toEqual([])
  await page.getByLabel('粘贴表格').fill([head, changed].map((cells) => cells!.join('\t')).join('\n'))
  await grid('对照').getByText('139****1234').waitFor()
  await look('bulk')
  expect(await findBarriers(page)).toEqual([])

  await page.getByLabel('事由').fill('村里报来的新电话')
  await button(/^改这/).click()
  await page.getByText('已改 1 人的 1 个值').waitFor()
  await page.getByTitle('改过的和撤销').click()
  await button(/^撤\s?销$/).click()
  await page.getByLabel(/撤销“/).fill('贴错了')
  await page.keyboard.press('Enter')

  await page.getByText('已撤销，1 个值恢复原样').waitFor()
  await look('bulk-undone')
  expect(await findBarriers(page)).toEqual([])
})

it('another office’s form is read, mapped and given back filled', async () => {
  const { page } = pages
  const file = join(folder, '情况表.xlsx')
  await writeFile(file, await anOtherForm())
  await tab('套表')
  const chooser = page.waitForEvent('filechooser')
  await button('选对方的表').click()
  await (await chooser).setFiles(file)
  await grid('填好的样子').getByText('甘亭村').first().waitFor()
  expect(await page.getByLabel('户主信息/身份证号填什么').locator('..').innerText()).toContain('身份证号')
  await look('form')
  expect(await findBarriers(page)).toEqual([])

  await page.getByLabel('用途').fill('县局要情况')
  await button('填表（脱敏）').click()
  await page.getByText(/^已填/).waitFor()
  const download = page.waitForEvent('download')
  await button('另存').click()

  expect((await download).suggestedFilename()).toMatch(/^情况表_已填_DC.*\.xlsx$/)
})

it('the ledger names what has left, and nothing of the page complains', async () => {
  const { page } = pages
  await tab('全号导出')
  expect(await findBarriers(page)).toEqual([])
  await tab('导出台账')
  await grid('导出台账').getByText('套表《情况表.xlsx》').waitFor()
  await look('ledger')
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  expect(pages.complaints).toEqual([])
})
