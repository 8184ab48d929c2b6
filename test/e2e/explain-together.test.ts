import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
}, 300_000)

afterAll(() => pages.close())

it('findings of one cause are explained with one text, by keyboard, and pass', async () => {
  const { page } = pages
  await pages.signIn('李娟', 'demo-clerk-2026')
  await openPayroll()
  for (const place of [1, 2, 3]) {
    await page.getByRole('row').nth(place).click()
    await page.getByLabel('补正依据').fill('已向本人核实')
    await page.getByRole('button', { name: '照原数重新送审' }).click()
    await page.getByRole('row').nth(place).filter({ hasText: '待初审' }).waitFor()
  }

  await page.getByRole('button', { name: '切换用户' }).click()
  await pages.signIn('王秀英', 'demo-reviewer-2026')
  await openPayroll()
  await page.getByRole('button', { name: '同因的一起说明…' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(/已选 3 条，共 3 条/).waitFor()
  expect(await drawer.innerText()).not.toMatch(/\d{17}[\dX]/)
  await drawer.getByRole('list', { name: '同因疑点' }).getByRole('checkbox').last().focus()
  await page.keyboard.press('Space')
  await drawer.getByText(/已选 2 条/).waitFor()
  await drawer.getByLabel('说明', { exact: true }).fill('均为退休教师，按政策可以享受，见教育局证明')
  await page.waitForTimeout(500)
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await drawer.waitFor({ state: 'hidden' })
  await page
    .getByText(/^已说明：均为退休教师/)
    .first()
    .waitFor()
  expect(await page.getByRole('row').filter({ hasText: '初审通过' }).count()).toBe(2)
  expect(pages.complaints).toEqual([])
})

async function openPayroll(): Promise<void> {
  const { page } = pages
  await pages.open('资格初审')
  await page.getByLabel('疑点', { exact: true }).click()
  await page.getByTitle(/^财政供养人员 \d+$/).click()
  await page.getByText('财政供养人员（须说明）').first().waitFor()
}
