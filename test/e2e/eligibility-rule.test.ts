import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
}, 300_000)

afterAll(() => pages.close())

describe('an eligibility rule', () => {
  it('is put together without a line of code, said in plain words, and tried out on real people', async () => {
    const { page } = pages
    await pages.signIn('李娟', 'demo-clerk-2026')
    await pages.open('政策清单')
    await page.getByRole('tab', { name: '项目条款' }).click()
    await page.getByRole('button', { name: '录入新的一版' }).click()
    await page.getByRole('button', { name: '加资格规则' }).click()
    await page.getByLabel('第 1 个条件的值').fill('60')
    await page.getByRole('button', { name: '加一个条件' }).click()
    await page.getByLabel('第 2 个条件的事实').fill('财政')
    await page.keyboard.press('Enter')
    await page.getByLabel('第 2 个条件要不要是').click()
    await page.getByTitle('不能是').click()
    await page.getByText('要：年龄不小于 60 周岁，并且不是财政供养人员').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: '拿实际的户试算' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText(/今年的申报：符合/).waitFor()
    await drawer.getByRole('row').nth(3).waitFor()
    await page.waitForTimeout(500)
    expect(await drawer.innerText()).not.toMatch(/\d{17}[\dX]/)
    expect(await findBarriers(page)).toEqual([])
    await drawer.getByRole('button', { name: '关闭' }).click()
    await drawer.waitFor({ state: 'hidden' })
  })

  it('typed wrongly is told where, at once', async () => {
    const { page } = pages
    await page.getByText('文字', { exact: true }).click()
    await page.getByLabel('资格规则文字').fill('person.age >= 60 && person.wage < 3000')
    await page.getByText('第 1 行第 21 个字：不认得“person.wage”，事实字典里没有').waitFor()
    expect(await page.getByRole('button', { name: '拿实际的户试算' }).isVisible()).toBe(false)
    expect(pages.complaints).toEqual([])
  })

  it('is explained on the record it was applied to, condition by condition', async () => {
    const { page } = pages
    await page.getByLabel('资格规则文字').fill('person.age >= 60')
    await page.getByText('要：年龄不小于 60 周岁').waitFor()
    await page.getByRole('button', { name: '保存，等第二人启用' }).click()
    await page.getByRole('button', { name: '切换用户' }).click()
    await pages.signIn('王秀英', 'demo-reviewer-2026')
    await pages.open('政策清单')
    await page.getByRole('tab', { name: '项目条款' }).click()
    await page.getByRole('button', { name: '已与文件核对，启用' }).click()
    await page.getByText('已启用 第 2 版').waitFor()
    await pages.open('资格初审')
    await page.getByRole('button', { name: '重新检查' }).click()
    await page
      .getByLabel('资格判定')
      .getByText(/按规则(符合|不符合)/)
      .waitFor({ timeout: 60_000 })
    expect(await page.getByLabel('资格判定').innerText()).toMatch(/年龄不小于 60 周岁（年龄 \d+ 周岁）/)
    expect(pages.complaints).toEqual([])
  })
})
