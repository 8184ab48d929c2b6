import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, refusalOf, type AnOffice } from '../builders/an-office.ts'
import { period, submitted } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const headId = anIdNumber(1, { birth: '19550312' })
const neighbourId = anIdNumber(21, { birth: '19550312' })
const reason = '已看流转合同'
let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
  const neighbours = aFamily('H-2', 21).map((line) => ({ ...line, name: `李${line.name.slice(1)}` }))
  await registered(office, [...aFamily(), ...neighbours])
})
afterEach(() => office.remove())

async function give(change: Partial<Parameters<AnOffice['clerk']['land']['addTransfer']>[0]> = {}) {
  const personId = memberOf(await householdOf(office, 'H-1'), '张大山').personId
  const counterpart = { name: '李大山', idNumber: neighbourId, creditCode: '' }
  const term = { startsOn: '2026-01-01', endsOn: null, subsidyTo: 'taker' as const, areaCentiMu: 200 }
  return office.clerk.land.addTransfer({ personId, side: 'giver', counterpart, ...term, reason, ...change })
}

const transfersOf = async (householdNo: string) => (await householdOf(office, householdNo)).transfers

test('a transfer stands on both households’ pages, the other’s number only by its last digits', async () => {
  await give({ parcelText: '村东水地', agreement: '2026-03 书面' })

  expect(await transfersOf('H-1')).toMatchObject([
    {
      isGiver: true,
      taker: { name: '李大山', idTail: neighbourId.slice(-4) },
      doubt: null,
      parcelText: '村东水地',
    },
  ])
  expect(await transfersOf('H-2')).toMatchObject([{ isGiver: false, giver: { name: '张大山' }, doubt: null }])
})

test.each([
  ['counterpart-missing', { counterpart: { name: '', idNumber: '', creditCode: '' } }],
  ['counterpart-unknown', { counterpart: { name: '王外村', idNumber: '', creditCode: '' } }],
  ['subsidy-unknown', { subsidyTo: 'unknown' as const }],
] as const)('%s is said on the page', async (doubt, change) => {
  await give(change)

  expect((await transfersOf('H-1')).map((one) => one.doubt)).toEqual([doubt])
})

test('what goes to the taker is less for one and the same more for the other, in the review too', async () => {
  const lines = [
    ['村', '姓名', '身份证号', '确权面积', '不予补贴面积', '流转出面积', '代耕代种面积'],
    ['甘亭村', '张大山', headId, 6, 0, 0, 0],
    ['甘亭村', '李大山', neighbourId, 5, 0, 0, 0],
  ]
  await office.importList({ kind: 'land-rights', bytes: aWorkbook({ lines }), name: '确权.xlsx' })
  await submitted(office, [
    aRollPerson(1, { name: '张大山', idNumber: headId, areaMu: 5 }),
    aRollPerson(2, { name: '李大山', idNumber: neighbourId, areaMu: 7 }),
  ])
  const caps = async () => {
    const { rows } = await office.reviewer.review.list(period)
    const records = await Promise.all(
      rows.map(({ applicationId }) => office.reviewer.review.record({ applicationId })),
    )
    return Object.fromEntries(
      records.map(({ name, capCentiMu, details }) => [
        name,
        [capCentiMu, details.some(({ check }) => check === 'C10')],
      ]),
    )
  }
  expect(await caps()).toEqual({ 张大山: [600, false], 李大山: [500, true] })

  await give()
  await runJob(office.reviewer, 'review.check', period)

  expect(await caps()).toEqual({ 张大山: [400, true], 李大山: [700, false] })
})

test('an ended transfer moves nothing and is doubted no more', async () => {
  const { transferId } = await give({ counterpart: { name: '', idNumber: '', creditCode: '' } })

  await office.clerk.land.endTransfer({ transferId, version: 1, reason: '合同解除' })

  expect(await transfersOf('H-1')).toMatchObject([{ isOver: true, doubt: null }])
})

test('a ledger without counterparts is told of once, and no household is suspected for it', async () => {
  const lines = [
    ['村', '转出方', '转出方身份证号', '转入方', '流转面积', '补贴归属'],
    ['甘亭村', '张大山', headId, '', 2, '转入方'],
    ['甘亭村', '李大山', neighbourId, '', 1, '转入方'],
  ]
  await office.importList({ kind: 'land-transfers', bytes: aWorkbook({ lines }), name: '流转.xlsx' })

  expect(await office.clerk.land.books()).toMatchObject([
    { fileName: '流转.xlsx', rows: 2, areaCentiMu: 300 },
  ])
  expect((await transfersOf('H-1')).map(({ doubt }) => doubt)).toEqual([null])
})

test('a parcel is entered, corrected and ended by hand, each with its reason', async () => {
  const { householdId } = await householdOf(office, 'H-1')
  const values = { name: '村东水地', contractNo: 'HT-1', areaCentiMu: 320 }
  const { parcelId } = await office.clerk.land.addParcel({ householdId, values, reason: '承包合同' })
  const change = (more: object, version = 1) =>
    office.clerk.land.changeParcel({ parcelId, version, values: { ...values, ...more }, reason: '复测' })

  expect(await refusalOf(change({ nonEligibleCentiMu: 400 }))).toBe('input.invalid')
  await change({ areaCentiMu: 300 })
  await office.clerk.land.endParcel({ parcelId, version: 2, reason: '征占' })

  expect((await householdOf(office, 'H-1')).parcels).toMatchObject([
    { areaCentiMu: 300, status: 'ended', version: 3 },
  ])
  const history = await office.clerk.register.history({ householdId })
  expect(history.slice(0, 2).map(({ what, reason }) => [what, reason])).toEqual([
    ['状态：启用 → 已终止', '征占'],
    ['面积：3.20 亩 → 3.00 亩', '复测'],
  ])
})
