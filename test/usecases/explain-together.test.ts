import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { applicationsOf, period, putInForce, submitted, terms } from '../builders/a-period.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'

const people = [1, 2, 3, 4, 5].map((order) => aRollPerson(order))
const statement = '均为村小学代课教师，已退出编制，见教育局证明'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await submitted(office, people)
  await onPayroll([1, 2, 3], '供养1.csv')
  await onPayroll([4], '供养2.csv')
  await runJob(office.reviewer, 'review.check', period)
})
afterEach(() => office.remove())

test('several of one cause are explained with one text; each keeps its own, and each record its own trail', async () => {
  const { rows } = await office.reviewer.review.sameCause({ findingId: await findingOf(1) })
  expect(rows.map(({ name }) => name)).toEqual(namesOf(1, 2, 3))
  const findingIds = rows.map((row) => row.findingId)
  const said = { findingIds, statement, approve: true }
  expect(await office.reviewer.review.explain(said)).toEqual({ explained: 3, approved: 3 })

  for (const order of [1, 2, 3]) {
    const { status, details, trail } = await record(order)
    expect(status).toBe('approved')
    expect(details[0]!.explanation).toMatchObject({ statement, by: 'reviewer同志', together: 3 })
    expect(trail.at(-1)).toMatchObject({ step: 'approve', reason: statement })
  }
  expect(await record(4)).toMatchObject({ status: 'submitted' })
})

test('explained and not passed yet, a record passes without being explained a second time', async () => {
  const findingIds = [await findingOf(1), await findingOf(2)]
  expect(await refusalOf(pass(1))).toBe('review.reason-missing')
  await office.reviewer.review.explain({ findingIds, statement, approve: false })

  expect(await refusalOf(pass(1))).toBe('not refused')
  expect(await refusalOf(pass(3))).toBe('review.reason-missing')
})

test('another list is another cause and needs its own words', async () => {
  const findingIds = [await findingOf(1), await findingOf(4)]
  const mixed = office.reviewer.review.explain({ findingIds, statement, approve: false })

  expect(await refusalOf(mixed)).toBe('review.not-same-cause')
  expect((await record(1)).details[0]!.explanation).toBeNull()
})

test('never what blocks: neither by itself, nor on a record that is explained for something else', async () => {
  const { name, idNumber } = people[0]!
  const dead = ['姓名,身份证号,死亡日期', `${name},${idNumber},2026-03-01`].join('\n')
  await office.importList({ kind: 'deceased', bytes: dead, name: '死亡.csv' })
  await runJob(office.reviewer, 'review.check', period)
  const said = { statement, approve: true }
  const blocking = { findingIds: [await findingOf(1, 'C01')], ...said }
  expect(await refusalOf(office.reviewer.review.explain(blocking))).toBe('review.nothing-to-explain')

  const findingIds = [await findingOf(1), await findingOf(2)]
  expect(await office.reviewer.review.explain({ findingIds, ...said })).toEqual({ explained: 2, approved: 1 })
  expect(await record(1)).toMatchObject({ status: 'submitted' })
})

test('nobody who would get less is passed with the others before being heard', async () => {
  await office.remove()
  office = await anOffice()
  await putInForce(office, period, { ...terms, hearing: 'before-cut' })
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(people), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await onPayroll([1, 2], '供养1.csv')
  await runJob(office.reviewer, 'review.check', period)
  const { applicationId, version } = await record(1)
  const sentBack = { applicationId, version, decision: 'return' as const, reason: '面积要核' }
  const returned = await office.reviewer.review.decide(sentBack)
  const less = { applicationId, version: returned.version, areaCentiMu: 100, reason: '丈量后一亩' }
  await office.clerk.application.correct(less)
  await runJob(office.reviewer, 'review.check', period)

  const said = { findingIds: [await findingOf(1), await findingOf(2)], statement, approve: true }
  expect(await office.reviewer.review.explain(said)).toEqual({ explained: 2, approved: 1 })
  expect(await record(1)).toMatchObject({ status: 'submitted' })
})

test('not after the data has changed, nor by who may not decide', async () => {
  const findingIds = [await findingOf(1)]
  const said = { findingIds, statement, approve: true }
  const elsewhere = await somebodyLimited(office, 'other', { role: 'reviewer', programmeCode: 'MZ05' })
  expect(await refusalOf(office.clerk.review.explain(said))).toBe('permission.denied')
  expect(await refusalOf(elsewhere.review.explain(said))).toBe('record.not-found')
  expect(await refusalOf(elsewhere.review.sameCause({ findingId: findingIds[0]! }))).toBe('record.not-found')
  await onPayroll([5], '供养3.csv')
  expect(await refusalOf(office.reviewer.review.explain(said))).toBe('review.checks-outdated')
})

test('a newer list that says it again has to be explained again', async () => {
  const findingIds = [await findingOf(1)]
  await office.reviewer.review.explain({ findingIds, statement, approve: false })
  await onPayroll([1], '供养4.csv', '第二小学')
  await runJob(office.reviewer, 'review.check', period)

  const open = (await record(1)).details.filter(({ explanation }) => explanation === null)
  expect(open.length).toBeGreaterThan(0)
  expect(await refusalOf(pass(1))).toBe('review.reason-missing')
})

async function onPayroll(orders: readonly number[], name: string, unit = '第一小学'): Promise<void> {
  const lines = orders.map((order) => `${nameOf(order)},${people[order - 1]!.idNumber},${unit},事业编`)
  const bytes = ['姓名,身份证号,工作单位,人员类别', ...lines].join('\n')
  await office.importList({ kind: 'payroll', bytes, name })
}

function nameOf(order: number): string {
  return people[order - 1]!.name
}

function namesOf(...orders: readonly number[]): string[] {
  return orders.map(nameOf)
}

async function record(order: number) {
  const { applicationId } = (await applicationsOf(office)).find((one) => one.name === nameOf(order))!
  return office.reviewer.review.record({ applicationId })
}

async function findingOf(order: number, check = 'C11') {
  return (await record(order)).details.find((one) => one.check === check)!.findingId
}

async function pass(order: number) {
  const { applicationId, version } = await record(order)
  return office.reviewer.review.decide({ applicationId, version, decision: 'approve', reason: '' })
}
