import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { openPackage } from '../../src-main/package-file/open-package.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import {
  applicationsOf,
  aRecipient,
  built,
  concluded,
  period,
  posted,
  readyToPost,
  released,
  statedFor,
  type Recipient,
} from '../builders/a-period.ts'
import { password, pin } from '../builders/a-workstation.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const people = [aRollPerson(1), aRollPerson(2), aRollPerson(3, { village: '士师村' })]

/** 甘亭 concluded, 士师 approved. */
async function firstVillageConcluded(): Promise<Recipient> {
  await readyToPost(office, people)
  await statedFor(office, shishiCode)
  await concluded(office, [gantingCode])
  return aRecipient(office)
}

test('a package waits for the notices that still hang', async () => {
  const { recipientId } = await firstVillageConcluded()
  await posted(office, [shishiCode])

  expect(await jobRefusal(office.clerk, 'package.build', { ...period, recipientId })).toBe(
    'package.publicity-open',
  )
  const one = { ...period, recipientId, villageCodes: [gantingCode] }
  expect(await jobRefusal(office.clerk, 'package.build', one)).toBe('not refused')
})

test('a package is not built from nothing, nor to nobody', async () => {
  await readyToPost(office, people)
  const { recipientId } = await aRecipient(office)
  expect(await jobRefusal(office.clerk, 'package.build', { ...period, recipientId })).toBe(
    'package.nothing-to-send',
  )

  await statedFor(office, shishiCode)
  await concluded(office, [gantingCode])
  const nobody = { ...period, recipientId: '01980a3c-5b7e-7d10-8f2a-3c4d5e6f7081' }

  expect(await jobRefusal(office.clerk, 'package.build', nobody)).toBe('package.recipient-missing')
  expect((await office.clerk.package.list()).length).toBe(0)
})

test('a cancelled package frees its lines, cannot be released, and uses up no number', async () => {
  const recipient = await firstVillageConcluded()
  const first = await built(office, recipient)
  await office.clerk.package.cancel({ packageId: first, reason: '收件人选错' })

  expect(await refusalOf(released(office, first))).toBe('record.wrong-status')
  const statuses = (await applicationsOf(office)).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual(['approved', 'publicized', 'publicized'])
  const second = await built(office, recipient)
  expect(await released(office, second)).toMatchObject({ sequence: 1 })
  expect(await refusalOf(office.clerk.package.cancel({ packageId: second, reason: '反悔' }))).toBe(
    'record.wrong-status',
  )
})

test('what is found after the review stops the package, and comes back for correction', async () => {
  const { recipientId } = await firstVillageConcluded()
  const lines = [
    ['姓名', '身份证号', '死亡日期'],
    ['张二', anIdNumber(1), '2026-06-01'],
  ]
  await office.importList({ kind: 'deceased', bytes: aWorkbook({ lines }) })
  const build = () => jobRefusal(office.clerk, 'package.build', { ...period, recipientId })

  expect(await build()).toBe('review.checks-outdated')
  await runJob(office.reviewer, 'review.check', period)
  expect(await build()).toBe('review.has-findings')

  const found = (await applicationsOf(office)).find((row) =>
    row.findings.some(({ check }) => check === 'C01'),
  )!
  expect(found).toMatchObject({ status: 'publicized', mayDecide: false, mayReturn: true })
  const { applicationId, version } = found
  const back = { applicationId, version, decision: 'return' as const, reason: '户主已死亡，先变更户主' }
  expect(await office.reviewer.review.decide(back)).toMatchObject({ status: 'returned' })
  expect(await build()).toBe('not refused')
})

test('what has to be explained and was found after the review stops the package until somebody has', async () => {
  const { recipientId } = await firstVillageConcluded()
  const lines = [
    ['姓名', '身份证号', '死亡日期'],
    ['另一人', anIdNumber(1), '2026-06-01'],
  ]
  await office.importList({ kind: 'deceased', bytes: aWorkbook({ lines }) })
  await runJob(office.reviewer, 'review.check', period)

  expect(await jobRefusal(office.clerk, 'package.build', { ...period, recipientId })).toBe(
    'review.found-since',
  )
  const found = (await applicationsOf(office)).find(({ findings }) =>
    findings.some(({ check }) => check === 'C01'),
  )!
  expect(found.findings).toContainEqual({ check: 'C01', severity: 'explain', title: '名单人员已死亡' })
})

test('a record that was posted twice leaves once, as it was posted last', async () => {
  const recipient = await firstVillageConcluded()
  const { applicationId, version } = (await applicationsOf(office)).find(
    ({ status }) => status === 'publicized',
  )!
  const back = { applicationId, version, decision: 'return' as const, reason: '村里来电话，卡换了' }
  const returned = await office.reviewer.review.decide(back)
  await office.clerk.application.correct({
    applicationId,
    version: returned.version,
    accountNo: anAccountNo(9),
    bankName: '洪洞农商行',
    reason: '换卡',
  })
  await runJob(office.reviewer, 'review.approve-clean', period)
  await concluded(office, [gantingCode])

  const packageId = await built(office, recipient)

  const shown = await office.approver.package.get({ packageId })
  expect(shown).toMatchObject({ totals: { rows: 2, amountFen: 67030 }, tiesOut: true })
  expect(shown.byVillage).toMatchObject([{ totals: { rows: 2 }, publicityFen: 67030 }])
})

