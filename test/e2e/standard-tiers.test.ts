import { afterAll, beforeAll, expect, it } from 'vitest'
import { ageAllowance, importAgeList } from '../builders/an-age-allowance.ts'
import { anAccountNo } from '../builders/an-id-number.ts'
import { anOffice } from '../builders/an-office.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeAll(async () => {
  const office = await anOffice()
  await ageAllowance(office)
  await importAgeList(office)
  for (const [at, text] of ['赵九一', '钱八五'].entries()) {
    const { hits } = await office.clerk.register.search({ text })
    await office.clerk.register.addAccount({
      ...{ personId: hits[0]!.personId, reason: '本人来办' },
      values: { accountNo: anAccountNo(70 + at), bankName: '农商行' },
    })
  }
  pages = await pagesOf(office, 'tiers')
}, 200_000)

afterAll(() => pages.close())

it('tiers are read in plain words, and another version of them is entered beside each other', async () => {
  const { page } = pages
  await pages.signIn('clerk')
  await pages.goTo('政策清单')
  await page.getByRole('tab', { name: '项目条款' }).click()
  await page.getByText('高龄津贴').first().click()
  await page.getByText('90 岁以上 200 元／人·月').waitFor()
  await pages.look('terms')
  await page.getByRole('button', { name: '录入新的一版' }).click()
  await page.getByLabel('第 1 档标准').fill('210')
  await page.getByRole('button', { name: '加一档' }).click()
  await page.getByLabel('第 3 档名').fill('其他')
  await page.getByLabel('第 3 档标准').fill('50')
  await pages.look('form')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '保存，等第二人启用' }).click()
  await page.getByText('90 岁以上 210 元／人·月').waitFor()
  expect(pages.complaints).toEqual([])
})

it('a list is rolled forward month by month, and each record says how its amount came about', async () => {
  const { page } = pages
  await pages.review('高龄津贴')
  await page.getByLabel('从哪一年的清册').fill('2025')
  await page.getByText('发放月份').waitFor()
  await pages.look('roll-forward')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '滚入申报' }).click()
  await page.getByRole('grid', { name: '申报' }).getByText('李九十').click()
  await page.getByText('1—5月 80—89 岁 100 × 5 ＝ 500.00 元').waitFor()
  await page.getByText('6—12月 90 岁以上 200 × 7 ＝ 1,400.00 元').waitFor()
  await pages.look('record')
})

it('somebody on no list applies: what it comes to is said before it is opened', async () => {
  const { page } = pages
  await page.getByRole('button', { name: '新增申报…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('享受人').fill('赵九一')
  await page.getByTitle(/^赵九一（/).click()
  await dialog.getByLabel('收款账户').click()
  await page.getByTitle(/^赵九一 …/).click()
  await dialog.getByLabel('受理日期').fill('2026-03-10')
  await dialog.getByText('1,800.00').waitFor()
  await dialog.getByLabel('补发自几月').click()
  await page.getByTitle('2月', { exact: true }).last().click()
  await dialog.getByLabel('补发原因').click()
  await page.getByTitle('未及时登记').click()
  await dialog.getByText('2,200.00').waitFor()
  await dialog.getByLabel('依据').fill('本人申请，已看证件')
  await pages.look('open')
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '新增申报', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('grid', { name: '申报' }).getByText('赵九一').click()
  await page.getByText('新增申报，2026-03-10 受理：本人申请，已看证件；补发自 2 月（未及时登记）').waitFor()
  await pages.look('opened')
  expect(pages.complaints).toEqual([])
})

it('who may be entitled and has not applied is asked, and applies from that very list', async () => {
  const { page } = pages
  await page.getByRole('link', { name: '应享未享' }).click()
  await page.getByRole('grid', { name: '应享未享' }).getByText('钱八五').click()
  await page.getByRole('button', { name: '新增申报…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^钱八五（甘亭村1组/).waitFor()
  await dialog.getByLabel('收款账户').click()
  await page.getByTitle(/^钱八五 …/).click()
  await dialog.getByLabel('受理日期').fill('2026-03-10')
  await dialog.getByText('900.00').waitFor()
  await dialog.getByLabel('依据').fill('上门核实')
  await pages.look('missed')
  await dialog.getByRole('button', { name: '新增申报', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('grid', { name: '应享未享' }).getByText('钱八五').waitFor({ state: 'detached' })
  expect(pages.complaints).toEqual([])
})
