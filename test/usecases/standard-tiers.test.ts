import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anAccountNo } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import {
  ageAllowance,
  ageListRolled,
  agePeriod as period,
  ageTerms as itsTerms,
  ageTiers as tiers,
} from '../builders/an-age-allowance.ts'

let office: AnOffice

beforeEach(async () => {
  office = await anOffice()
  await ageAllowance(office)
})
afterEach(() => office.remove())

const rows = async () => (await office.reviewer.review.list(period)).rows
const rowOf = async (name: string) => (await rows()).find((row) => row.name === name)!
const recordOf = async (name: string) =>
  office.reviewer.review.record({ applicationId: (await rowOf(name)).applicationId })

describe('rolled forward month by month', () => {
  beforeEach(async () => {
    await ageListRolled(office, { from: 1, to: 12 })
    await runJob(office.reviewer, 'review.check', period)
  })

  test('everybody has the tier of their age, and the new one from the month after the birthday', async () => {
    expect(await rowOf('张八十')).toMatchObject({ amountFen: 120_000, quantityCenti: 1_200, rateYuan: '100' })
    expect(await recordOf('李九十')).toMatchObject({
      ...{ amountFen: 5 * 10_000 + 7 * 20_000, rateYuan: null },
      steps: [
        { fromMonth: 1, toMonth: 5, tier: '80—89 岁', rateYuan: '100', amountFen: 50_000 },
        { fromMonth: 6, toMonth: 12, tier: '90 岁以上', rateYuan: '200', amountFen: 140_000 },
      ],
    })
  })

  test('who fits no tier keeps what the roll says, and has to be explained', async () => {
    const { amountFen, details } = await recordOf('王七十')
    expect(amountFen).toBe(120_000)
    const found = details.find(({ check }) => check === 'C17')
    expect(found).toMatchObject({ severity: 'explain' })
    expect(found?.detail).toContain('没有一档的条件符合')
  })

  test('a changed tier blocks until it is computed again, and doing that twice changes nothing', async () => {
    const cheaper = tiers.map((tier) => ({
      ...tier,
      rateYuan: tier.rateYuan === '100' ? '90' : tier.rateYuan,
    }))
    await putAgain({ rateTiers: cheaper })
    await runJob(office.reviewer, 'review.check', period)
    const found = (await recordOf('张八十')).details.find(({ check }) => check === 'C17')
    expect(found).toMatchObject({ severity: 'block' })
    expect(found?.detail).toContain('按现行标准应为 1,080.00 元（1—12月 80—89 岁 90）')
    expect((await office.clerk.review.overview(period)).otherStandard).toBe(2)

    const seen = await runJob(office.clerk, 'application.recompute', period)
    expect(seen).toMatchObject({ rows: 2, undecided: 1, missing: ['没有一档的条件符合'], isTaken: false })
    await runJob(office.clerk, 'application.recompute', { ...period, expected: seen.seen })
    expect(await rowOf('张八十')).toMatchObject({ amountFen: 108_000, rateYuan: '90' })
    expect((await rowOf('李九十')).amountFen).toBe(5 * 9_000 + 7 * 20_000)
    expect(await runJob(office.clerk, 'application.recompute', period)).toMatchObject({ rows: 0 })
    expect((await office.clerk.review.overview(period)).otherStandard).toBe(0)
  })

  test('a lower standard for everybody is said once for all it reaches, by another person than who decides', async () => {
    const cheaper = tiers.map((tier) => ({ ...tier, rateYuan: tier.rateYuan === '100' ? '90' : '80' }))
    await putAgain({ rateTiers: cheaper })
    const seen = await runJob(office.clerk, 'application.recompute', period)
    await runJob(office.clerk, 'application.recompute', { ...period, expected: seen.seen })
    await runJob(office.reviewer, 'review.check', period)
    const { applicationId, version } = await rowOf('张八十')
    const decision = { applicationId, version, decision: 'approve', reason: '' } as const
    expect((await recordOf('张八十')).hearings).toMatchObject({ reduces: true, toReduce: 'unheard' })
    expect(await refusalOf(office.reviewer.review.decide(decision))).toBe('review.not-heard')

    const { recorded } = await office.clerk.review.hear({
      ...({ applicationId, cut: 'reduce', way: 'exempt', exemption: 'general-adjustment' } as const),
      ...{ heardOn: '2026-06-30', answer: '全县统一调标，晋财社〔2026〕9号', forAll: true },
    })
    expect(recorded).toBe(2)
    expect(await office.reviewer.review.decide(decision)).toMatchObject({ status: 'approved' })
  })

  test('a corrected span of months is computed again, and a standard of one’s own is not taken', async () => {
    const { applicationId, version } = await rowOf('李九十')
    await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason: '四月才办理' })
    const returned = { applicationId, version: (await rowOf('李九十')).version, reason: '受理单' }
    const backwards = { ...returned, months: { from: 9, to: 4 } }
    expect(await refusalOf(office.clerk.application.correct(backwards))).toBe('input.invalid')
    await office.clerk.application.correct({ ...returned, months: { from: 5, to: 12 }, rateYuan: '999' })
    expect(await rowOf('李九十')).toMatchObject({ amountFen: 10_000 + 7 * 20_000, quantityCenti: 800 })
  })
})

