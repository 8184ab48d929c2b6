import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
}, 300_000)

afterAll(() => pages.close())

it('a sample is asked for by the terms, drawn and drawn again, and looked at by who had no hand in it', async () => {
  const { page } = pages
  await pages.signIn('李娟', 'demo-clerk-2026')
  await pages.open('政策清单')
  await page.getByRole('tab', { name: '项目条款' }).click()
  await page.getByRole('button', { name: '录入新的一版' }).click()
  await page.getByLabel('抽查比例').fill('5')
  await page.getByLabel('每村至少').fill('1')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '保存，等第二人启用' }).click()
  await page.getByText('每村抽 5%，每村至少 1 笔（全部记录）').first().waitFor()

  await page.getByRole('button', { name: '切换用户' }).click()
  await pages.signIn('王秀英', 'demo-reviewer-2026')
  await pages.open('政策清单')
  await page.getByRole('tab', { name: '项目条款' }).click()
  await page.getByRole('button', { name: '已与文件核对，启用' }).click()
  await page.getByText('已启用 第 2 版').waitFor()
  await pages.open('资格初审')
  await page.getByRole('button', { name: '重新检查' }).click()
  await page.getByRole('button', { name: '无疑点的全部通过' }).click({ timeout: 60_000 })
  await page.getByText(/已通过 \d+ 笔/).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: '抽查复核' }).click()
  await page.getByText(/笔已通过、还没有抽过/).waitFor()
  await page.getByRole('button', { name: '抽取', exact: true }).click()
  await page.getByText(/^抽中 \d+ 笔，还有/).waitFor()
  expect(await page.getByText('您经手过这一笔，须由别人复核').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: /抽取记录/ }).click()
  await page.getByRole('button', { name: '复算' }).first().click()
  await page.getByText('复算一致').first().waitFor()
  expect(await findBarriers(page)).toEqual([])

  await page.getByRole('button', { name: '切换用户' }).click()
  await pages.signIn('张建军', 'demo-approver-2026')
  await pages.open('资格初审')
  await page.getByRole('link', { name: '抽查复核' }).click()
  await page.getByRole('row').filter({ hasText: '待复核' }).first().dblclick()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('与申报一致').click()
  await drawer.getByLabel('复核日期').fill('2026-07-01')
  await drawer.getByLabel('看到什么').fill('入户看过，面积与申报一致')
  const chooser = page.waitForEvent('filechooser')
  await drawer.getByRole('button', { name: /选择文件|选择图片|选文件/ }).click()
  await (await chooser).setFiles(photo)
  await drawer.getByText(/张贴照片/).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await drawer.getByRole('button', { name: '登记复核结果' }).click()
  await page.getByRole('row').filter({ hasText: '入户看过，面积与申报一致' }).waitFor()
  expect(pages.complaints).toEqual([])
})
