import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

const shots = process.env['ONECARD_SHOTS']
let pages: DemonstrationPages
let count = 0

beforeAll(async () => {
  pages = await openDemonstrationPages()
  await pages.signIn('李娟', 'demo-clerk-2026')
}, 300_000)

afterAll(() => pages.close())

/** What the page looks like, where somebody wants to look at it. */
async function look(name: string): Promise<void> {
  if (shots === undefined) return
  count += 1
  await pages.page.screenshot({ path: `${shots}/${String(count).padStart(2, '0')}-${name}.png` })
}

const dialog = () => pages.page.getByRole('dialog')
const tab = (name: RegExp) => pages.page.getByRole('tab', { name }).click()

async function openByLetter(letter: string): Promise<void> {
  await pages.page.keyboard.press(letter)
  await dialog().waitFor()
}

async function leave(): Promise<void> {
  await pages.page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
}

it('a record returned for its dead head leads to the household, and one dialog brings it back to review', async () => {
  const { page } = pages
  await pages.open('资格初审')
  await page.getByText('名单人员已死亡').first().click()
  const link = page.getByRole('link', { name: /办理死亡与承接/ })
  await link.waitFor()
  await look('review')
  expect(await findBarriers(page)).toEqual([])

  await link.click()
  await dialog().waitFor()
  await dialog().getByText('由承接人承接，重新送审').waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
  await page.getByLabel('新户主').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByLabel('新卡账号').fill('6217000340001234567')
  await page.getByLabel('事由').fill('家属持死亡证明来办')
  await look('death')
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })

  await page.getByText('2025-08-25 死亡').waitFor()
  await look('household-after-death')
  await tab(/家庭事件/)
  await page.getByText(/死亡；户主为/).waitFor()
  await look('events')
  await tab(/变更记录/)
  await page.getByText(/享受人：/).waitFor()
  await look('history')
  expect(await findBarriers(page)).toEqual([])
})

it('the sheet of the event is printed from the page', async () => {
  await tab(/家庭事件/)
  const download = pages.page.waitForEvent('download')
  await pages.page.getByRole('button', { name: /登记表/ }).click()

  expect((await download).suggestedFilename()).toMatch(/^家庭情况变更登记表_2026-0001\.(pdf|html)$/)
})

it('the new card waits for a second person, who types it again', async () => {
  await tab(/收款账户/)
  await pages.page.getByText('新登记或改过，等第二人核对').waitFor()
  await look('accounts')
  await pages.page.getByRole('button', { name: '核对' }).click()
  await pages.page.getByLabel('账号', { exact: true }).fill('6217000340001234567')
  await pages.page.keyboard.press('Enter')

  await dialog().getByText('前一步是您本人办的').waitFor()
  await look('confirm-refused')
  await leave()
})

it('every event opens by its letter with the first field ready, and Esc leaves everything as it was', async () => {
  const { page } = pages
  await pages.open('人口与账户')
  await page.getByRole('button', { name: '旧村' }).click()
  await dialog().getByText('撤并、改名、换过代码的村').waitFor()
  await look('past-villages')
  expect(await findBarriers(page)).toEqual([])
  await leave()
  await page.getByText('已销户、迁出').click()
  await page.getByText('没有销户或整户迁出的户').waitFor()
  await page.getByText('在册', { exact: true }).click()
  await look('register')
  await page.getByRole('grid', { name: '户' }).locator('.grid-rows [role=row]').nth(3).dblclick()
  await page.getByRole('button', { name: '办理家庭事件' }).waitFor()
  await look('household')
  expect(await findBarriers(page)).toEqual([])
  for (const letter of ['h', 'f', 'm', 'i', 'o', 'd']) {
    await openByLetter(letter)
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input') ?? false)
    await look(`dialog-${letter}`)
    expect([letter, await findBarriers(page)]).toEqual([letter, []])
    await leave()
  }
})

it('a member, an account, a parcel and a transfer are entered on the page', async () => {
  const { page } = pages
  await page.getByRole('button', { name: '改', exact: true }).nth(1).click()
  await page.getByLabel('联系电话').fill('13803570001')
  await page.getByLabel('事由').fill('本人来电话更正')
  await page.keyboard.press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.getByText('138****0001').waitFor()

  await tab(/土地/)
  await page.getByRole('button', { name: '登记流转' }).click()
  await page.getByLabel('对方姓名').fill('外村人')
  await page.getByLabel('面积（亩）').fill('1.5')
  await page.getByLabel('事由').fill('已看合同')
  await look('transfer')
  expect(await findBarriers(page)).toEqual([])
  await page.getByLabel('事由').press('Enter')
  await dialog().waitFor({ state: 'detached' })
  await page.getByText('对方在人口库里对不上人').waitFor()
  await look('land')

  await tab(/收款账户/)
  await page.getByRole('button', { name: '登记账户' }).click()
  await dialog().waitFor()
  await page.getByText('监护人账户', { exact: true }).click()
  await look('account')
  expect(await findBarriers(page)).toEqual([])
  await leave()
  await tab(/历年补贴/)
  await look('programmes')
  await tab(/证据/)
  await page.getByRole('button', { name: '挂证据' }).click()
  await look('evidence')
  expect(await findBarriers(page)).toEqual([])
  await leave()
  expect(pages.complaints).toEqual([])
})
