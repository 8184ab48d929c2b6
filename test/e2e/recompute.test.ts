import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOffice } from '../builders/an-office.ts'
import { period, posted, readyToPost, terms } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { findBarriers } from './pages-of-a-demonstration.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeAll(async () => {
  const office = await anOffice()
  await readyToPost(office, [aRollPerson(1), aRollPerson(2)])
  await posted(office)
  const { termsId } = await office.clerk.programme.enterTerms({
    ...period,
    terms: { ...terms, rateYuan: '70' },
  })
  await office.reviewer.programme.activate({ termsId })
  pages = await pagesOf(office, 'recompute')
}, 200_000)

afterAll(() => pages.close())

it('a clerk sees what a new standard changes, village by village and as a list, and takes it', async () => {
  const { page } = pages
  await pages.signIn('clerk')
  await pages.goTo('资格初审')
  await page.getByText('2 笔还是按原标准算的').waitFor()
  await page.getByRole('button', { name: '按现行标准重算…' }).click()

  const dialog = page.getByRole('dialog')
  await dialog.getByText('将重算 2 笔，现行标准 70 元／亩').waitFor()
  expect(await dialog.innerText()).toContain('要撤下重新公示')
  await pages.look('dialog')
  expect(await findBarriers(page)).toEqual([])
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '下载逐笔清单' }).click()
  expect((await download).suggestedFilename()).toBe('重算清单_2026.xlsx')

  await dialog.getByRole('button', { name: '重算这 2 笔' }).click()
  await dialog.getByText('已重算 2 笔').waitFor()
  await dialog.getByRole('button', { name: '完成' }).click()
  await page.getByText('2 笔还是按原标准算的').waitFor({ state: 'detached' })
  expect(pages.complaints).toEqual([])
})
