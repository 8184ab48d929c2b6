import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
}, 300_000)

afterAll(() => pages.close())

const steps = ['工作台', '政策清单', '数据导入', '人口与账户', '资格初审', '公示', '报送', '系统']

describe('the pages on a township’s screen', () => {
  it('let a person sign in without barriers', async () => {
    expect(await findBarriers(pages.page)).toEqual([])

    await pages.signIn('李娟', 'demo-clerk-2026')

    expect(await pages.page.getByText('演示数据 ·').isVisible()).toBe(true)
  })

  it.each(steps)('show %s without barriers, scrolling sideways, or errors', async (step) => {
    await pages.open(step)
    await pages.page.locator('main h2').first().waitFor()

    expect(await findBarriers(pages.page)).toEqual([])
    expect(await pages.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    expect(pages.complaints).toEqual([])
  })

  it('find a person and open the household by keys alone', async () => {
    const { page } = pages

    await page.keyboard.press('Control+k')
    await page.keyboard.type('wjg')
    await page.getByRole('list', { name: '查找结果' }).getByRole('listitem').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: /^收款账户/ }).waitFor()

    expect(page.url()).toContain('#/register/')
    expect(await page.locator('main').innerText()).not.toMatch(/\d{17}[\dX]/)
    expect(await findBarriers(page)).toEqual([])
  })

  it('cover everything when locked, and go on where they were', async () => {
    const { page } = pages
    const before = page.url()

    await page.keyboard.press('Control+l')
    await page.getByRole('heading', { name: '已锁定' }).waitFor()
    expect(await page.getByRole('tab', { name: /^收款账户/ }).isVisible()).toBe(false)
    expect(await findBarriers(page)).toEqual([])

    await page.getByLabel('密码', { exact: true }).fill('demo-clerk-2026')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: /^收款账户/ }).waitFor()
    expect(page.url()).toBe(before)
  })

  it('leave nothing of one person to the next, and ask nothing the next may not', async () => {
    const { page } = pages

    await page.getByRole('button', { name: '切换用户' }).click()
    await pages.signIn('演示管理员', 'demo-admin-2026')
    await pages.open('系统')
    await page.getByRole('tab', { name: '操作留痕' }).click()
    await page.getByRole('row').nth(1).waitFor()

    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['工作台', '系统'])
    expect(await page.getByRole('grid').innerText()).not.toContain('越权被拒')
    expect(await findBarriers(page)).toEqual([])
  })
})
