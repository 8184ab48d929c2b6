import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAccountNo, anIdNumber, withWrongCheckDigit } from '../builders/an-id-number.ts'
import { anOffice, aPerson, windowOf, type AnOffice } from '../builders/an-office.ts'
import { gantingCode, aRollPerson } from '../builders/a-roll-sheet.ts'
import { anOpenRound, threeHouseholds, typed } from '../builders/a-survey.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
let taskId: string
const personId = randomUUID()
const accountId = randomUUID()
beforeEach(async () => {
  office = await anOffice()
  const elsewhere = { householdNo: '14102410120100001', village: '士师村', people: [7] }
  const roll = [aRollPerson(1), aRollPerson(3), aRollPerson(7, { village: '士师村' })]
  const { roundId } = await anOpenRound(office, [...threeHouseholds, elsewhere], roll)
  taskId = (await office.clerk.survey.tasks({ roundId, villageCode: gantingCode })).rows[0]!.taskId
})
afterEach(() => office.remove())

async function warned(idNumber: string, accountNo?: string, client = office.clerk) {
  const accounts = accountNo === undefined ? [] : [{ accountId, personId, accountNo }]
  return client.survey.warnings({ taskId, people: [{ personId, idNumber }], accounts })
}

test('an ID number somebody else has is named with village and group before anything is saved', async () => {
  expect(await warned(anIdNumber(4))).toMatchObject([
    { subject: personId, code: 'id-elsewhere', name: '张五', where: '甘亭村1组' },
  ])
})

test('an account of somebody else is named; one’s own is not', async () => {
  expect(await warned(anIdNumber(9), anAccountNo(3))).toMatchObject([
    { subject: accountId, code: 'account-shared', name: '张四', where: '甘亭村1组' },
  ])
  const own = await warned(anIdNumber(3), anAccountNo(3))
  expect(own.map((one) => one.code)).not.toContain('account-shared')
})

test('somebody on the list of the dead is said to be, with the day', async () => {
  const lines = [
    ['姓名', '公民身份号码', '死亡日期'],
    ['张十', anIdNumber(9), '2026-03-01'],
  ]
  await office.importList({ kind: 'deceased', bytes: aWorkbook({ lines }), name: '死亡人员名单.xlsx' })

  expect(await warned(anIdNumber(9))).toMatchObject([{ code: 'deceased', name: '张十', day: '2026-03-01' }])
})

test('half a number, or one with a wrong digit, is asked about nobody', async () => {
  expect(await warned('1426251960')).toEqual([])
  expect(await warned(withWrongCheckDigit(anIdNumber(4)))).toEqual([])
})

test('who works on other villages learns that there is somebody, not who', async () => {
  await office.administrator.user.create(aPerson('ganting', 'clerk'))
  const user = (await office.administrator.user.list()).find((one) => one.signInName === 'ganting')!
  const grants = [{ role: 'clerk' as const, programmeCode: '*', villageCode: gantingCode }]
  await office.administrator.user.setGrants({ userId: user.userId, version: user.version, grants })
  const client = await windowOf(office.core, 'ganting')

  expect(await warned(anIdNumber(7), undefined, client)).toMatchObject([
    { code: 'id-elsewhere', name: '', where: '士师村' },
  ])
})

test('a death found at a visit waits on the round until it is recorded', async () => {
  const { householderId, roundId } = await office.clerk.survey.task({ taskId })
  const dead = { subject: householderId!, field: 'person.presence', value: '4' }
  const on = { subject: householderId!, field: 'person.diedOn', value: '2026-06-01' }
  await office.clerk.survey.saveVisit({ taskId, edits: typed(dead, on) })

  const { reported } = await office.clerk.survey.round({ roundId })

  expect(reported).toMatchObject([{ personId: householderId, name: '张二', what: 'dead' }])
})

test('another householder than the register’s waits for the event, and changes nothing by itself', async () => {
  const { householderId, people, roundId } = await office.clerk.survey.task({ taskId })
  const other = people.find((one) => one.personId !== householderId)!
  const head = { subject: 'household', field: 'household.householder', value: other.personId }
  await office.clerk.survey.saveVisit({ taskId, edits: typed({ ...head, baseValue: householderId }) })

  expect((await office.clerk.survey.task({ taskId })).householderId).toBe(householderId)
  expect((await office.clerk.survey.round({ roundId })).reported).toMatchObject([
    { personId: other.personId, what: 'householder' },
  ])
})
