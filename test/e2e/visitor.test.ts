import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

const shots = process.env['ONECARD_SHOTS']
let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
  await pages.signIn('李娟', 'demo-clerk-2026')
}, 300_000)

afterAll(() => pages.close())

/** What the page looks like, where somebody wants to look at it. */
async function look(name: string): Promise<void> {
  if (shots !== undefined) await pages.page.screenshot({ path: `${shots}/visitor-${name}.png` })
}

it('a person who comes is found and received by keys alone', async () => {
  const { page } = pages
  await pages.open('资格初审')
  const returned = page.getByRole('row').filter({ hasText: '名单人员已死亡' }).first()
  const name = await returned.getByRole('gridcell').nth(1).innerText()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.getByRole('list', { name: '查找结果' }).getByRole('listitem').first().waitFor()
  await look('search')
  expect(await findBarriers(page)).toEqual([])

  await page.keyboard.press('Control+Enter')
  await page.getByText(/^来访：/).waitFor()

  expect(page.url()).toContain('#/register/visitor/')
  await look('screen')
  expect(await page.locator('main').innerText()).not.toMatch(/\d{17}[\dX]/)
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

it('both sheets are printed from the page, for somebody else only with their papers', async () => {
  const { page } = pages
  const [slip, notice] = ['打印查询单', '打印一次性告知单'].map((name) => page.getByRole('button', { name }))
  await page.getByText('代办人来').click()
  expect(await slip!.isDisabled()).toBe(true)
  await page.getByLabel('代办人姓名').fill('张强')
  await page.getByLabel('与本人关系').fill('儿子')
  await page.getByLabel('看过的证件、委托书').fill('委托书和双方身份证')

  const first = page.waitForEvent('download')
  await slip!.click()
  expect((await first).suggestedFilename()).toMatch(/^查询单_DC\d{6}-[0-9A-F]{6}\.pdf$/)
  await page.getByLabel('电话号码').check()
  await page.getByLabel('其他说明').fill('周三下午负责人在')
  await look('filled')
  const second = page.waitForEvent('download')
  await notice!.click()
  expect((await second).suggestedFilename()).toMatch(/^一次性告知单_DC.*\.pdf$/)
  if (shots !== undefined) {
    await (await first).saveAs(`${shots}/slip.pdf`)
    await (await second).saveAs(`${shots}/notice.pdf`)
  }
  expect(await findBarriers(page)).toEqual([])
})

it('the name on the household page leads to the same screen', async () => {
  const { page } = pages
  await page.getByRole('link', { name: /户（户主/ }).click()
  await page.getByRole('tab', { name: /^收款账户/ }).waitFor()
  await page.getByTitle('来访一屏').first().click()
  await page.getByText(/^来访：/).waitFor()
  expect(pages.complaints).toEqual([])
})
