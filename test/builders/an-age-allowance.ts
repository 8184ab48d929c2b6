import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'
import { putInForce, terms } from './a-period.ts'
import { anAccountNo, anIdNumber } from './an-id-number.ts'
import type { AnOffice } from './an-office.ts'

/** 高龄津贴, by the month: 100 from 80, 200 from 90. */
export const agePeriod = { programmeCode: 'MZ09', year: 2026 }
export const ageTiers = [
  { name: '90 岁以上', rateYuan: '200', when: 'person.age >= 90' },
  { name: '80—89 岁', rateYuan: '100', when: 'person.age >= 80' },
]
export const ageTerms = {
  ...terms,
  ...{ name: '高龄津贴', unit: '人·月', rateYuan: '100', rateText: '80岁100元，90岁200元' },
  ...{ rateBy: 'tiers' as const, rateTiers: ageTiers },
  ...{ deathConsequence: 'stop-next-month' as const, hearing: 'before-cut' as const },
}
const onTheList = [
  { no: 1, name: '张八十', birth: '19440610' },
  { no: 2, name: '李九十', birth: '19360515' },
  { no: 3, name: '王七十', birth: '19550101' },
]
/** On no list. */
const newcomers = [
  { no: 4, name: '赵九一', birth: '19350101' },
  { no: 5, name: '钱八五', birth: '19410101' },
]

/** Five households of one, and the terms in force. */
export async function ageAllowance(office: AnOffice): Promise<void> {
  const head = ['户编号', '村', '组', '姓名', '与户主关系', '公民身份号码']
  const lines = [...onTheList, ...newcomers].map(({ no, name, birth }) => [
    ...[`H-${String(no)}`, '甘亭村', '一组', name, '户主', anIdNumber(no, { birth })],
  ])
  await office.importList({ kind: 'household-register', bytes: aWorkbook({ lines: [head, ...lines] }) })
  await putInForce(office, agePeriod, ageTerms)
}

/** Last year's list – everybody 1,200 for twelve months at 100 – rolled forward. */
export async function ageListRolled(office: AnOffice, months?: { from: number; to: number }): Promise<void> {
  await importAgeList(office)
  const span = months && { months }
  await runJob(office.clerk, 'application.roll-forward', { ...agePeriod, fromYear: 2025, ...span })
}

export async function importAgeList(office: AnOffice): Promise<void> {
  const head = ['村', '组', '姓名', '身份证号', '补贴类别', '月标准', '发放月数', '金额', '银行账号']
  const lines = onTheList.map(({ no, name, birth }) => [
    ...['甘亭村', '一组', name, anIdNumber(no, { birth }), '高龄津贴', 100, 12, 1_200, anAccountNo(no)],
  ])
  await office.importList({
    kind: 'allowance-roll',
    bytes: aWorkbook({ lines: [head, ...lines] }),
    year: 2025,
  })
}
