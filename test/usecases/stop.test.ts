import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { ageAllowance, ageListRolled, agePeriod as period } from '../builders/an-age-allowance.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
let office: AnOffice

beforeEach(async () => {
  office = await anOffice()
  await ageAllowance(office)
  await ageListRolled(office, { from: 1, to: 12 })
  await runJob(office.reviewer, 'review.check', period)
})
afterEach(() => office.remove())

const rowOf = async (name: string) => {
  const { rows } = await office.reviewer.review.list(period)
  return rows.find((row) => row.name === name)!
}
const recordOf = async (name: string) =>
  office.reviewer.review.record({ applicationId: (await rowOf(name)).applicationId })

type Proposal = Parameters<AnOffice['clerk']['stop']['propose']>[0]

async function propose(name: string, change: Partial<Proposal> = {}) {
  const { applicationId, version } = await rowOf(name)
  return office.clerk.stop.propose({
    ...({ applicationId, version, kind: 'stop', reasonCode: 'no-longer-eligible' } as const),
    ...{ dueMonth: 1, stoppedMonth: 4, statement: '不再符合条件', ...change },
  })
}

const confirm = (stopId: string) => office.reviewer.stop.decide({ stopId, decision: 'confirmed' })

async function heard(name: string) {
  const { applicationId } = await rowOf(name)
  await office.clerk.review.hear({
    ...({ applicationId, cut: 'stop', way: 'visit', heardOn: '2026-06-30' } as const),
    ...{ heardName: name, relation: '本人', said: '没有意见', answer: '按政策停发' },
  })
}

describe('a stop', () => {
  test('binds once a second person has confirmed it, after the household was heard, and what was paid is owed', async () => {
    const { stopId } = await propose('张八十')
    const { applicationId, version, status } = await rowOf('张八十')
    expect(status).toBe('submitted')
    const passed = { applicationId, version, decision: 'approve', reason: '照常' } as const
    expect(await refusalOf(office.reviewer.review.decide(passed))).toBe('review.stop-waits')
    const { approved, left } = await runJob(office.reviewer, 'review.approve-clean', period)
    // 李九十 passes, 王七十 has to be explained
    expect({ approved, left }).toEqual({ approved: 1, left: 2 })
    expect(await refusalOf(office.clerk.stop.decide({ stopId, decision: 'confirmed' }))).toBe(
      'permission.denied',
    )
    expect(await refusalOf(confirm(stopId))).toBe('review.not-heard')
    await heard('张八十')

    expect(await confirm(stopId)).toEqual({ status: 'recovering' })
    expect((await recordOf('张八十')).stops).toMatchObject([
      { state: 'confirmed', months: 3, recoverFen: 30_000, recoveredFen: 0, decidedBy: 'reviewer同志' },
    ])
    expect(await office.clerk.stop.list(period)).toMatchObject({
      proposed: 0,
      toRecoverFen: 30_000,
      undecided: 0,
    })
    expect(await refusalOf(confirm(stopId))).toBe('record.stale')
  })

  test('of months to come leaves those before them, computed and reviewed again', async () => {
    await heard('李九十')
    const { stopId } = await propose('李九十', { dueMonth: 7, stoppedMonth: 9 })
    const { applicationId } = await rowOf('李九十')
    const span = { applicationId, kind: 'stop' as const, dueMonth: 7, stoppedMonth: 9 }
    expect(await office.clerk.stop.amount(span)).toEqual({
      ...{ months: 2, recoverFen: 40_000, missing: [], paidUntil: 6 },
    })

    expect(await confirm(stopId)).toEqual({ status: 'submitted' })
    expect(await rowOf('李九十')).toMatchObject({ amountFen: 5 * 10_000 + 20_000, quantityCenti: 600 })
    expect((await office.reviewer.review.overview(period)).checksOutdated).toBe(false)
  })

  test('that was declined, or waits, changes nothing; a second one waits for the first', async () => {
    const { stopId } = await propose('张八十')
    expect(await refusalOf(propose('张八十'))).toBe('record.stale')
    expect(await refusalOf(office.reviewer.stop.decide({ stopId, decision: 'declined' }))).toBe(
      'review.reason-missing',
    )
    await office.reviewer.stop.decide({ stopId, decision: 'declined', reason: '核实后仍符合' })
    expect(await recordOf('张八十')).toMatchObject({
      ...{ status: 'submitted', amountFen: 120_000 },
      stops: [{ state: 'declined', decidedReason: '核实后仍符合' }],
    })
  })

  test('for a death is refused while nobody is on record as dead, and then needs no hearing but says so', async () => {
    expect(await refusalOf(propose('张八十', { reasonCode: 'death' }))).toBe('input.invalid')
    const dead = ['姓名', '身份证号', '死亡日期']
    const line = ['张八十', anIdNumber(1, { birth: '19440610' }), '2026-01-20']
    await office.importList({
      kind: 'deceased',
      bytes: aWorkbook({ lines: [dead, line] }),
      name: '死亡.xlsx',
    })

    const { stopId } = await propose('张八十', { reasonCode: 'death', dueMonth: 1 })
    expect(await confirm(stopId)).toEqual({ status: 'recovering' })
    expect((await recordOf('张八十')).hearings?.records).toMatchObject([
      { way: 'exempt', exemption: 'death' },
    ])
  })

  test('is not for somebody of another programme, backwards in time, or out of the record’s own status', async () => {
    const elsewhere = await somebodyLimited(office, 'other', { role: 'reviewer', programmeCode: 'MZ05' })
    const { stopId } = await propose('张八十')
    expect(await refusalOf(elsewhere.stop.decide({ stopId, decision: 'confirmed' }))).toBe('record.not-found')
    expect(await refusalOf(propose('李九十', { dueMonth: 5, stoppedMonth: 4 }))).toBe('input.invalid')
    await heard('张八十')
    await confirm(stopId)
    expect(await refusalOf(propose('张八十'))).toBe('record.wrong-status')
    const { applicationId, version } = await rowOf('李九十')
    const own = await office.reviewer.stop.propose({
      ...({ applicationId, version, kind: 'suspend', reasonCode: 'not-found' } as const),
      ...{ dueMonth: 3, stoppedMonth: 3, statement: '两次入户无人' },
    })
    expect(await refusalOf(confirm(own.stopId))).toBe('permission.same-person')
  })
})

