import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { applicationsOf, period, putInForce, terms } from '../builders/a-period.ts'
import { anOffice } from '../builders/an-office.ts'
import { anOpenRound } from '../builders/a-survey.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice
let householdId: string
let name: string

beforeEach(async () => {
  const office = await anOffice()
  await anOpenRound(office)
  await putInForce(office, period, terms)
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
  const [first] = await applicationsOf(office)
  const record = await office.reviewer.review.record({ applicationId: first!.applicationId })
  householdId = record.householdId!
  name = first!.name
  pages = await pagesOf(office, 'kin')
})
afterEach(() => pages.close())

test('a reviewer declares their brother’s household, is kept from it, and the approver can take it back', async () => {
  const { page } = pages
  await pages.signIn('reviewer')
  await page.evaluate((id) => {
    location.hash = `#/register/${id}?tab=kin`
  }, householdId)
  await page.getByRole('combobox', { name: '这一户是我的' }).click()
  await page.getByTitle('兄弟姐妹').click()
  await page.getByRole('button', { name: '申报并回避' }).click()
  await page.getByText('本人回避').waitFor()
  expect(await page.getByRole('button', { name: '撤销…' }).count()).toBe(0)
  await pages.look('1-declared')

  await pages.goTo('资格初审')
  await page.getByText(name).first().click()
  await page.getByText('您申报过这一户是您的近亲属').waitFor()
  await page.getByText('工作人员本人申报与这一户是近亲属').waitFor()
  await pages.look('2-review')
  await page.getByRole('link', { name: '近亲属回避' }).click()
  await page.getByText('兄弟姐妹').waitFor()
  await pages.look('3-list')

  await page.getByRole('button', { name: '切换用户' }).click()
  await pages.signIn('approver')
  await pages.goTo('资格初审')
  await page.getByRole('link', { name: '近亲属回避' }).click()
  await page.getByRole('button', { name: '撤销…' }).click()
  await page.getByLabel('撤销原因').fill('同名，不是亲属')
  await pages.look('4-withdraw')
  await page.getByRole('button', { name: '撤销申报' }).click()
  await page.getByText('撤销：同名，不是亲属').waitFor()
  expect(pages.complaints).toEqual([])
})
