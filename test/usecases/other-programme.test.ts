import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { openPackageOf } from '../../src-main/package-file/open-package.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import {
  addPhoto,
  aRecipient,
  post,
  putInForce,
  released,
  settings,
  terms,
  versionOf,
} from '../builders/a-period.ts'
import { gantingCode } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

/** 困难残疾人生活补贴: one person for a month, another for six. */
const period = { programmeCode: 'MZ05', year: 2026 }
const people = [
  { name: '张小明', idNumber: anIdNumber(31), accountNo: anAccountNo(31), months: 1, yuan: 122 },
  { name: '李大海', idNumber: anIdNumber(32), accountNo: anAccountNo(32), months: 6, yuan: 732 },
]
const itsTerms = {
  ...terms,
  ...{ name: '困难残疾人生活补贴', unit: '人·月', rateYuan: '122', rateText: '122元/人·月' },
  publicity: { ...terms.publicity, nameStyle: 'surname-only' as const },
  deathConsequence: 'stop-next-month' as const,
}
let office: AnOffice

beforeEach(async () => {
  office = await anOffice()
  await putInForce(office, period, itsTerms)
  await office.clerk.setting.save({ values: settings })
  const head = ['村', '组', '姓名', '身份证号', '补贴类别', '月标准', '发放月数', '金额', '银行账号']
  const lines = people.map(({ name, idNumber, accountNo, months, yuan }) => [
    ...['甘亭村', '一组', name, idNumber, '困难残疾人生活补贴', 122, months, yuan, accountNo],
  ])
  await office.importList({
    kind: 'allowance-roll',
    bytes: aWorkbook({ lines: [head, ...lines] }),
    year: 2026,
  })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2026 })
  await runJob(office.reviewer, 'review.check', period)
  for (const row of (await office.reviewer.review.list(period)).rows) {
    const decision = { applicationId: row.applicationId, version: row.version, decision: 'approve' } as const
    await office.reviewer.review.decide({ ...decision, reason: '证件在有效期内' })
  }
  const statement = { statedOn: '2026-07-01', statement: '逐户核实，签字齐全。', fileToken: null }
  await office.clerk.verification.record({ ...period, villageCode: gantingCode, ...statement })
})
afterEach(() => office.remove())

test('a monthly allowance is posted by surname with its months, concluded, and leaves with its own quantity', async () => {
  const { publicityIds } = await runJob(office.clerk, 'publicity.freeze', { ...period, villageCodes: null })
  const [publicityId = ''] = publicityIds
  const { html } = await office.clerk.publicity.document({ publicityId })
  const text = html
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  expect(text).toContain('享受人')
  expect(text).toContain('1 1组 张某某 122 122.00')
  expect(text).toContain('2 1组 李某某 122 732.00 6个月')
  expect(text).toContain('854.00')
  expect(text).not.toContain('面积')
  for (const { name, idNumber } of people)
    for (const secret of [name, idNumber]) expect(html).not.toContain(secret)

  await runJob(office.clerk, 'publicity.print', { publicityIds })
  await post(office, publicityId)
  await addPhoto(office, publicityId)
  office.clock.move(8 * 24 * 60)
  await office.clerk.publicity.conclude({ publicityId, version: await versionOf(office, publicityId) })
  const recipient = await aRecipient(office)
  const { packageId } = await runJob(office.clerk, 'package.build', {
    ...period,
    recipientId: recipient.recipientId,
  })
  const { file } = await released(office, packageId)

  const bytes = await readFile((await office.core.files.take(file.token)).path)
  const at = office.clock.now().toISOString()
  const opened = await openPackageOf(['applications'], bytes, {
    identity: recipient.identity,
    knownKeys: 'none',
    at,
  })
  expect(
    opened.records.map(({ figures, amountFen, rateYuan }) => ({ ...figures.reviewed, amountFen, rateYuan })),
  ).toEqual([
    { quantityCenti: 100, amountFen: 12_200, rateYuan: '122' },
    { quantityCenti: 600, amountFen: 73_200, rateYuan: '122' },
  ])
  expect(opened.header.totalFen).toBe(85_400)
})

