import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
}, 300_000)

afterAll(() => pages.close())

it('a hit that is not true is said so by one person with evidence and confirmed by another, and the record can pass', async () => {
  const { page } = pages
  await pages.signIn('李娟', 'demo-clerk-2026')
  await openTheDead()
  await page.getByRole('button', { name: '核实不属实…' }).click()
  await page.getByLabel('核实情况').fill('名单上是同号的另一个人，见户口本')
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /选择文件|选择图片|选文件/ })
    .first()
    .click()
  await (await chooser).setFiles(photo)
  await page.getByText(/张贴照片/).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '登记，等第二人确认' }).click()
  await page.getByText('待第二人确认').waitFor()

  await page.getByRole('button', { name: '切换用户' }).click()
  await pages.signIn('王秀英', 'demo-reviewer-2026')
  await openTheDead()
  await page.getByRole('button', { name: '证据属实，确认' }).click()
  await page.getByText('已核实不属实').first().waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(pages.complaints).toEqual([])
})

async function openTheDead(): Promise<void> {
  const { page } = pages
  await pages.open('资格初审')
  await page.getByRole('row').filter({ hasText: '名单人员已死亡' }).first().click()
  await page.getByText('名单人员已死亡（拦截）').waitFor()
}