describe('what is owed', () => {
  const owed = async (change: Partial<Proposal> = {}) => {
    await heard('张八十')
    const { stopId } = await propose('张八十', change)
    await confirm(stopId)
    return stopId
  }
  const back = (stopId: string, amountFen: number) =>
    office.clerk.stop.recovered({ stopId, amountFen, onDay: '2026-06-30', voucher: '缴款书 001' })

  test('comes back by voucher, never more than it is, and settles the record with the last fen', async () => {
    const stopId = await owed()
    expect(await back(stopId, 10_000)).toEqual({ openFen: 20_000, status: 'recovering' })
    expect(await refusalOf(back(stopId, 20_001))).toBe('input.invalid')
    expect(await back(stopId, 20_000)).toEqual({ openFen: 0, status: 'settled' })
    expect(await office.clerk.stop.list(period)).toMatchObject({ toRecoverFen: 30_000, recoveredFen: 30_000 })
  })

  test('may be fixed by hand with its basis, and nothing is where it stopped in time', async () => {
    const stopId = await owed({ byHand: { amountFen: 25_000, basis: '银行回单只发两个半月' } })
    expect((await recordOf('张八十')).stops).toMatchObject([{ recoverFen: 25_000, byHand: true, stopId }])
    await heard('李九十')
    const inTime = await propose('李九十', { dueMonth: 1, stoppedMonth: 1 })
    expect(await confirm(inTime.stopId)).toEqual({ status: 'stopped' })
  })

  test('is never 0 where it cannot be told', async () => {
    const { applicationId, version } = await rowOf('李九十')
    await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason: '核对月数' })
    const returned = (await rowOf('李九十')).version
    const counted = { applicationId, version: returned, quantityCenti: 1_200, reason: '名册只有月数' }
    await office.clerk.application.correct(counted)
    await heard('李九十')
    const { stopId } = await propose('李九十')
    expect(await confirm(stopId)).toEqual({ status: 'recovering' })
    expect((await recordOf('李九十')).stops).toMatchObject([
      { recoverFen: null, months: null, missing: ['按月发放的起止月份'] },
    ])
    expect(await office.clerk.stop.list(period)).toMatchObject({ toRecoverFen: 0, undecided: 1 })
    expect(await refusalOf(back(stopId, 100))).toBe('review.amount-undecided')

    const fixed = { stopId, amountFen: 30_000, basis: '银行回单三个月' }
    expect(await office.reviewer.stop.fix(fixed)).toEqual({ status: 'recovering' })
    expect(await refusalOf(office.reviewer.stop.fix(fixed))).toBe('record.stale')
    expect(await back(stopId, 30_000)).toEqual({ openFen: 0, status: 'settled' })
  })
})

test('a suspension ends with the record back to be corrected and reviewed; its paper is kept', async () => {
  const fileToken = await office.handIn('认证.png', await readFile(photo))
  const why = { kind: 'suspend', reasonCode: 'monthly-check-failed', fileToken } as const
  const { stopId } = await propose('张八十', why)
  expect(await confirm(stopId)).toEqual({ status: 'suspended' })
  expect(await office.clerk.stop.list(period)).toMatchObject({ toRecoverFen: 0, undecided: 0 })
  expect(await office.reviewer.stop.file({ stopId })).toMatchObject({ name: '停发依据.jpg' })

  const { applicationId, version } = await rowOf('张八十')
  const resumed = await office.clerk.stop.resume({ applicationId, version, reason: '已补认证' })
  expect(resumed).toEqual({ status: 'returned' })
  const months = { from: 4, to: 12 }
  const corrected = { applicationId, version: (await rowOf('张八十')).version, months, reason: '四月起恢复' }
  await office.clerk.application.correct(corrected)
  expect(await rowOf('张八十')).toMatchObject({ status: 'submitted', amountFen: 90_000 })
})

test('somebody suspended may be stopped later in the year, with the months before computed', async () => {
  const suspended = await propose('李九十', {
    kind: 'suspend',
    reasonCode: 'not-found',
    dueMonth: 7,
    stoppedMonth: 7,
  })
  await confirm(suspended.stopId)
  await heard('李九十')
  const { stopId } = await propose('李九十', { dueMonth: 7, stoppedMonth: 7 })
  expect(await confirm(stopId)).toEqual({ status: 'submitted' })
  expect(await rowOf('李九十')).toMatchObject({ amountFen: 5 * 10_000 + 20_000, quantityCenti: 600 })
})

test('whose tier nobody can tell is stopped within the year all the same, by what the roll says', async () => {
  await heard('王七十')
  const { stopId } = await propose('王七十', { dueMonth: 7, stoppedMonth: 9 })
  expect(await confirm(stopId)).toEqual({ status: 'submitted' })
  expect(await recordOf('王七十')).toMatchObject({
    ...{ amountFen: 60_000, quantityCenti: 600 },
    stops: [{ recoverFen: 20_000, months: 2 }],
  })
})
