import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { samples } from '../domain/sample-sheet.ts'
import { putInForce, terms } from './a-period.ts'
import type { AnOffice } from './an-office.ts'
import { truth } from './truth.ts'

/** Every list of the folder, in the order a clerk would take them. */
const files = [
  '户籍人口花名册.xlsx',
  '2025年耕地地力保护补贴发放清册.xlsx',
  '土地确权台账.xlsx',
  '死亡人员名单.xls',
  '残疾人证名单.csv',
  '低保特困在册.xlsx',
  '财政供养人员名单.xlsx',
  '残疾人两项补贴发放名册.xlsx',
]
const monthly = { ...terms, unit: '人·月', rateYuan: '122', deathConsequence: 'stop-next-month' as const }

/** The sample lists imported unseen; farmland and both allowances of disabled people opened from their rolls and checked. */
export async function sampleTownship(office: AnOffice): Promise<void> {
  for (const name of files) await importUnseen(office, name)
  await checked(office, 'NY01', { ...terms, eligibilityDate: truth.asOf }, 2025)
  for (const [code, name] of [
    ['MZ05', '困难残疾人生活补贴'],
    ['MZ06', '重度残疾人护理补贴'],
  ] as const)
    await checked(office, code, { ...monthly, name, eligibilityDate: truth.asOf }, 2026)
  const oldAge = { ...monthly, name: '高龄津贴', eligibilityDate: truth.asOf }
  await putInForce(office, { programmeCode: 'MZ09', year: 2026 }, oldAge)
}

async function importUnseen(office: AnOffice, name: string): Promise<void> {
  const fileToken = await office.handIn(name, await readFile(resolve(samples, name)))
  const { stageId } = await runJob(office.clerk, 'list.stage', { fileToken })
  await runJob(office.clerk, 'list.commit', { stageId })
}

async function checked(
  office: AnOffice,
  programmeCode: string,
  its: typeof terms,
  fromYear: number,
): Promise<void> {
  const period = { programmeCode, year: 2026 }
  await putInForce(office, period, its)
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear })
  await runJob(office.reviewer, 'review.check', period)
}
