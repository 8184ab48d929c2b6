import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOffice } from '../builders/an-office.ts'
import { sampleTownship } from '../builders/sample-township.ts'
import { truth } from '../builders/truth.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeAll(async () => {
  const office = await anOffice()
  await sampleTownship(office)
  pages = await pagesOf(office, 'review')
  await pages.signIn('reviewer')
}, 400_000)

afterAll(() => pages.close())

it('all programmes of the year are checked at a click, and it says how many have something to handle', async () => {
  const { page } = pages
  await page.getByRole('navigation').getByRole('link', { name: '资格初审' }).click()
  await page.getByRole('button', { name: '其他检查' }).click()
  await page.getByRole('menuitem', { name: '检查本年全部项目' }).click()
  await page.getByText(/3 个项目查完，3 个有疑点/).waitFor()
  await page.getByText('下面的疑点可能已经不准').waitFor({ state: 'detached' })
  await pages.look('year')
})

it('another programme is chosen in the title, with its own columns and findings', async () => {
  const { page } = pages
  await page.getByRole('navigation').getByRole('link', { name: '资格初审' }).click()
  await page.getByRole('grid', { name: '申报' }).getByText('待初审').first().waitFor()
  await pages.look('farmland')

  await page.getByRole('combobox', { name: '补贴项目' }).click()
  await page.getByTitle('困难残疾人生活补贴').click()
  await page.getByRole('columnheader', { name: '标准（元）' }).waitFor()
  await page.getByRole('grid', { name: '申报' }).getByText('互斥项目同享').first().click()

  const finding = page.locator('.finding').first()
  await finding.getByText('互斥项目同享（拦截）').waitFor()
  expect(await finding.textContent()).toContain('特困人员不再享受困难残疾人生活补贴（国发〔2015〕52号）')
  expect(await finding.textContent()).toContain('低保特困在册.xlsx')
  await pages.look('shut-out')
  expect(await findBarriers(page)).toEqual([])
})

it('every check is explained, also those that are not run yet', async () => {
  const { page } = pages
  await page.getByRole('button', { name: '检查说明' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('投诉登记做好后才能查，现在不查').waitFor()
  await page.waitForTimeout(400)
  await pages.look('checks')

  expect(await drawer.locator('tbody tr').count()).toBe(28)
  await page.keyboard.press('Escape')
})

it('who may be entitled and has not applied stands in a list of its own', async () => {
  const { page } = pages
  await page.getByRole('link', { name: '应享未享' }).click()
  await page.getByText(`高龄津贴 ${truth.over80Living.length.toLocaleString('en')}`).click()
  await page.getByText('可能符合，待核：年满 80 周岁').first().waitFor()
  await pages.look('missed')
  await page.getByText(/^重度残疾人护理补贴 \d+$/).click()
  await page.getByText('可能符合，待核：持有一、二级残疾人证').first().waitFor()

  expect(await page.getByText('可能符合，待核：只按登记和名单推算，不作决定').count()).toBe(1)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('link', { name: '返回初审' }).click()
  await page.getByText('户、村、镇合计一致').waitFor()
  expect(pages.complaints).toEqual([])
})

it('the same programme is chosen for its notices and its package', async () => {
  const { page } = pages
  await page.getByRole('navigation').getByRole('link', { name: '公示' }).click()
  // the page before has the same choice, and is there until this one has come
  await page.getByRole('heading', { name: /^公示/ }).waitFor()
  await page.getByRole('combobox', { name: '补贴项目' }).click()
  await page.getByTitle('困难残疾人生活补贴').click()
  await page.waitForURL(/programme=MZ05/)
  await page.waitForLoadState('networkidle')
  await pages.look('notices')
  expect(await findBarriers(page)).toEqual([])

  await page.getByRole('navigation').getByRole('link', { name: '报送' }).click()
  await page.getByRole('heading', { name: /待报送/ }).waitFor()
  await pages.look('packages')
  expect(pages.complaints).toEqual([])
})
