import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { applicationsOf, period, submitted } from '../builders/a-period.ts'
import { anAccountNo } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet, shishiCode } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const [clean, dead, twice] = [aRollPerson(1), aRollPerson(2), aRollPerson(3)]

/** One record without findings, one of a dead person, two of one person. */
async function withFindings() {
  const entry = [dead.idNumber, dead.name, '2026-03-01']
  const bytes = aWorkbook({ lines: [['身份证号', '姓名', '死亡日期'], entry] })
  await office.importList({ kind: 'deceased', bytes, name: '死亡.xlsx' })
  await submitted(office, [clean, dead, twice, { ...twice, areaMu: 1.5 }])
}

async function decide(name: string, decision: 'approve' | 'return' | 'decline', reason = '') {
  const row = (await applicationsOf(office)).find((one) => one.name === name)!
  const { applicationId, version } = row
  return office.reviewer.review.decide({ applicationId, version, decision, reason })
}

test('the overview counts what was found within one’s own villages, and nothing of whole lists', async () => {
  await withFindings()
  const there = await somebodyLimited(office, 'there', { role: 'reviewer', villageCode: shishiCode })

  expect(await office.reviewer.review.overview(period)).toMatchObject({
    withFindings: 3,
    entrance: { valid: 4 },
  })
  expect(await there.review.overview(period)).toMatchObject({ withFindings: 0, byCheck: [], entrance: null })
})

describe('a correction', () => {
  const returned = async () => {
    await submitted(office, [clean])
    const { version } = await decide(clean.name, 'return', '请核对面积和账户')
    const [row] = await applicationsOf(office)
    return { applicationId: row!.applicationId, version }
  }

  test('that changes nothing is sent back to review only with words of its own', async () => {
    const key = await returned()
    const same = { areaCentiMu: 500, accountNo: clean.accountNo }

    expect(await refusalOf(office.clerk.application.correct({ ...key, reason: '已核' }))).toBe(
      'review.nothing-changed',
    )
    expect(await refusalOf(office.clerk.application.correct({ ...key, ...same, reason: '已核' }))).toBe(
      'review.nothing-changed',
    )
    await office.clerk.application.correct({ ...key, unchanged: true, reason: '入户丈量，面积无误' })

    const { trail } = await office.reviewer.review.record({ applicationId: key.applicationId })
    expect(trail.at(-1)).toMatchObject({ to: 'submitted', reason: '照原数送审：入户丈量，面积无误' })
  })

  test('does not drop a bank that was typed without its account, or for another one', async () => {
    const key = await returned()
    const bank = { bankName: '洪洞农商行', reason: '换行' }
    const refused = { data: { facts: { fields: [{ path: 'bankName', rule: 'with-new-account' }] } } }

    await expect(office.clerk.application.correct({ ...key, ...bank })).rejects.toMatchObject(refused)
    const known = { ...bank, accountNo: clean.accountNo }
    await expect(office.clerk.application.correct({ ...key, ...known })).rejects.toMatchObject(refused)
    expect(
      await refusalOf(office.clerk.application.correct({ ...key, ...bank, accountNo: anAccountNo(7) })),
    ).toBe('not refused')
  })
})

describe('a decision', () => {
  test('cannot pass a blocking finding, whatever the reason', async () => {
    await withFindings()

    expect(await refusalOf(decide(dead.name, 'approve', '家属说明'))).toBe('review.has-findings')
    expect(await decide(dead.name, 'return', '已死亡，请变更户主')).toMatchObject({ status: 'returned' })
  })

  test('passes a finding that must be explained only with a reason', async () => {
    await withFindings()

    expect(await refusalOf(decide(twice.name, 'approve'))).toBe('review.reason-missing')
    expect(await decide(twice.name, 'approve', '两块地分别登记，已核实')).toMatchObject({
      status: 'approved',
    })
  })

  test('that sends a record back or declines it needs a reason', async () => {
    await withFindings()

    expect(await refusalOf(decide(clean.name, 'return'))).toBe('review.reason-missing')
    expect(await refusalOf(decide(clean.name, 'decline', ' '))).toBe('review.reason-missing')
    expect(await decide(clean.name, 'approve')).toMatchObject({ status: 'approved' })
  })

  test('on a record somebody else has decided meanwhile is refused as stale', async () => {
    await submitted(office, [clean])
    const [read] = await applicationsOf(office)
    const key = { applicationId: read!.applicationId, version: read!.version }
    await office.reviewer.review.decide({ ...key, decision: 'return', reason: '请补充' })

    const late = office.reviewer.review.decide({ ...key, decision: 'approve', reason: '' })

    expect(await refusalOf(late)).toBe('record.stale')
  })

  test('in bulk approves what has nothing to handle, and leaves the rest', async () => {
    await withFindings()

    const bulk = await runJob(office.reviewer, 'review.approve-clean', period)

    expect(bulk).toMatchObject({ approved: 1, left: 3, totals: { rows: 1, amountFen: 33515 } })
    expect((await applicationsOf(office)).find((row) => row.status === 'approved')?.name).toBe(clean.name)
  })
})

