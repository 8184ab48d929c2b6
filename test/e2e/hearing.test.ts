import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice } from '../builders/an-office.ts'
import { period, putInForce, settings, terms } from '../builders/a-period.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeAll(async () => {
  const office = await anOffice()
  await putInForce(office, period, { ...terms, hearing: 'before-cut' })
  await office.clerk.setting.save({ values: { ...settings, acceptedBy: '甘亭镇财政所' } })
  const people = [aRollPerson(1), aRollPerson(2)]
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
  pages = await pagesOf(office, 'hearing')
}, 200_000)

afterAll(() => pages.close())

const dialog = () => pages.page.getByRole('dialog')
const section = () => pages.page.getByRole('region', { name: '听取意见' })

it('a stop waits until the household was heard, and both papers are printed on the way', async () => {
  const { page } = pages
  await pages.signIn('reviewer')
  await pages.goTo('资格初审')
  await page.getByRole('grid', { name: '申报' }).getByText('待初审').first().click()
  await section().getByText('要不通过（停发）的，先听取意见').waitFor()
  await page.getByLabel('核实意见或退回原因').fill('土地已流转')
  await page.getByRole('button', { name: '不通过 N' }).click()
  await page.getByText('还没有听取本人意见').waitFor()
  await pages.look('refused')

  await section().getByRole('button', { name: '打印告知书…' }).click()
  await dialog().getByLabel('原因').fill('土地已全部流转给合作社，补贴归实际种地的人')
  await dialog().getByLabel('从何时起').fill('2027-01-01')
  await dialog().getByLabel('意见截止').fill('2026-12-31')
  expect(await findBarriers(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog().getByRole('button', { name: '打印', exact: true }).click()
  const paper = await download
  expect(paper.suggestedFilename()).toMatch(/^拟停发告知书_DC.*\.pdf$/)
  await pages.keep(paper, 'before.pdf')

  await dialog().waitFor({ state: 'hidden' })
  await section().getByRole('button', { name: '登记听取意见…' }).click()
  await dialog().getByLabel('方式').click()
  await page.getByTitle('找不到本人').click()
  await dialog().getByLabel('第 1 次日期').fill('2026-06-28')
  await dialog().getByLabel('第 1 次怎么找').fill('入户无人')
  await dialog().getByLabel('第 2 次日期').fill('2026-06-28')
  await dialog().getByLabel('第 2 次怎么找').fill('电话不通')
  await dialog().getByLabel('日期', { exact: true }).fill('2026-06-30')
  await dialog().getByRole('button', { name: '登记', exact: true }).click()
  await dialog().getByText('至少写两个不同日子').waitFor()
  await pages.look('not-reached')
  await dialog().getByLabel('第 2 次日期').fill('2026-06-29')
  await dialog().getByRole('button', { name: '登记', exact: true }).click()
  await section().getByText('只有您自己登记过').waitFor()
  await section().getByRole('button', { name: '登记听取意见…' }).click()
  await dialog().getByLabel('日期').fill('2026-06-30')
  await dialog().getByLabel('意见', { exact: true }).fill('没有意见，地是流转出去了')
  await dialog().getByLabel('答复').fill('按流转合同，补贴归合作社')
  await pages.look('form')
  expect(await findBarriers(page)).toEqual([])
  await dialog().getByRole('button', { name: '登记', exact: true }).click()
  await section().getByText('不通过就是停发，已听取意见').waitFor()
  await pages.look('heard')

  await page.getByRole('button', { name: '不通过 N' }).click()
  await page.getByRole('grid', { name: '申报' }).getByText('初审不通过').waitFor()
  expect(pages.complaints).toEqual([])
})
