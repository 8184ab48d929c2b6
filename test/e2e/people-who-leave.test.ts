import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
  await pages.signIn('演示管理员', 'demo-admin-2026')
  await pages.open('系统')
}, 300_000)

afterAll(() => pages.close())

const tab = (name: string) => pages.page.getByRole('tab', { name }).click()

it('an administrator registers a village’s paper signer and ends the term', async () => {
  const { page } = pages
  await tab('村签字人')
  await page.getByRole('button', { name: '登记签字人' }).click()
  await page.getByLabel('村', { exact: true }).click()
  await page.keyboard.press('Enter')
  await page.getByLabel('姓名').fill('王会计')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '登记', exact: true }).click()

  await page.getByRole('row', { name: /村报账员\s*王会计.*在任/ }).waitFor()
  await page.getByRole('button', { name: '离任', exact: true }).click()
  await page.getByLabel('最后一天').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByLabel('最后一天').waitFor({ state: 'detached' })
})

it('an account is closed by way of the handover sheet, which is saved on the way', async () => {
  const { page } = pages
  await tab('人员与授权')
  const row = page.getByRole('row', { name: /王秀英/ })
  await row.getByRole('button', { name: '停用' }).click()
  await page.getByLabel('接收人').fill('刘接手')
  await page.getByLabel('移交介质').fill('无')
  expect(await findBarriers(page)).toEqual([])

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '制作交接单' }).click()
  expect((await download).suggestedFilename()).toMatch(/^离任交接单_王秀英\.(pdf|html)$/)

  await page.getByText('第二步：离任交接单').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByLabel('原因').fill('调离')
  await page.locator('form').getByRole('button', { name: '停用' }).click()
  await page.getByRole('row', { name: /王秀英.*已停用/ }).waitFor()
  expect(pages.complaints).toEqual([])
})
