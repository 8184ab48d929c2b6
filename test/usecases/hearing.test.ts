import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aRollPerson, aRollSheet } from '../builders/a-roll-sheet.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { applicationsOf, period, putInForce, settings, terms } from '../builders/a-period.ts'

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
const [stays, stops] = [aRollPerson(1), aRollPerson(2)]
const days = { from: '2026-08-01', until: '2026-07-20' }
let office: AnOffice

beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

async function opened(hearing: 'before-cut' | 'not-required'): Promise<void> {
  await putInForce(office, period, { ...terms, hearing })
  await office.clerk.setting.save({ values: settings })
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([stays, stops]), year: 2025 })
  await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await runJob(office.reviewer, 'review.check', period)
}

const rowOf = async (name: string) => (await applicationsOf(office)).find((row) => row.name === name)!
const recordOf = async (name: string) =>
  office.reviewer.review.record({ applicationId: (await rowOf(name)).applicationId })

async function decide(name: string, decision: 'approve' | 'decline') {
  const { applicationId, version } = await rowOf(name)
  return office.reviewer.review.decide({ applicationId, version, decision, reason: '核实后不再符合' })
}

async function hear(name: string, change: Partial<Parameters<AnOffice['clerk']['review']['hear']>[0]> = {}) {
  const { applicationId } = await rowOf(name)
  return office.clerk.review.hear({
    ...{ applicationId, cut: 'stop', way: 'visit', heardOn: '2026-06-30', heardName: name, relation: '本人' },
    ...{ said: '地已经流转给合作社', answer: '按流转合同，补贴归合作社' },
    ...change,
  })
}

/** The clerk puts the area right after a return, and it is less than last year. */
async function less(name: string, areaCentiMu = 300) {
  const { applicationId, version } = await rowOf(name)
  await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason: '面积要核' })
  const returned = await rowOf(name)
  const corrected = { applicationId, version: returned.version, areaCentiMu, reason: '重新丈量' }
  await office.clerk.application.correct(corrected)
}

describe('who had it last year', () => {
  beforeEach(() => opened('before-cut'))

  test('is not declined before being heard, and then is', async () => {
    expect((await recordOf(stops.name)).hearings).toMatchObject({
      stops: true,
      reduces: false,
      isRequired: true,
    })
    expect(await refusalOf(decide(stops.name, 'decline'))).toBe('review.not-heard')
    expect((await rowOf(stops.name)).status).toBe('submitted')

    await hear(stops.name)

    expect((await recordOf(stops.name)).hearings).toMatchObject({
      toStop: 'heard',
      records: [{ way: 'visit', said: '地已经流转给合作社', recordedBy: 'clerk同志' }],
    })
    expect(await decide(stops.name, 'decline')).toMatchObject({ status: 'declined' })
  })

  test('gets less only after being heard about it; passing all at once leaves them', async () => {
    await less(stays.name)

    expect(await refusalOf(decide(stays.name, 'approve'))).toBe('review.not-heard')
    const { approved, left } = await runJob(office.reviewer, 'review.approve-clean', period)
    expect({ approved, left }).toEqual({ approved: 1, left: 1 })
    expect((await rowOf(stays.name)).status).toBe('submitted')

    await hear(stays.name, { cut: 'reduce' })
    expect(await refusalOf(decide(stays.name, 'decline'))).toBe('review.not-heard')
    expect(await decide(stays.name, 'approve')).toMatchObject({ status: 'approved' })
  })

  test('passes as before without any hearing where nothing is taken', async () => {
    expect(await decide(stays.name, 'approve')).toMatchObject({ status: 'approved' })
  })
})

test('where the terms ask for no hearing, nothing stands in the way', async () => {
  await opened('not-required')
  expect((await recordOf(stops.name)).hearings).toBeNull()
  expect(await decide(stops.name, 'decline')).toMatchObject({ status: 'declined' })
})

test('a record lacks nothing: words, a day that has been, one of the three exemptions', async () => {
  await opened('before-cut')
  expect(await refusalOf(hear(stops.name, { said: '' }))).toBe('input.invalid')
  expect(await refusalOf(hear(stops.name, { heardOn: '2027-01-01' }))).toBe('input.invalid')
  expect(await refusalOf(hear(stops.name, { way: 'exempt' }))).toBe('input.invalid')
  const waived = {
    way: 'exempt',
    exemption: 'waived',
    said: '',
    heardName: '',
    answer: '本人书面放弃',
  } as const
  expect(await refusalOf(hear(stops.name, waived))).toBe('not refused')
  expect(await decide(stops.name, 'decline')).toMatchObject({ status: 'declined' })
})

