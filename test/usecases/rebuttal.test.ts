import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { applicationsOf, period, submitted } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
const alive = aRollPerson(1)

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await submitted(office, [alive, aRollPerson(2)])
  await deadOn('2026-03-01', '死亡1.csv')
  await runJob(office.reviewer, 'review.check', period)
})
afterEach(() => office.remove())

test('a hit that two people show to be untrue blocks no more, in the review and in what follows', async () => {
  expect(await refusalOf(approve())).toBe('review.has-findings')
  const { rebuttalId } = await rebut()
  expect(await refusalOf(approve())).toBe('review.has-findings')
  await office.reviewer.review.decideRebuttal({ rebuttalId, decision: 'confirmed' })

  expect((await finding()).rebuttal).toMatchObject({ state: 'confirmed', decidedBy: 'reviewer同志' })
  expect(await refusalOf(approve())).toBe('not refused')
  expect(await record()).toMatchObject({ status: 'approved' })
})

test('who said it does not confirm it, nor anybody who entered the record; and without evidence nothing is said', async () => {
  const { findingId } = await finding()
  const words = { findingId, statement: '名单上是同号的另一个人，见户口本' }
  expect(await refusalOf(office.clerk.review.rebut({ ...words, fileToken: 'none' }))).not.toBe('not refused')
  const { rebuttalId } = await rebut(office.reviewer)
  const decided = { rebuttalId, decision: 'confirmed' as const }

  expect(await refusalOf(office.reviewer.review.decideRebuttal(decided))).toBe('permission.same-person')
  expect(await refusalOf(office.clerk.review.decideRebuttal(decided))).toBe('permission.denied')
  expect(await refusalOf(office.approver.review.decideRebuttal(decided))).toBe('not refused')
  expect(await refusalOf(office.approver.review.decideRebuttal(decided))).toBe('record.stale')
})

test('one that is not accepted stays on record, and may be said again', async () => {
  const { rebuttalId } = await rebut()
  await office.reviewer.review.decideRebuttal({ rebuttalId, decision: 'declined', reason: '户口本看不清' })

  expect(await finding()).toMatchObject({
    mayRebut: true,
    rebuttal: { state: 'declined', decidedReason: '户口本看不清' },
  })
  expect(await refusalOf(approve())).toBe('review.has-findings')
  expect(await refusalOf(rebut())).toBe('not refused')
})

test('a newer list that says otherwise stands again by itself', async () => {
  const { rebuttalId } = await rebut()
  await office.reviewer.review.decideRebuttal({ rebuttalId, decision: 'confirmed' })
  await deadOn('2026-04-02', '死亡2.csv')
  await runJob(office.reviewer, 'review.check', period)

  expect(await finding()).toMatchObject({ severity: 'block', rebuttal: null, mayRebut: true })
  expect(await refusalOf(approve())).toBe('review.has-findings')
})

test('the evidence is read by those of the programme, with a trace, and by nobody of another', async () => {
  const { rebuttalId } = await rebut()
  const elsewhere = await somebodyLimited(office, 'other', { role: 'reviewer', programmeCode: 'MZ05' })
  const file = await office.reviewer.review.rebuttalFile({ rebuttalId })

  expect(file).toMatchObject({ name: '核实不属实证据.jpg' })
  expect(file.size).toBeGreaterThan(1_000)
  expect(await refusalOf(elsewhere.review.rebuttalFile({ rebuttalId }))).toBe('record.not-found')
  expect(await refusalOf(elsewhere.review.decideRebuttal({ rebuttalId, decision: 'confirmed' }))).toBe(
    'record.not-found',
  )
})

test('what only has to be explained is not for this way', async () => {
  const person = { ...aRollPerson(2), idNumber: aRollPerson(2).idNumber }
  const lines = ['姓名,身份证号,工作单位,人员类别', `${person.name},${person.idNumber},第一小学,事业编`]
  await office.importList({ kind: 'payroll', bytes: lines.join('\n'), name: '供养.csv' })
  await runJob(office.reviewer, 'review.check', period)
  const { findingId, severity } = await finding(person.name, 'C11')

  expect(severity).toBe('explain')
  const fileToken = await office.handIn('证明.png', await readFile(photo))
  const said = office.clerk.review.rebut({ findingId, statement: '不是本人，已核实', fileToken })
  expect(await refusalOf(said)).toBe('review.nothing-to-rebut')
})

async function deadOn(day: string, name: string): Promise<void> {
  const bytes = ['姓名,身份证号,死亡日期', `${alive.name},${alive.idNumber},${day}`].join('\n')
  await office.importList({ kind: 'deceased', bytes, name })
}

async function record(name = alive.name) {
  const { applicationId } = (await applicationsOf(office)).find((one) => one.name === name)!
  return office.reviewer.review.record({ applicationId })
}

async function finding(name = alive.name, check = 'C01') {
  return (await record(name)).details.find((one) => one.check === check)!
}

async function rebut(by = office.clerk) {
  const { findingId } = await finding()
  const fileToken = await office.handIn('户口本.png', await readFile(photo))
  return by.review.rebut({ findingId, statement: '名单上是同号的另一个人，见户口本', fileToken })
}

async function approve() {
  const { applicationId, version } = await record()
  const reason = '核实不属实，见证据'
  return office.reviewer.review.decide({ applicationId, version, decision: 'approve', reason })
}
