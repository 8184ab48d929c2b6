import { afterAll, beforeAll, expect, it } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice } from '../builders/an-office.ts'
import { period, termsInForce } from '../builders/a-period.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeAll(async () => {
  const office = await anOffice()
  await termsInForce(office)
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([aRollPerson(1)]), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  const others = aRollSheet([aRollPerson(2), aRollPerson(3)])
  await office.importList({ kind: 'farmland-roll', bytes: others, year: 2025, name: '补充.xlsx' })
  pages = await pagesOf(office, 'dropped')
}, 200_000)

afterAll(() => pages.close())

it('who was paid last time and has no application is listed, and why is written down', async () => {
  const { page } = pages
  await pages.signIn('clerk')
  await pages.goTo('资格初审')
  await page.getByRole('link', { name: '上次有、今年没有' }).click()
  await page.getByText('2 行还没有写明原因').waitFor()
  await page.getByRole('grid', { name: '上次有、今年没有' }).getByText(aRollPerson(3).name).click()
  await page.getByLabel('原因').click()
  await page.getByTitle('自愿放弃').click()
  await page.getByLabel('情况').fill('本人书面放弃，见申请')
  await pages.look('list')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '写明原因' }).click()
  await page.getByText('1 行还没有写明原因').waitFor()
  await page.getByText('自愿放弃：本人书面放弃，见申请').first().waitFor()
  expect(pages.complaints).toEqual([])
})