test('a cut deeper than the one they were heard about is heard again', async () => {
  await opened('before-cut')
  await less(stays.name)
  await hear(stays.name, { cut: 'reduce' })
  await less(stays.name, 250)
  expect((await recordOf(stays.name)).hearings).toMatchObject({
    toReduce: 'unheard',
    records: [{ areaCentiMu: 300 }],
  })
  expect(await refusalOf(decide(stays.name, 'approve'))).toBe('review.not-heard')
  await hear(stays.name, { cut: 'reduce' })
  expect(await decide(stays.name, 'approve')).toMatchObject({ status: 'approved' })
})

test('that nobody had to be heard is not for the decider alone to say, and a death has to be on record', async () => {
  await opened('before-cut')
  const { applicationId } = await rowOf(stops.name)
  const exempt = (exemption: 'death' | 'waived' | 'general-adjustment') => ({
    ...({ applicationId, cut: 'stop', way: 'exempt', exemption } as const),
    ...{ heardOn: '2026-06-30', answer: '有书面材料' },
  })
  expect(await refusalOf(office.reviewer.review.hear(exempt('death')))).toBe('input.invalid')
  expect(await refusalOf(office.reviewer.review.hear(exempt('general-adjustment')))).toBe('input.invalid')

  await office.reviewer.review.hear(exempt('waived'))
  expect(await refusalOf(decide(stops.name, 'decline'))).toBe('review.own-hearing')
  await office.clerk.review.hear(exempt('waived'))
  expect(await decide(stops.name, 'decline')).toMatchObject({ status: 'declined' })
})

test('the signed record is kept, opened with a trace, and not by somebody of another programme', async () => {
  await opened('before-cut')
  const fileToken = await office.handIn('听取意见.png', await readFile(photo))
  const { hearingId } = await hear(stops.name, { fileToken })
  const elsewhere = await somebodyLimited(office, 'other', { role: 'reviewer', programmeCode: 'MZ05' })

  expect(await office.reviewer.review.hearingFile({ hearingId })).toMatchObject({ name: '听取意见记录.jpg' })
  expect(await refusalOf(elsewhere.review.hearingFile({ hearingId }))).toBe('record.not-found')
  const { applicationId } = await rowOf(stops.name)
  const words = {
    applicationId,
    cut: 'stop' as const,
    way: 'not-reached' as const,
    heardOn: '2026-06-30',
    attempts: [
      { on: '2026-06-01', how: '入户无人' },
      { on: '2026-06-03', how: '电话不通' },
    ],
  }
  const { attempts: _, ...withoutAttempts } = words
  expect(await refusalOf(office.clerk.review.hear(withoutAttempts))).toBe('input.invalid')
  expect(await refusalOf(office.clerk.review.hear(words))).toBe('not refused')
  expect(await refusalOf(elsewhere.review.hear(words))).toBe('record.not-found')
})

describe('the written notice', () => {
  beforeEach(() => opened('before-cut'))

  const notice = async (name: string, change: Partial<{ cut: 'stop' | 'reduce'; until: string }> = {}) => {
    const { applicationId } = await rowOf(name)
    const asked = {
      applicationId,
      cut: 'stop' as const,
      reason: '土地已全部流转给合作社',
      ...days,
      ...change,
    }
    const { file } = await office.clerk.review.cutNotice(asked)
    return readFile((await office.core.files.take(file.token)).path, 'utf8')
  }

  test('asks before the decision, tells after it, with what was heard and without a whole number', async () => {
    const before = await notice(stops.name)
    expect(before).toContain('拟停发补贴听取意见告知书')
    expect(before).toContain('2026年7月20日')
    expect(before).toContain('拟从2026年8月1日起停止发放')
    await hear(stops.name, { said: `我的证号 ${stops.idNumber}，地流转了` })
    await decide(stops.name, 'decline')

    const after = await notice(stops.name)
    expect(after).toContain('补贴停发告知书')
    expect(after).toContain('听取意见情况')
    expect(after).toContain('地流转了')
    expect(after).not.toContain(stops.idNumber)
    expect(after).toContain(`…${stops.idNumber.slice(-4)}`)
  })

  test('is refused where nothing is taken, where it says another thing than was decided, and for a day gone by', async () => {
    expect(await refusalOf(notice(stays.name, { cut: 'reduce' }))).toBe('review.nothing-cut')
    expect(await refusalOf(notice(stops.name, { until: '2026-01-01' }))).toBe('input.invalid')
    await decide(stays.name, 'approve')
    expect(await refusalOf(notice(stays.name))).toBe('review.nothing-cut')
  })
})
