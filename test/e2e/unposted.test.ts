import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice } from '../builders/an-office.ts'
import { aRecipient, putInForce, settings, terms } from '../builders/a-period.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'
import { pagesOf, type PagesOfAnOffice } from './pages-of-an-office.ts'

const programme = '事实无人抚养儿童基本生活补贴'
const period = { programmeCode: 'MZ08', year: 2026 }
let pages: PagesOfAnOffice

beforeEach(async () => {
  const office = await anOffice()
  await putInForce(office, period, {
    ...terms,
    ...{ name: programme, unit: '人·月', rateYuan: '1200', rateText: '1200元/人·月' },
    ...{ publicity: { ...terms.publicity, posted: false }, deathConsequence: 'stop-next-month' },
  })
  await office.clerk.setting.save({ values: settings })
  const head = ['村', '组', '姓名', '身份证号', '补贴类别', '月标准', '发放月数', '金额', '银行账号']
  const line = ['甘亭村', '一组', '张小明', anIdNumber(31), programme, 1200, 6, 7200, anAccountNo(31)]
  await office.importList({ kind: 'allowance-roll', bytes: aWorkbook({ lines: [head, line] }), year: 2026 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2026 })
  await runJob(office.reviewer, 'review.check', period)
  for (const { applicationId, version } of (await office.reviewer.review.list(period)).rows)
    await office.reviewer.review.decide({ applicationId, version, decision: 'approve', reason: '证明齐全' })
  await aRecipient(office)
  pages = await pagesOf(office, 'unposted')
})
afterEach(() => pages.close())

test('a clerk is told that children’s lists never hang, states the survey, and packs them without a notice', async () => {
  const { page } = pages
  await pages.signIn('clerk')
  const choose = async (): Promise<void> => {
    await page.getByRole('combobox', { name: '补贴项目' }).click()
    await page.getByTitle(programme).click()
  }
  await pages.goTo('公示')
  await choose()
  await page.getByText('本项目按政策条款不公示、不张榜。').waitFor()
  expect(await page.getByRole('button', { name: /冻结/ }).count()).toBe(0)
  await page.getByLabel('村里怎样核实的').fill('逐户走访，监护人签字齐全。')
  await pages.look('1-publicity')
  await page.getByRole('button', { name: '登记核实说明' }).click()
  await page.getByText('clerk同志 登记：').waitFor()
  await page.getByText('可报送').waitFor()
  expect(await page.getByText('可冻结').count()).toBe(0)

  await pages.goTo('报送')
  await choose()
  await page.getByText('本项目不公示，初审通过').waitFor()
  await page.getByRole('button', { name: '生成报送包' }).click()
  await page.getByText('本项目不公示，各村之和与合计一致').waitFor()
  await pages.look('2-package')
  expect(await page.getByRole('cell', { name: '不公示' }).count()).toBeGreaterThan(0)
  expect(pages.complaints).toEqual([])
})