test('whose amount nobody can tell gets another card all the same, but no other number of months', async () => {
  await ageListRolled(office, { from: 1, to: 12 })
  await runJob(office.reviewer, 'review.check', period)
  const { applicationId, version } = await rowOf('王七十')
  await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason: '换了卡' })
  const returned = { applicationId, version: (await rowOf('王七十')).version, reason: '新卡' }
  const shorter = { ...returned, months: { from: 1, to: 6 } }
  expect(await refusalOf(office.clerk.application.correct(shorter))).toBe('review.amount-undecided')
  await office.clerk.application.correct({ ...returned, accountNo: anAccountNo(80), bankName: '农商行' })
  expect(await recordOf('王七十')).toMatchObject({
    ...{ status: 'submitted', amountFen: 120_000, accountMasked: `…${anAccountNo(80).slice(-4)}` },
  })
})

test('without months the tier is that of the day eligibility is judged on, for the roll’s own count', async () => {
  await ageListRolled(office)
  expect(await recordOf('李九十')).toMatchObject({
    ...{ amountFen: 240_000, quantityCenti: 1_200, rateYuan: '200' },
    steps: [{ fromMonth: null, toMonth: null, tier: '90 岁以上' }],
  })
})

describe('somebody on no list', () => {
  async function applicant(name: string, accountNo = anAccountNo(70)) {
    const { hits } = await office.clerk.register.search({ text: name })
    const { personId, householdId } = hits[0]!
    await office.clerk.register.addAccount({
      ...{ personId, values: { accountNo, bankName: '农商行' }, reason: '本人来办' },
    })
    const { accounts } = await office.clerk.register.household({ householdId: householdId! })
    return {
      ...period,
      personId,
      accountId: accounts[0]!.accountId,
      acceptedOn: '2026-03-10',
      reason: '本人申请',
    }
  }

  test('applies and is paid from the month after, with the tier of each month', async () => {
    const claim = await applicant('李九十')
    const shown = await office.clerk.application.amount(claim)
    expect(shown).toMatchObject({ amountFen: 2 * 10_000 + 7 * 20_000, missing: [] })
    const { applicationId, amountFen } = await office.clerk.application.open(claim)
    expect(amountFen).toBe(shown.amountFen)
    expect(await office.reviewer.review.record({ applicationId })).toMatchObject({
      ...{ status: 'submitted', amountFen, quantityCenti: 900, enteredBy: 'clerk同志' },
      trail: [{ step: 'open', reason: '新增申报，2026-03-10 受理：本人申请' }],
    })
    expect(await refusalOf(office.clerk.application.open(claim))).toBe('review.already-applied')
  })

  test('is paid for months before only with a reason, and never for months that are paid anyway', async () => {
    const claim = await applicant('李九十')
    const backPay = { fromMonth: 2, reason: 'not-registered-in-time' as const }
    const { amountFen } = await office.clerk.application.amount({ ...claim, backPay })
    expect(amountFen).toBe(4 * 10_000 + 7 * 20_000)
    const late = { ...claim, backPay: { ...backPay, fromMonth: 4 } }
    expect(await refusalOf(office.clerk.application.amount(late))).toBe('input.invalid')
  })

  test('is refused where no tier fits, where nothing is left of the year, and for a day to come', async () => {
    const claim = await applicant('王七十')
    expect(await office.clerk.application.amount(claim)).toMatchObject({
      amountFen: null,
      missing: ['没有一档的条件符合'],
    })
    expect(await refusalOf(office.clerk.application.open(claim))).toBe('review.amount-undecided')
    const other = await applicant('张八十')
    expect(await refusalOf(office.clerk.application.open({ ...other, toMonth: 3 }))).toBe('input.invalid')
    expect(await refusalOf(office.clerk.application.open({ ...other, acceptedOn: '2027-01-01' }))).toBe(
      'input.invalid',
    )
    expect(await rows()).toEqual([])
  })

  test('of another village is nobody’s to ask about: neither the amount nor whether there is any', async () => {
    const { acceptedOn, personId } = await applicant('李九十')
    const elsewhere = await somebodyLimited(office, 'elsewhere', {
      role: 'clerk',
      villageCode: '141024101201',
    })
    expect(await refusalOf(elsewhere.application.amount({ ...period, acceptedOn, personId }))).toBe(
      'record.not-found',
    )
  })

  test('is judged at once where the period was checked before', async () => {
    await ageListRolled(office, { from: 1, to: 12 })
    await runJob(office.reviewer, 'review.check', period)
    // 李九十's card, typed as the newcomer's
    const { applicationId } = await office.clerk.application.open(await applicant('赵九一', anAccountNo(2)))
    const { details } = await office.reviewer.review.record({ applicationId })
    expect(details.map(({ check }) => check)).toContain('C05')
    expect((await office.clerk.review.overview(period)).checksOutdated).toBe(false)
  })
})

/** The terms again, with something else in them. */
async function putAgain(change: Partial<typeof itsTerms>) {
  const { termsId } = await office.clerk.programme.enterTerms({
    ...period,
    terms: { ...itsTerms, ...change },
  })
  await office.reviewer.programme.activate({ termsId })
}