test('checks are outdated as soon as another list is imported, until they are run again', async () => {
  await submitted(office, [clean])
  const bytes = aWorkbook({
    lines: [
      ['单位', '姓名', '身份证号'],
      ['镇小学', clean.name, clean.idNumber],
    ],
  })
  await office.importList({ kind: 'payroll', bytes, name: '财政供养.xlsx' })

  expect(await refusalOf(decide(clean.name, 'approve'))).toBe('review.checks-outdated')
  expect(await jobRefusal(office.reviewer, 'review.approve-clean', period)).toBe('review.checks-outdated')
  expect((await office.reviewer.review.overview(period)).checksOutdated).toBe(true)

  await runJob(office.reviewer, 'review.check', period)
  expect(await refusalOf(decide(clean.name, 'approve'))).toBe('review.reason-missing')
})

test('a corrected record goes back to review with its money computed again and its findings judged anew', async () => {
  await withFindings()
  const lines = (await applicationsOf(office)).filter((row) => row.name === twice.name)
  const [first] = lines
  const key = { applicationId: first!.applicationId }
  await office.reviewer.review.decide({
    ...key,
    version: first!.version,
    decision: 'return',
    reason: '面积有误',
  })
  const early = office.clerk.application.correct({
    ...key,
    version: first!.version,
    areaCentiMu: 333,
    reason: '更正',
  })
  expect(await refusalOf(early)).toBe('record.stale')

  const { version } = (await applicationsOf(office)).find(
    (row) => row.applicationId === first!.applicationId,
  )!
  await office.clerk.application.correct({ ...key, version, areaCentiMu: 333, reason: '入户丈量' })

  const record = await office.reviewer.review.record(key)
  expect(record).toMatchObject({
    status: 'submitted',
    areaCentiMu: 333,
    previousAreaCentiMu: 500,
    amountFen: 22321,
  })
  expect(record.details.map(({ check }) => check)).toContain('C03')
  expect(record.trail.map(({ step }) => step)).toEqual(['open', 'return', 'correct'])
  expect((await office.reviewer.review.overview(period)).checksOutdated).toBe(false)
})

test('a record that was not sent back cannot be corrected, nor given an account that is none', async () => {
  await submitted(office, [clean])
  const [row] = await applicationsOf(office)
  const key = { applicationId: row!.applicationId }
  const early = office.clerk.application.correct({
    ...key,
    version: row!.version,
    areaCentiMu: 1,
    reason: '更正',
  })
  expect(await refusalOf(early)).toBe('record.wrong-status')

  const { version } = await decide(clean.name, 'return', '账号有误')
  const wrong = office.clerk.application.correct({ ...key, version, accountNo: '6.2E+18', reason: '换卡' })

  expect(await refusalOf(wrong)).toBe('input.invalid')
  expect((await applicationsOf(office))[0]).toMatchObject({ status: 'returned', version })
})

test('rolling forward twice opens nothing twice', async () => {
  await submitted(office, [clean, dead])

  const again = await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([twice]), year: 2025 })
  const later = await runJob(office.clerk, 'application.roll-forward', { ...period, fromYear: 2025 })

  expect(again).toMatchObject({ opened: 0, already: 2 })
  expect(later).toMatchObject({ opened: 1, already: 2, totals: { rows: 3 } })
})
