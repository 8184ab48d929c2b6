import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aPerson, anOffice, jobRefusal, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import {
  applicationsOf,
  aRecipient,
  built,
  concluded,
  listInForce,
  period,
  readyToPost,
  submitted,
  terms,
} from '../builders/a-period.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { password, pin } from '../builders/a-workstation.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const anyVillage = { programmeCode: '*', villageCode: '*' }

/** A second clerk who may also review and approve, by a registered exception: nothing but the four eyes is in the way. */
async function everybodyInOne() {
  const { administrator, core } = office
  const { userId } = await administrator.user.create(aPerson('both', 'approver'))
  const held = { roles: ['clerk' as const, 'reviewer' as const, 'approver' as const] }
  const exception = { validTo: '2026-12-31', reason: '人手不足', basis: '镇党委会议纪要' }
  await administrator.user.registerException({ userId, ...held, ...exception })
  const { version } = (await administrator.user.list()).find((user) => user.userId === userId)!
  const grants = held.roles.map((role) => ({ role, ...anyVillage }))
  await administrator.user.setGrants({ userId, version, grants })
  return windowOf(core, 'both')
}

test('who entered the terms cannot put them in force; somebody else can', async () => {
  await listInForce(office)
  const both = await everybodyInOne()
  const { termsId } = await both.programme.enterTerms({ ...period, terms })

  expect(await refusalOf(both.programme.activate({ termsId }))).toBe('permission.same-person')
  expect(await office.reviewer.programme.activate({ termsId })).toEqual({ ok: true })
})

test('who opened a record cannot decide it, one by one or in bulk', async () => {
  await listInForce(office)
  const both = await everybodyInOne()
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms })
  await office.reviewer.programme.activate({ termsId })
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([aRollPerson(1)]), year: 2025 }, both)
  await runJob(both, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(both, 'review.check', period)
  const [own] = (await both.review.list(period)).rows

  const decided = both.review.decide({ ...keyOf(own!), decision: 'approve', reason: '' })

  expect(await refusalOf(decided)).toBe('permission.own-entry')
  expect(own?.mayDecide).toBe(false)
  expect(await runJob(both, 'review.approve-clean', period)).toMatchObject({ approved: 0, left: 1 })
  expect(await runJob(office.reviewer, 'review.approve-clean', period)).toMatchObject({
    approved: 1,
    left: 0,
  })
})

test('who changed an account cannot decide the record it is paid by', async () => {
  const both = await everybodyInOne()
  await submitted(office, [aRollPerson(1), aRollPerson(2)])
  const [first] = await applicationsOf(office)
  await office.reviewer.review.decide({ ...keyOf(first!), decision: 'return', reason: '账号有误' })
  const [returned] = (await both.review.list({ ...period, status: 'returned' })).rows
  await both.application.correct({ ...keyOf(returned!), accountNo: '6217000340009999999', reason: '换卡' })

  const corrected = (await both.review.list(period)).rows.find(
    (row) => row.applicationId === first!.applicationId,
  )!
  const decided = both.review.decide({ ...keyOf(corrected), decision: 'approve', reason: '已核' })

  expect(await refusalOf(decided)).toBe('permission.own-entry')
  expect(
    await office.reviewer.review.decide({ ...keyOf(corrected), decision: 'approve', reason: '' }),
  ).toMatchObject({
    status: 'approved',
  })
})

test('who built a package cannot release it; another approver can', async () => {
  const both = await everybodyInOne()
  await readyToPost(office, [aRollPerson(1)])
  await concluded(office)
  const { recipientId } = await aRecipient(office)
  const { packageId } = await runJob(both, 'package.build', { ...period, recipientId })

  expect(await jobRefusal(both, 'package.release', { packageId, pin, password })).toBe(
    'permission.same-person',
  )
  expect(await runJob(office.approver, 'package.release', { packageId, pin, password })).toMatchObject({
    sequence: 1,
  })
})

test('a release needs the approver’s own PIN and password', async () => {
  await readyToPost(office, [aRollPerson(1)])
  await concluded(office)
  const packageId = await built(office, await aRecipient(office))
  const releasing = (keys: { pin: string; password: string }) =>
    jobRefusal(office.approver, 'package.release', { packageId, ...keys })

  expect(await releasing({ pin: '87654321', password })).toBe('sign-in.pin-wrong')
  expect(await releasing({ pin, password: 'something else' })).toBe('sign-in.wrong-password')
  expect((await office.approver.package.get({ packageId })).status).toBe('built')
})

function keyOf({ applicationId, version }: { applicationId: string; version: number }) {
  return { applicationId, version }
}
