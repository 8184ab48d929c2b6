import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPhoto, posted, readyToPost } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { aPerson, anOffice } from '../builders/an-office.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

let pages: PagesOfAnOffice

beforeEach(async () => {
  const office = await anOffice()
  await readyToPost(office, [aRollPerson(1), aRollPerson(2), aRollPerson(3)])
  const { publicityId } = await posted(office)
  await addPhoto(office, publicityId)
  await office.administrator.user.create(aPerson('second', 'clerk'))
  await office.administrator.user.create(aPerson('complaints', 'complaints-officer'))
  pages = await pagesOf(office, 'objection')
})
afterEach(() => pages.close())

test('an objection by phone: taken down, looked into by two others, answered, and the line goes on', async () => {
  const { page } = pages
  const become = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: '切换用户' }).click()
    await pages.signIn(name)
    await pages.goTo('公示')
  }
  await pages.signIn('clerk')
  await pages.goTo('公示')
  await page.getByRole('button', { name: '登记异议…' }).click()
  await page.getByLabel('公示序号').fill('2')
  await page.getByLabel('异议人').fill('赵六')
  await page.getByLabel('联系电话').fill('13800000000')
  await page.getByRole('checkbox', { name: /身份保密/ }).check()
  await page.getByLabel('异议内容').fill('他家那块地去年就转给别人种了')
  await pages.look('1-record')
  await page.getByRole('button', { name: '登记异议', exact: true }).click()
  await page.getByText('待核查').waitFor()
  await page.getByText('须回避').waitFor()
  await pages.look('2-taken-down')

  await become('second')
  await page.getByText('异议人身份保密').waitFor()
  await page.getByRole('button', { name: '登记核查…' }).click()
  await page.getByLabel('核查人一').fill('李监督')
  await page.getByLabel('核查人二').fill('王主任')
  await page.getByLabel('异议不成立，这一行照常公示').check()
  await page.getByLabel('核查情况').fill('实地看过，地仍由本户耕种，邻居两户作证。')
  await pages.look('3-inquiry')
  await page.getByRole('button', { name: '登记核查', exact: true }).click()
  await page.getByText('待签批').waitFor()

  await become('approver')
  await page.getByRole('button', { name: '签批答复…' }).click()
  await page.getByRole('textbox', { name: '答复' }).fill('经两人实地核查，地由本户耕种，异议不成立。')
  await pages.look('4-answer')
  await page.getByRole('button', { name: '签批答复', exact: true }).click()
  await page.getByText('答复：经两人实地核查').waitFor()
  await pages.look('5-answered')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '打印答复书' }).click()
  await pages.keep(await coming, 'answer.pdf')

  await become('clerk')
  await page.getByRole('button', { name: '办结' }).click()
  const statement = page.waitForEvent('download')
  await page.getByRole('button', { name: '打印公示情况说明' }).click()
  await pages.keep(await statement, 'statement.pdf')
  await page.getByText('公示期满，异议不成立').waitFor()
  await pages.look('6-concluded')

  await become('complaints')
  await page.getByText('赵六 13800000000（受保护）').waitFor()
  await pages.look('7-complaints-officer')
  expect(pages.complaints).toEqual([])
})
