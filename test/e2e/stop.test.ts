import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { ageAllowance, ageListRolled, agePeriod } from '../builders/an-age-allowance.ts'
import { anOffice } from '../builders/an-office.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeAll(async () => {
  const office = await anOffice()
  await ageAllowance(office)
  await ageListRolled(office, { from: 1, to: 12 })
  await runJob(office.reviewer, 'review.check', agePeriod)
  const { rows } = await office.clerk.review.list(agePeriod)
  await office.clerk.review.hear({
    ...{ applicationId: rows[0]!.applicationId, cut: 'stop', way: 'visit', heardOn: '2026-06-30' },
    ...{ heardName: '张八十', relation: '本人', said: '没有意见', answer: '按政策停发' },
  })
  pages = await pagesOf(office, 'stop')
}, 200_000)

afterAll(() => pages.close())

it('one person proposes a stop and sees what is owed, another confirms it, and what comes back settles it', async () => {
  const { page } = pages
  const dialog = page.getByRole('dialog')
  const section = page.getByRole('region', { name: '停发、中止' })
  await pages.signIn('clerk')
  await pages.review('高龄津贴')
  await page.getByRole('grid', { name: '申报' }).getByText('张八十').click()
  await section.getByRole('button', { name: '登记停发、中止…' }).click()
  await dialog.getByLabel('原因').click()
  await page.getByTitle('信息更正后不符合条件').click()
  await dialog.getByLabel('应停月份').click()
  await page.getByTitle('1月', { exact: true }).last().click()
  await dialog.getByLabel('实停月份').click()
  await page.getByTitle('4月', { exact: true }).last().click()
  await dialog.getByLabel('情况').fill('户籍核对，出生日期更正为 1950 年')
  await dialog.getByText('多发 3 个月，应追缴 300.00 元').waitFor()
  await pages.look('form')
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('button', { name: '登记，等第二人确认' }).click()
  await section.getByText('待第二人确认').waitFor()

  await page.getByRole('button', { name: '切换用户' }).click()
  await pages.signIn('reviewer')
  await pages.review('高龄津贴')
  await page.getByRole('link', { name: '停发与追缴' }).click()
  await page.getByText('待确认 1 笔').waitFor()
  await pages.look('list')
  expect(await findBarriers(page)).toEqual([])
  await section.getByRole('button', { name: '核实属实，确认' }).click()
  await page.getByText('应追缴 300.00 元，已追回 0.00 元，未追回 300.00 元').waitFor()
  await section.getByLabel('追回').fill('300')
  await section.getByLabel('日期').fill('2026-06-30')
  await section.getByLabel('缴款凭证').fill('非税缴款书 0012')
  await pages.look('owed')
  expect(await findBarriers(page)).toEqual([])
  await section.getByRole('button', { name: '登记到账' }).click()
  await page.getByText('已追回 300.00 元，未追回 0.00 元').waitFor()
  await pages.look('settled')
  expect(pages.complaints).toEqual([])
})
