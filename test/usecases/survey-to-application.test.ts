import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, aPerson, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import { period, termsInForce } from '../builders/a-period.ts'
import { anOpenRound, onSiteVisit, typed } from '../builders/a-survey.ts'

let office: AnOffice
let tasks: Awaited<ReturnType<AnOffice['clerk']['survey']['tasks']>>['rows']
beforeEach(async () => {
  office = await anOffice()
  const { roundId } = await anOpenRound(office)
  tasks = (await office.clerk.survey.tasks({ roundId })).rows
  await termsInForce(office)
})
afterEach(() => office.remove())

const rollForward = () => runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
async function lineOf(taskId: string) {
  return (await office.clerk.survey.task({ taskId })).previous[0]!.lineId
}

test('the area a visit found is this year’s, beside last year’s', async () => {
  const { taskId } = tasks[0]!
  const area = { subject: await lineOf(taskId), field: 'line.areaMu', value: '4.8', baseValue: '5.00' }
  await office.clerk.survey.saveVisit({ taskId, edits: typed(...onSiteVisit, area) })

  const { totals, givenUp } = await rollForward()

  expect(totals.areaCentiMu).toBe(980)
  expect(givenUp).toBe(0)
  const { rows } = await office.reviewer.review.list(period)
  expect(rows.map((row) => [row.areaCentiMu, row.previousAreaCentiMu]).sort()).toEqual([
    [480, 500],
    [500, 500],
  ])
})

test('a household that gives up has no application this year', async () => {
  const { taskId } = tasks[0]!
  const lineId = await lineOf(taskId)
  const why = { subject: lineId, field: 'line.why', value: '土地全部流转' }
  const no = { subject: lineId, field: 'line.continues', value: '2' }
  await office.clerk.survey.saveVisit({ taskId, edits: typed(...onSiteVisit, no, why) })

  expect(await rollForward()).toMatchObject({ opened: 1, givenUp: 1 })
})

test('what somebody typed without saying the household was met changes nothing', async () => {
  const { taskId } = tasks[0]!
  const area = { subject: await lineOf(taskId), field: 'line.areaMu', value: '4.8', baseValue: '5.00' }
  await office.clerk.survey.saveVisit({ taskId, edits: typed(area) })

  expect((await rollForward()).totals.areaCentiMu).toBe(1_000)
})

test('whoever entered the visit may not review what comes of it', async () => {
  await office.administrator.user.create(aPerson('both', 'clerk'))
  const visitor = await windowOf(office.core, 'both')
  const { taskId } = tasks[0]!
  const area = { subject: await lineOf(taskId), field: 'line.areaMu', value: '4.8', baseValue: '5.00' }
  await visitor.survey.saveVisit({ taskId, edits: typed(...onSiteVisit, area) })
  await rollForward()
  await makeReviewer('both')
  const reviewer = await windowOf(office.core, 'both')
  await runJob(office.reviewer, 'review.check', period)

  const { rows } = await reviewer.review.list(period)
  const own = rows.find((row) => row.areaCentiMu === 480)!
  const decision = { applicationId: own.applicationId, version: own.version, decision: 'approve' as const }
  expect(await refusalOf(reviewer.review.decide({ ...decision, reason: '' }))).toBe('permission.own-entry')
})

async function makeReviewer(signInName: string): Promise<void> {
  const user = (await office.administrator.user.list()).find((one) => one.signInName === signInName)!
  const grants = [{ role: 'reviewer' as const, programmeCode: '*', villageCode: '*' }]
  await office.administrator.user.setGrants({ userId: user.userId, version: user.version, grants })
}
