import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, householdOf, registered } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { period, submitted, terms } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { deathOf, eventOf } from '../builders/household-events.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const headId = anIdNumber(1, { birth: '19550312' })
let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  await registered(office, aFamily())
  await submitted(office, [aRollPerson(1, { name: '张大山', idNumber: headId }), aRollPerson(60)], {
    ...terms,
    hearing: 'before-cut',
  })
})
afterEach(() => office.remove())

async function theRecord() {
  const { rows } = await office.reviewer.review.list(period)
  const row = rows.find(({ name }) => name === '张大山' || name === '张强')
  return office.reviewer.review.record({ applicationId: row!.applicationId })
}

/** What has to be handled; the made-up card fails its check digit, which is a hint. */
function findingsOf({ details }: Awaited<ReturnType<typeof theRecord>>): string[] {
  return details.filter(({ check }) => check !== 'C08').map(({ check }) => check)
}

async function successor(account: { accountNo: string } | null = { accountNo: anAccountNo(77) }) {
  const { idOf } = await eventOf(office, 'H-1')
  return { takeOver: { successorId: idOf('张强'), account } }
}

async function returnedForDeath() {
  const lines = [
    ['姓名', '身份证号', '死亡日期'],
    ['张大山', headId, '2026-05-01'],
  ]
  await office.importList({ kind: 'deceased', bytes: aWorkbook({ lines }), name: '死亡.xlsx' })
  await runJob(office.reviewer, 'review.check', period)
  const { applicationId, version } = await theRecord()
  const reason = '户主已死亡'
  await office.reviewer.review.decide({ applicationId, version, decision: 'return', reason })
}

test('a record returned for its dead head goes to the successor and the new card, and back to review', async () => {
  await returnedForDeath()

  await deathOf(office, '张大山', await successor())

  const record = await theRecord()
  expect((await householdOf(office, 'H-1')).events[0]?.what).toBe('张大山死亡；户主为张强；承接人张强')
  expect(record).toMatchObject({ name: '张强', status: 'submitted', accountHolderName: '张强' })
  expect(findingsOf(record)).toEqual([])
  expect(record.accountMasked).toBe(`…${anAccountNo(77).slice(-4)}`)
  expect(record.originalCases).toMatchObject([
    {
      kind: 'death',
      beneficiaryName: '张大山',
      payeeName: '张大山',
      holderName: '张大山',
      status: 'returned',
    },
  ])
  expect(record.trail.at(-1)).toMatchObject({ from: 'returned', to: 'submitted', by: 'clerk同志' })
  const { clerk, reviewer } = office
  const decision = {
    applicationId: record.applicationId,
    version: record.version,
    decision: 'approve' as const,
  }
  expect(await refusalOf(clerk.review.decide({ ...decision, reason: '' }))).toBe('permission.denied')
  expect(await reviewer.review.decide({ ...decision, reason: '' })).toMatchObject({ status: 'approved' })
})

test('a record that waits for review, or has been approved, takes the same way and tells so', async () => {
  const before = await theRecord()
  await office.reviewer.review.decide({
    ...{ applicationId: before.applicationId, version: before.version },
    decision: 'approve',
    reason: '',
  })

  await deathOf(office, '张大山', await successor())

  const record = await theRecord()
  expect(record).toMatchObject({ name: '张强', status: 'submitted' })
  expect(record.trail.slice(-2).map(({ from, to }) => [from, to])).toEqual([
    ['approved', 'returned'],
    ['returned', 'submitted'],
  ])
})

test('while the new card is missing the record waits to be corrected in the successor’s name', async () => {
  await deathOf(office, '张大山', await successor(null))

  const record = await theRecord()
  expect(record).toMatchObject({ name: '张强', status: 'returned' })
  await office.clerk.application.correct({
    ...{ applicationId: record.applicationId, version: record.version },
    accountNo: anAccountNo(78),
    reason: '张强新卡',
  })
  expect(await theRecord()).toMatchObject({ status: 'submitted', accountHolderName: '张强' })
})

test('without a successor the record leaves the review and waits; it is taken over later', async () => {
  await deathOf(office, '张大山')
  expect(await theRecord()).toMatchObject({ name: '张大山', status: 'returned' })
  const { event, idOf } = await eventOf(office, 'H-1')

  await office.clerk.household.takeOver({
    ...event,
    fromPersonId: idOf('张大山'),
    takeOver: { successorId: idOf('张强'), account: { accountNo: anAccountNo(77) } },
  })

  expect(await theRecord()).toMatchObject({ name: '张强', status: 'submitted' })
})

test('a card that is not the successor’s own is refused, and nothing has happened', async () => {
  const { idOf } = await eventOf(office, 'H-1')
  const { accountId } = await office.clerk.register.addAccount({
    personId: idOf('王秀兰'),
    values: { accountNo: anAccountNo(79) },
    reason: '换卡',
  })

  const refused = deathOf(office, '张大山', {
    takeOver: { successorId: idOf('张强'), account: { accountId } },
  })

  expect(await refusalOf(refused)).toBe('account.misfit')
  expect((await householdOf(office, 'H-1')).events).toEqual([])
  expect(await theRecord()).toMatchObject({ name: '张大山', status: 'submitted' })
})

test('the new card waits for a second person, and who entered it does not review the record', async () => {
  await deathOf(office, '张大山', await successor())

  const account = (await householdOf(office, 'H-1')).accounts.find(({ holderName }) => holderName === '张强')
  expect(account).toMatchObject({ confirmation: 'wanted', enteredBy: 'clerk同志', onTheWay: 1 })
  expect(account?.warnings).toEqual(['新登记或改过，等第二人核对'])
})

test('the last one’s death stops what goes to the household and ends it', async () => {
  const { event, household, idOf } = await eventOf(office, 'H-1')
  const others = household.members.filter(({ name }) => name !== '张大山').map(({ personId }) => personId)
  await office.clerk.household.moveOut({
    ...event,
    personIds: others,
    to: '外县',
    successorId: null,
    relations: {},
  })
  expect(
    await office.clerk.household.consequences({ personId: idOf('张大山'), diedOn: '2026-06-20' }),
  ).toMatchObject({
    applications: [{ outcome: 'stop', status: 'submitted' }],
  })

  await deathOf(office, '张大山', { headId: null, happenedOn: '2026-06-20' })

  const stopped = await theRecord()
  expect(stopped.status).toBe('stopped')
  expect(stopped.hearings?.records).toMatchObject([
    { cut: 'stop', way: 'exempt', exemption: 'death', answer: '张大山死亡：家属来办' },
  ])
  const ended = await office.clerk.register.household({ householdId: household.householdId })
  expect(ended).toMatchObject({ status: 'cancelled', endedOn: '2026-06-20' })
  expect(ended.events[0]?.applications).toMatchObject([{ outcome: 'stop', year: 2026 }])
})

describe('the land ledger', () => {
  test('of the dead counts for who goes on with the land', async () => {
    const lines = [
      ['村', '姓名', '身份证号', '确权面积', '不予补贴面积', '流转出面积', '代耕代种面积'],
      ['甘亭村', '张大山', headId, 6, 0, 0, 0],
    ]
    await office.importList({ kind: 'land-rights', bytes: aWorkbook({ lines }), name: '确权.xlsx' })

    await deathOf(office, '张大山', await successor())

    const record = await theRecord()
    expect(record).toMatchObject({ name: '张强', capCentiMu: 600 })
    expect(findingsOf(record)).toEqual([])
  })
})
