import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { applicationsOf, listInForce, period, terms } from '../builders/a-period.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { anOffice, type AnOffice } from '../builders/an-office.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const rule = 'person.age >= 60 && !person.onPayroll'
const old = aRollPerson(1, { name: '张老', idNumber: anIdNumber(1, { birth: '19500101' }) })
const young = aRollPerson(2, { name: '张少', idNumber: anIdNumber(2, { birth: '19900101' }) })
const teacher = aRollPerson(3, { name: '张师', idNumber: anIdNumber(3, { birth: '19510101' }) })

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

test('a rule that cannot be read keeps its terms from being saved, with the place said', async () => {
  const refused = entered('person.age >= 60 &&\n person.salary > 0')

  await expect(refused).rejects.toMatchObject({
    data: { code: 'rule.refused', facts: { rule: 'unknown-fact', line: 2, column: 2, at: 'person.salary' } },
  })
  expect((await office.clerk.programme.list({ year: 2026 })).every(({ draft }) => draft === null)).toBe(true)
})

test('who does not meet the rule by our own record is blocked; what hangs on a list that is not here is not decided', async () => {
  await applied(rule)

  expect(await ruleFindings()).toEqual([
    ['张老', 'explain', ['是财政供养人员（来自财政供养人员名单）']],
    ['张少', 'block', ['年龄不小于 60 周岁（年龄 36 周岁）']],
    ['张师', 'explain', ['是财政供养人员（来自财政供养人员名单）']],
  ])
})

test('a hit on another office’s list is to be explained, never blocked; who is not on it meets the rule', async () => {
  await applied(rule)
  await payrollOf(teacher)
  await runJob(office.reviewer, 'review.check', period)

  expect(await ruleFindings()).toEqual([
    ['张少', 'block', ['年龄不小于 60 周岁（年龄 36 周岁）']],
    ['张师', 'explain', ['不是财政供养人员（是财政供养人员）']],
  ])
})

test('a decision is kept with its version and facts, told condition by condition, and again only when it is another', async () => {
  await applied(rule)
  await runJob(office.reviewer, 'review.check', period)
  expect(await decisions()).toHaveLength(3)
  await payrollOf(teacher)
  await runJob(office.reviewer, 'review.check', period)

  const kept = await decisions()
  expect(kept.map(({ outcome, facts }) => [outcome, JSON.parse(facts)])).toEqual([
    ['undecided', { 'person.age': 76 }],
    ['not-met', { 'person.age': 36 }],
    ['undecided', { 'person.age': 75 }],
    ['met', { 'person.age': 76, 'person.onPayroll': false }],
    ['not-met', { 'person.age': 36, 'person.onPayroll': false }],
    ['not-met', { 'person.age': 75, 'person.onPayroll': true }],
  ])
  const { applicationId } = (await applicationsOf(office)).find(({ name }) => name === '张师')!
  expect((await office.reviewer.review.record({ applicationId })).eligibility).toMatchObject({
    ...{ outcome: 'not-met', termsVersion: 1, said: '年龄不小于 60 周岁，并且不是财政供养人员' },
    conditions: [
      { outcome: 'met', value: '年龄 75 周岁' },
      { outcome: 'not-met', value: '是财政供养人员' },
    ],
  })
})

test('a rule is tried out on real people before anybody relies on it, and writes nothing', async () => {
  await applied('')
  const asked = { ...period, text: 'person.age >= 60 && !relief.destitute', asOf: '2026-06-30' }
  const tried = await runJob(office.clerk, 'rule.try', asked)

  expect(tried).toMatchObject({ over: 'applications', met: 0, notMet: 1, undecided: 2 })
  expect(tried.missing).toEqual([{ label: '在享特困供养', from: '低保特困等社会救助名单', count: 2 }])
  expect(tried.rows[0]).toMatchObject({ name: '张少', outcome: 'not-met' })
  expect(JSON.stringify(tried)).not.toMatch(/\d{17}[\dX]/)
  expect(await decisions()).toEqual([])
  expect(await ruleFindings()).toEqual([])
})

async function entered(eligibilityRule: string): Promise<void> {
  await listInForce(office)
  const { termsId } = await office.clerk.programme.enterTerms({
    ...period,
    terms: { ...terms, eligibilityRule },
  })
  await office.reviewer.programme.activate({ termsId })
}

async function applied(eligibilityRule: string): Promise<void> {
  await entered(eligibilityRule)
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([old, young, teacher]), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
}

async function payrollOf({ name, idNumber }: { name: string; idNumber: string }): Promise<void> {
  const lines = [
    ['姓名', '身份证号', '工作单位', '人员类别'],
    [name, idNumber, '第一小学', '事业编'],
  ]
  await office.importList({ kind: 'payroll', bytes: aWorkbook({ lines }), name: '财政供养.xlsx' })
}

async function ruleFindings() {
  const rows = await office.core
    .connect('test')
    .context.host.door.store.reader.selectFrom('finding as f')
    .innerJoin('application as a', 'a.id', 'f.applicationId')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .select(['p.name', 'f.severity', 'f.facts'])
    .where('f.checkCode', '=', 'C13')
    .where('f.runId', '=', (e) => e.selectFrom('checkRun').select((f) => f.fn.max('id').as('id')))
    .orderBy('p.idNumber')
    .execute()
  return rows
    .map(({ name, severity, facts }) => {
      const { unmet, missing } = JSON.parse(facts) as { unmet?: string[]; missing?: string[] }
      return [name, severity, unmet ?? missing]
    })
    .toSorted(([a], [b]) => String(a).localeCompare(String(b), 'zh'))
}

function decisions() {
  return office.core
    .connect('test')
    .context.host.door.store.reader.selectFrom('eligibilityDecision as d')
    .innerJoin('application as a', 'a.id', 'd.applicationId')
    .select(['d.outcome', 'd.facts'])
    .orderBy('d.runId')
    .orderBy('d.id')
    .execute()
}
