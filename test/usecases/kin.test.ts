import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { applicationsOf, period, putInForce, terms } from '../builders/a-period.ts'
import { anOpenRound } from '../builders/a-survey.ts'
import { aPerson, anOffice, refusalOf, type AnOffice, windowOf } from '../builders/an-office.ts'

let office: AnOffice
let householdId: string
let applicationId: string
const reason = '亲属关系已备案，情况属实'

/** Two households waiting for review; the reviewer is kin of the first. */
beforeEach(async () => {
  office = await anOffice()
  await anOpenRound(office)
  await putInForce(office, period, terms)
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
  const [first] = await applicationsOf(office)
  applicationId = first!.applicationId
  householdId = (await record()).householdId!
  await office.reviewer.review.declareKin({ householdId, relation: 'sibling' })
})
afterEach(() => office.remove())

const record = () => office.reviewer.review.record({ applicationId })
const approve = async (who: AnOffice['reviewer']) => {
  const { version } = await record()
  return who.review.decide({ applicationId, version, decision: 'approve', reason })
}
const anotherReviewer = async () => {
  await office.administrator.user.create(aPerson('second', 'reviewer'))
  return windowOf(office.core, 'second')
}

test('whoever declared a household decides nothing about it; another reviewer does, and has it explained first', async () => {
  const { mayDecide, whyMayNotDecide } = await record()
  expect({ mayDecide, whyMayNotDecide }).toEqual({
    mayDecide: false,
    whyMayNotDecide: '您申报过这一户是您的近亲属，不能由您审核，请换一位审核人。',
  })
  expect(await refusalOf(approve(office.reviewer))).toBe('permission.own-kin')
  const { approved } = await runJob(office.reviewer, 'review.approve-clean', {
    ...period,
    villageCodes: null,
  })
  expect(approved).toBe(1)
  expect((await record()).status).toBe('submitted')

  const { details } = await record()
  expect(details.map(({ check, severity }) => ({ check, severity }))).toEqual([
    { check: 'C12', severity: 'explain' },
  ])
  expect(details[0]!.detail).toBe(
    '工作人员本人申报与这一户是近亲属，须由别人决定（reviewer同志）。请按规定备案、公示，并写明核实意见。',
  )
  expect((await approve(await anotherReviewer())).status).toBe('approved')
})

test('only somebody else takes a declaration back, once, and both stay on record', async () => {
  const [declared] = await office.approver.review.kin({})
  const { kinId } = declared!
  const withdraw = (who: AnOffice['reviewer']) => who.review.withdrawKin({ kinId, reason: '同名，不是亲属' })
  expect(await refusalOf(withdraw(office.reviewer))).toBe('permission.same-person')
  await withdraw(office.approver)
  expect(await refusalOf(withdraw(office.approver))).toBe('record.stale')

  expect(await office.reviewer.review.kin({ householdId })).toMatchObject([
    { relation: 'sibling', isMine: true, withdrawn: { by: 'approver同志', reason: '同名，不是亲属' } },
  ])
  expect((await approve(office.reviewer)).status).toBe('approved')
})

test('a household is declared once, and only one within one’s own villages', async () => {
  const again = office.reviewer.review.declareKin({ householdId, relation: 'child' })
  expect(await refusalOf(again)).toBe('record.stale')
  const elsewhere = office.reviewer.review.declareKin({
    householdId: '00000000-0000-4000-8000-000000000000',
    relation: 'child',
  })
  expect(await refusalOf(elsewhere)).toBe('record.not-found')
})
