import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers, openDemonstrationPages, type DemonstrationPages } from './pages-of-a-demonstration.ts'

let pages: DemonstrationPages

beforeAll(async () => {
  pages = await openDemonstrationPages()
}, 300_000)

afterAll(() => pages.close())

describe('the policy list of the year', () => {
  it('shows what changed against last year, rate first, and what that touches', async () => {
    const { page } = pages
    await pages.signIn('李娟', 'demo-clerk-2026')
    await pages.open('政策清单')
    await page.getByText(/^有变化 \d+$/).click()
    const farmland = page.getByRole('row').filter({ hasText: 'NY01' })

    expect(await farmland.innerText()).toMatch(
      /67\.03元\/亩[\s\S]*66\.50元\/亩 → 67\.03元\/亩[\s\S]*申报 \d+ 笔/,
    )
    expect(await page.getByRole('row').filter({ hasText: '移出' }).innerText()).toContain('校车补助')
    await farmland.click()
    await page.getByRole('button', { name: '改', exact: true }).waitFor()
    expect(await findBarriers(page)).toEqual([])
  })

  it('takes a line by hand with a reason into a draft, in force only once a second person says so', async () => {
    const { page } = pages
    await page.getByText(/^全部 \d+$/).click()
    await page.getByRole('row').filter({ hasText: '高龄津贴' }).click()
    await page.getByRole('button', { name: '改', exact: true }).click()
    await page.getByLabel('标准数额').fill('50')
    await page.getByLabel('标准原文').fill('50元/人/月')
    await page.getByLabel('录入依据').fill('县民政局电话通知')
    await page.keyboard.press('Enter')
    await page.getByText('待启用 第 2 版').waitFor()

    expect(await page.getByText('须由没有录入过这份清单的审核或负责人核对启用').isVisible()).toBe(true)
    await page.getByText('比现行').waitFor()
    await page.getByText(/^有变化 1$/).click()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: '切换用户' }).click()
    await pages.signIn('王秀英', 'demo-reviewer-2026')
    await pages.open('政策清单')
    await page.getByRole('button', { name: '已与县里文件核对，启用' }).click()
    await page.getByText('已启用 第 2 版').waitFor()
    expect(await page.getByRole('row').filter({ hasText: '高龄津贴' }).innerText()).toContain('50元/人/月')
    await page.getByRole('tab', { name: '项目条款' }).click()
    await page.getByText('已启用 第 1 版').waitFor()
    expect(pages.complaints).toEqual([])
  })
})
