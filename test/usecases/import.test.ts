import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import { read, utils } from 'xlsx'
import {
  aPerson,
  anOffice,
  jobRefusal,
  refusalOf,
  somebodyLimited,
  windowOf,
  type AnOffice,
} from '../builders/an-office.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aRollPerson, aRollSheet, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const roll = aRollSheet([aRollPerson(1), aRollPerson(2, { idNumber: '142625196001019' })])
const rollOf2025 = { kind: 'farmland-roll' as const, bytes: roll, year: 2025 }

test('the same file is not taken twice for the same year, under whatever name', async () => {
  await office.importList({ ...rollOf2025, name: '甲.xlsx' })

  expect(await refusalOf(office.importList({ ...rollOf2025, name: '乙.xlsx' }))).toBe('list.already-imported')
  expect(await refusalOf(office.importList({ ...rollOf2025, year: 2024 }))).toBe('not refused')
})

test('of two previews of one roll only the first can be taken', async () => {
  const [first, second] = [
    await office.stage(office.clerk, rollOf2025),
    await office.stage(office.clerk, rollOf2025),
  ]

  expect(await jobRefusal(office.clerk, 'list.commit', { stageId: first })).toBe('not refused')
  expect(await jobRefusal(office.clerk, 'list.commit', { stageId: second })).toBe('list.already-imported')
})

test('of two previews of different files with the same line only the first can be taken', async () => {
  const bytes = aRollSheet([aRollPerson(1), aRollPerson(3)])
  const [first, second] = [
    await office.stage(office.clerk, rollOf2025),
    await office.stage(office.clerk, { ...rollOf2025, bytes }),
  ]

  expect(await jobRefusal(office.clerk, 'list.commit', { stageId: first })).toBe('not refused')
  expect(await jobRefusal(office.clerk, 'list.commit', { stageId: second })).toBe('stage.expired')
})

test('a line that is on the year’s roll already comes back, the new ones go in', async () => {
  await office.importList(rollOf2025)
  const more = aRollSheet([aRollPerson(1), aRollPerson(5)])

  const { counts } = await office.importList({ ...rollOf2025, bytes: more })

  expect(counts).toMatchObject({ accepted: 1, rejected: 1 })
})

test('the id a staged file answers with is the id every other call takes, until it is committed', async () => {
  const stageId = await office.stage(office.clerk, rollOf2025)

  const shown = await office.clerk.list.stage({ stageId })

  expect(shown.stageId).toBe(stageId)
  expect((await office.clerk.list.stageRows({ stageId: shown.stageId })).rows).not.toHaveLength(0)
  expect(await jobRefusal(office.clerk, 'list.commit', { stageId: shown.stageId })).toBe('not refused')
  expect(await refusalOf(office.clerk.list.stage({ stageId }))).toBe('stage.expired')
})

describe('another clerk', () => {
  async function secondClerk() {
    await office.administrator.user.create(aPerson('other', 'clerk'))
    return windowOf(office.core, 'other')
  }

  test('sees nothing of a staged file, and cannot commit or discard it', async () => {
    const other = await secondClerk()
    const stageId = await office.stage(office.clerk, rollOf2025)

    expect(await refusalOf(other.list.stage({ stageId }))).toBe('stage.expired')
    expect(await refusalOf(other.list.stageRows({ stageId }))).toBe('stage.expired')
    expect(await refusalOf(other.list.rejectFile({ stageId }))).toBe('stage.expired')
    expect(await refusalOf(other.list.discardStage({ stageId }))).toBe('stage.expired')
    expect(await jobRefusal(other, 'list.commit', { stageId })).toBe('stage.expired')
    expect(await jobRefusal(office.clerk, 'list.commit', { stageId })).toBe('not refused')
  })

  test('does not get the rejected lines of a list somebody else imported', async () => {
    const other = await secondClerk()
    const bytes = aRollSheet([aRollPerson(1), aRollPerson(2, { areaMu: '不详' })])
    const { importId } = await office.importList({ ...rollOf2025, bytes })

    expect(await refusalOf(other.list.rejectFile({ importId }))).toBe('permission.denied')
    const { token } = await office.clerk.list.rejectFile({ importId })
    const text = await sheetText(token)
    expect(text).toContain(anIdNumber(2))
    expect(text).toContain(`…${anAccountNo(2).slice(-4)}`)
    expect(text).not.toContain(anAccountNo(2))
  })
})

describe('a clerk of one village', () => {
  const clerkOfGanting = () => somebodyLimited(office, 'ganting', { role: 'clerk', villageCode: gantingCode })
  const register = aWorkbook({
    lines: [
      ['户编号', '村', '姓名', '关系', '身份证号'],
      ['G1', '甘亭村', '郑一', '户主', anIdNumber(11)],
      ['S1', '士师村', '郑二', '户主', anIdNumber(12)],
    ],
  })
  const registerList = { kind: 'household-register' as const, bytes: register }

  test('sees and finds only that village', async () => {
    await office.importList(registerList)
    const own = await clerkOfGanting()

    const { rows, total } = await own.register.households({})
    const found = await own.register.search({ text: '郑' })

    expect({ total, numbers: rows.map((row) => row.householdNo) }).toEqual({ total: 1, numbers: ['G1'] })
    expect(found.hits.map(({ name }) => name)).toEqual(['郑一'])
    expect((await own.register.summary()).people).toBe(1)
    expect(await refusalOf(own.register.households({ villageCode: shishiCode }))).toBe('permission.denied')
    const [other] = (await office.clerk.register.households({ villageCode: shishiCode })).rows
    const { householdId } = other!
    expect(await refusalOf(own.register.household({ householdId }))).toBe('record.not-found')
  })

  test('imports only that village; lines of another come back', async () => {
    const own = await clerkOfGanting()

    const { counts } = await office.importList(registerList, own)

    expect(counts).toMatchObject({ accepted: 1, rejected: 1 })
    expect((await office.clerk.register.summary()).people).toBe(1)
  })

  test('cannot move somebody of another village by listing them in the own one', async () => {
    await office.importList(registerList)
    const own = await clerkOfGanting()
    const bytes = aWorkbook({
      lines: [
        ['户编号', '村', '姓名', '关系', '身份证号'],
        ['G1', '甘亭村', '郑贰', '子', anIdNumber(12)],
        ['S1', '甘亭村', '郑三', '子', anIdNumber(13)],
      ],
    })

    const { counts } = await office.importList({ kind: 'household-register', bytes }, own)

    expect(counts).toMatchObject({ accepted: 0, rejected: 2 })
    const { hits } = await office.clerk.register.search({ text: '郑二' })
    expect(hits.map(({ householdNo }) => householdNo)).toEqual(['S1'])
  })
})

async function sheetText(token: string): Promise<string> {
  const book = read(await readFile((await office.core.files.take(token)).path))
  return book.SheetNames.map((name) => utils.sheet_to_csv(book.Sheets[name]!)).join('\n')
}