test('a packaged record cannot be taken back past the package', async () => {
  const recipient = await firstVillageConcluded()
  await built(office, recipient)
  const { applicationId, version } = (await applicationsOf(office)).find(
    ({ status }) => status === 'packaged',
  )!
  const back = { applicationId, version, decision: 'return' as const, reason: '想改面积' }

  expect(await refusalOf(office.reviewer.review.decide(back))).toBe('record.wrong-status')
})

test('what follows a released package is supplementary, number two, and names the one before', async () => {
  const recipient = await firstVillageConcluded()
  const first = await released(office, await built(office, recipient))
  const one = await headerOf(first.file.token, recipient)
  await concluded(office, [shishiCode])
  const packageId = await built(office, recipient)
  const second = await released(office, packageId)

  const two = await headerOf(second.file.token, recipient)
  expect(one).toMatchObject({
    sequence: 1,
    previous: null,
    batch: { supplementary: false, villages: [gantingCode] },
  })
  expect(two).toMatchObject({
    sequence: 2,
    previous: first.tagmanifestSha256,
    batch: { supplementary: true, villages: [shishiCode] },
    counts: { rows: 1 },
    totalFen: 33515,
  })
  expect(await office.approver.package.get({ packageId })).toMatchObject({
    supplementary: true,
    tiesOut: true,
  })
})

test('a package is not there for who may not see all of it, and no case of it can be acted on', async () => {
  const recipient = await firstVillageConcluded()
  const packageId = await built(office, recipient)
  const here = await somebodyLimited(office, 'here', { role: 'approver', villageCode: gantingCode })
  const there = await somebodyLimited(office, 'there', { role: 'approver', villageCode: shishiCode })
  const otherOffice = await somebodyLimited(office, 'disabled', { role: 'approver', programmeCode: 'MZ05' })

  for (const outside of [there, otherOffice]) {
    expect(await outside.package.list()).toEqual([])
    expect(await refusalOf(outside.package.get({ packageId }))).toBe('record.not-found')
    expect(await jobRefusal(outside, 'package.release', { packageId, pin, password })).toBe(
      'record.not-found',
    )
    expect(await jobRefusal(outside, 'package.verify', { packageId })).toBe('record.not-found')
    expect(await refusalOf(outside.package.cancel({ packageId, reason: '不归我管' }))).toBe(
      'record.not-found',
    )
  }
  expect(await here.package.list()).toMatchObject([{ packageId, mayRelease: true }])
  expect(await jobRefusal(here, 'package.release', { packageId, pin, password })).toBe('not refused')
})

test('a released package goes out again with the very same bytes', async () => {
  const recipient = await firstVillageConcluded()
  const packageId = await built(office, recipient)
  const { file } = await released(office, packageId)

  const again = await office.clerk.package.file({ packageId })

  expect(await bytesOf(again.token)).toEqual(await bytesOf(file.token))
  expect(await runJob(office.approver, 'package.verify', { packageId })).toMatchObject({ ok: true, rows: 2 })
})

describe('the demonstration mark', () => {
  test('is on everything a demonstration workstation makes', async () => {
    await office.remove()
    office = await anOffice({ demonstration: true })
    const recipient = await firstVillageConcluded()

    const { file } = await released(office, await built(office, recipient))
    const [publicity] = (await office.clerk.publicity.list(period)).rows
    const { html } = await office.clerk.publicity.document({ publicityId: publicity!.publicityId })

    expect(await headerOf(file.token, recipient)).toMatchObject({ demonstration: true })
    expect(html).toContain('演示数据，非真实公示')
    expect(await office.clerk.workstation.state()).toMatchObject({ demonstration: true })
  })

  test('is on nothing a real one makes', async () => {
    const recipient = await firstVillageConcluded()

    const { file } = await released(office, await built(office, recipient))
    const [publicity] = (await office.clerk.publicity.list(period)).rows
    const { html } = await office.clerk.publicity.document({ publicityId: publicity!.publicityId })

    expect(await headerOf(file.token, recipient)).toMatchObject({ demonstration: false })
    expect(html).not.toContain('演示数据')
  })
})

async function bytesOf(token: string): Promise<Buffer> {
  return readFile((await office.core.files.take(token)).path)
}

/** The header as the recipient reads it. */
async function headerOf(token: string, { identity }: Recipient): Promise<unknown> {
  const at = office.clock.now().toISOString()
  return (await openPackage(await bytesOf(token), { identity, knownKeys: 'none', at })).header
}