test('a programme that protects children is never put on a wall, whatever is typed', async () => {
  const of = { programmeCode: 'MZ08', year: 2026 }
  const enter = (posted: boolean) =>
    office.clerk.programme.enterTerms({
      ...of,
      terms: {
        ...itsTerms,
        name: '事实无人抚养儿童基本生活补贴',
        publicity: { ...itsTerms.publicity, posted },
      },
    })
  expect(await refusalOf(enter(true))).toBe('publicity.must-not-be-posted')
  expect(await refusalOf(enter(false))).toBe('not refused')
})

test('what is never posted leaves once it is approved and its gates are through, and comes back by cancelling', async () => {
  const of = { programmeCode: 'MZ08', year: 2026 }
  const recipient = await aRecipient(office)
  const build = () =>
    runJob(office.clerk, 'package.build', { ...of, recipientId: recipient.recipientId, villageCodes: null })
  await putInForce(office, of, {
    ...itsTerms,
    ...{ name: '事实无人抚养儿童基本生活补贴', rateYuan: '1200', rateText: '1200元/人·月' },
    publicity: { ...itsTerms.publicity, posted: false },
  })
  const head = ['村', '组', '姓名', '身份证号', '补贴类别', '月标准', '发放月数', '金额', '银行账号']
  const lines = people.map(({ name, idNumber, accountNo, months }) => [
    ...['甘亭村', '一组', name, idNumber, '事实无人抚养儿童基本生活补贴'],
    ...[1200, months, 1200 * months, accountNo],
  ])
  const bytes = aWorkbook({ lines: [head, ...lines] })
  await office.importList({ kind: 'allowance-roll', bytes, year: 2026 })
  await runJob(office.clerk, 'application.roll-forward', { ...of, fromYear: 2026 })
  expect(await refusalOf(build())).toBe('package.nothing-approved')

  const [first, second] = await (async () => {
    await runJob(office.reviewer, 'review.check', of)
    return (await office.reviewer.review.list(of)).rows
  })()
  const approve = (row: typeof first) =>
    office.reviewer.review.decide({
      ...{ applicationId: row?.applicationId ?? '', version: row?.version ?? 0 },
      ...{ decision: 'approve' as const, reason: '证件在有效期内' },
    })
  await approve(first)
  expect(await refusalOf(build())).toBe('publicity.not-yet-reviewed')
  await approve(second)
  expect(await refusalOf(build())).toBe('gate.verification-missing')
  const statement = { statedOn: '2026-07-01', statement: '逐户核实，签字齐全。', fileToken: null }
  await office.clerk.verification.record({ ...of, villageCode: gantingCode, ...statement })

  const cancelled = await build()
  await office.clerk.package.cancel({ packageId: cancelled.packageId, reason: '换一个收件单位' })
  const rows = (await office.reviewer.review.list(of)).rows
  expect(rows.map(({ status }) => status)).toEqual(['approved', 'approved'])

  const { packageId } = await build()
  const view = await office.approver.package.get({ packageId })
  expect(view.byVillage.map(({ serial, publicityFen }) => ({ serial, publicityFen }))).toEqual([
    { serial: null, publicityFen: null },
  ])
  expect(view.tiesOut).toBe(true)
  const { file } = await released(office, packageId)
  const sealed = await readFile((await office.core.files.take(file.token)).path)
  const opened = await openPackageOf(['applications'], sealed, {
    ...{ identity: recipient.identity, knownKeys: 'none' as const },
    at: office.clock.now().toISOString(),
  })
  expect(opened.records.map(({ publicity, amountFen }) => ({ publicity, amountFen }))).toEqual([
    { publicity: null, amountFen: 120_000 },
    { publicity: null, amountFen: 720_000 },
  ])
  expect(opened.attachments).toEqual([])
})
