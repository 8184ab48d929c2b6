import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, aPerson, jobRefusal, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import { aRollPerson, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { anOpenRound, onSiteVisit, openRound, typed } from '../builders/a-survey.ts'
import { period } from '../builders/a-period.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

const tasksOf = async (roundId: string, filter = {}) =>
  (await office.clerk.survey.tasks({ roundId, ...filter })).rows

describe('a round', () => {
  test('has one task for each household of last year’s list, none of them verified', async () => {
    const { roundId, tasks } = await anOpenRound(office)

    const rows = await tasksOf(roundId)

    expect(tasks).toBe(2)
    expect(rows.map((row) => [row.householderName, row.state, row.mode, row.visitedOn])).toEqual([
      ['张二', 'unvisited', '', null],
      ['张四', 'unvisited', '', null],
    ])
    expect(rows.map((row) => row.previousAreaCentiMu)).toEqual([500, 500])
  })

  test('of a whole village has every household in it', async () => {
    await anOpenRound(office)
    const { tasks } = await openRound(office, { programmeCode: 'MZ09', households: 'village' })

    expect(tasks).toBe(3)
  })

  test('leaves out whom nobody has put into a household, and says how many', async () => {
    const { withoutHousehold } = await anOpenRound(office, undefined, [aRollPerson(1), aRollPerson(9)])

    expect(withoutHousehold).toBe(1)
  })

  test('is not opened twice over the same households', async () => {
    await anOpenRound(office)

    const again = { ...period, name: '再来一轮', fromYear: 2025, villageCodes: [gantingCode] }
    expect(await jobRefusal(office.clerk, 'survey.open-round', { ...again, households: 'previous' })).toBe(
      'survey.nothing-to-visit',
    )
    expect((await openRound(office, { households: 'village' })).tasks).toBe(1)
  })

  test('is not opened over a village the clerk was not given', async () => {
    await anOpenRound(office)
    await office.administrator.user.create(aPerson('shishi', 'clerk'))
    const [clerk] = (await office.administrator.user.list()).filter((one) => one.signInName === 'shishi')
    const grants = [{ role: 'clerk' as const, programmeCode: '*', villageCode: shishiCode }]
    await office.administrator.user.setGrants({ userId: clerk!.userId, version: clerk!.version, grants })
    const other = await windowOf(office.core, 'shishi')

    const input = { ...period, name: '越界', fromYear: 2025, villageCodes: [gantingCode] }
    expect(await jobRefusal(other, 'survey.open-round', { ...input, households: 'village' })).toBe(
      'permission.denied',
    )
    const [round] = await office.clerk.survey.rounds()
    expect((await other.survey.tasks({ roundId: round!.roundId })).total).toBe(0)
    const [task] = await tasksOf(round!.roundId)
    expect(await refusalOf(other.survey.enter({ taskId: task!.taskId }))).toBe('record.not-found')
    expect(await refusalOf(other.survey.keepDraft({ taskId: task!.taskId, typed: '{}' }))).toBe(
      'record.not-found',
    )
  })

  test('must visit the household whose head stands on the list of the dead', async () => {
    const dead = aWorkbook({
      lines: [
        ['姓名', '公民身份号码', '死亡日期'],
        ['张二', anIdNumber(1), '2026-03-01'],
      ],
    })
    await office.importList({ kind: 'deceased', bytes: dead, name: '死亡人员名单.xlsx' })
    const { roundId, mustVisit } = await anOpenRound(office)

    const rows = await tasksOf(roundId, { only: 'must-visit' })

    expect(mustVisit).toBe(1)
    expect(rows.map((row) => row.mustVisit)).toEqual([
      [{ code: 'head-died', name: '张二', note: '2026-03-01' }],
    ])
  })

  test('takes in a household the list did not have, once', async () => {
    const { roundId } = await anOpenRound(office)
    const { rows } = await office.clerk.register.households({ villageCode: gantingCode })
    const left = rows.find((row) => row.householderName === '张五')!

    const { taskId } = await office.clerk.survey.addHousehold({ roundId, householdId: left.householdId })

    expect((await office.clerk.survey.task({ taskId })).previous).toEqual([])
    expect(
      await refusalOf(office.clerk.survey.addHousehold({ roundId, householdId: left.householdId })),
    ).toBe('survey.already-in-round')
  })
})

describe('progress', () => {
  test('adds up to what was to be visited in every village', async () => {
    const { roundId } = await anOpenRound(office)
    const [first, second] = await tasksOf(roundId)
    await office.clerk.survey.saveVisit({ taskId: first!.taskId, edits: typed(...onSiteVisit) })
    await office.clerk.survey.saveVisit({ taskId: second!.taskId, edits: typed(...away) })

    const round = await office.clerk.survey.round({ roundId })

    expect(round.tiesOut).toBe(true)
    expect(round.progress).toMatchObject({ tasks: 2, visited: 1, away: 1, unvisited: 0, due: 0 })
    expect(round.byVillage).toMatchObject([{ villageCode: gantingCode, tasks: 2, visited: 1, away: 1 }])
    expect(round.byVisitor).toEqual([{ visitor: '李娟', visited: 1, away: 1, refused: 0, notFound: 0 }])
  })

  test('tells whom to go back to once the day has come', async () => {
    const { roundId } = await anOpenRound(office)
    const [first] = await tasksOf(roundId)
    await office.clerk.survey.saveVisit({ taskId: first!.taskId, edits: typed(...away) })

    office.clock.move(5 * 24 * 60)

    expect(await tasksOf(roundId, { only: 'due' })).toMatchObject([
      { taskId: first!.taskId, nextOn: '2026-07-05' },
    ])
    expect((await office.clerk.survey.round({ roundId })).progress.due).toBe(1)
  })
})

describe('a round ends', () => {
  test('with a reason for those nobody has visited, and takes nothing more', async () => {
    const { roundId } = await anOpenRound(office)
    const [first] = await tasksOf(roundId)
    const close = (reason: string) => office.clerk.survey.closeRound({ roundId, version: 1, reason })

    expect(await refusalOf(close(''))).toBe('survey.unfinished')
    await close('已迁往县城，电话核实过')

    const edits = typed(...onSiteVisit)
    expect(await refusalOf(office.clerk.survey.saveVisit({ taskId: first!.taskId, edits }))).toBe(
      'survey.round-closed',
    )
  })

  test('never with a draft somebody has not saved', async () => {
    const { roundId } = await anOpenRound(office)
    const [first] = await tasksOf(roundId)
    await office.clerk.survey.keepDraft({ taskId: first!.taskId, typed: '{"visit|visit.state":"1"}' })

    expect(await refusalOf(office.clerk.survey.closeRound({ roundId, version: 1, reason: '不访了' }))).toBe(
      'survey.unfinished',
    )
  })
})

const away: readonly (readonly [string, string])[] = [
  ['visit.state', '2'],
  ['visit.on', '2026-07-01'],
  ['visit.visitor', '李娟'],
  ['visit.asked', '邻居王五'],
  ['visit.nextOn', '2026-07-05'],
  ['visit.nextBy', '李娟'],
  ['visit.nextHow', '2'],
]

describe('a signed sheet', () => {
  const sheetFor = async () => ({
    ...{ villageCode: gantingCode, groupName: null, on: '2026-07-01', visitor: '李娟' },
    ...{ signer: '王五', signerRelation: '村民小组长', basis: '甘亭村签字核实清册第 1—3 页' },
    fileToken: await office.handIn('清册.png', await readFile(photo)),
  })

  test('verifies those without anything to change, each with the sheet as its own evidence', async () => {
    const { roundId } = await anOpenRound(office)

    const done = await runJob(office.clerk, 'survey.verify-by-sheet', { roundId, ...(await sheetFor()) })

    expect(done).toEqual({ verified: 2, mustVisit: 0, undecided: 0 })
    const rows = await tasksOf(roundId)
    expect(rows.map((row) => [row.state, row.mode])).toEqual([
      ['visited', 'village'],
      ['visited', 'village'],
    ])
    for (const { taskId } of rows) expect((await office.clerk.survey.task({ taskId })).attachments).toBe(1)
  })

  test('leaves whoever must be visited, and whoever is half typed, for one by one', async () => {
    const { roundId } = await anOpenRound(office)
    const [first, second] = await tasksOf(roundId)
    await office.clerk.survey.markMustVisit({ taskId: first!.taskId, note: '上年退汇' })
    await office.clerk.survey.keepDraft({ taskId: second!.taskId, typed: '{}' })

    const sheet = { roundId, ...(await sheetFor()) }
    expect(await jobRefusal(office.clerk, 'survey.verify-by-sheet', sheet)).toBe('survey.nothing-to-verify')
    expect((await tasksOf(roundId)).every((row) => row.state === 'unvisited')).toBe(true)
  })

  test('counts for nothing without the sheet, or signed by somebody who may not', async () => {
    const { roundId } = await anOpenRound(office)
    const sheet = { roundId, ...(await sheetFor()) }

    expect(
      await jobRefusal(office.clerk, 'survey.verify-by-sheet', { ...sheet, fileToken: 'none' }),
    ).not.toBe('not refused')
    expect(
      await jobRefusal(office.clerk, 'survey.verify-by-sheet', { ...sheet, signerRelation: '邻居' }),
    ).toBe('input.invalid')
  })
})

const photo = resolve(import.meta.dirname, '../../resources/demo/张贴照片（演示）.png')
