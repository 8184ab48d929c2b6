import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { listInForce, period, submitted, terms } from '../builders/a-period.ts'
import { aRollPerson } from '../builders/a-roll-sheet.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { samples } from '../domain/sample-sheet.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

const head = ['序号', '补贴项目名称', '主管部门', '补贴对象', '补贴标准', '计量单位', '发放周期', '政策依据']
const year = 2026

let office: AnOffice
beforeEach(async () => {
  office = await anOffice()
})
afterEach(() => office.remove())

test('the county’s list comes in whole, with rates in words as they are, and binds once a second person says so', async () => {
  const fileToken = await office.handIn('2026年惠民惠农补贴政策清单.xlsx', await aSampleList())
  const read = await runJob(office.clerk, 'policy.read', { fileToken, year })
  const draft = await office.clerk.policy.show({ year })

  expect(read).toMatchObject({ version: 1, lines: 33, pending: 33 })
  expect(draft.list).toMatchObject({ status: 'draft', title: '洪洞县2026年惠民惠农财政补贴政策清单' })
  expect(draft.lines.at(0)).toMatchObject({ programmeCode: 'NY01', sourceLine: 3, rateYuan: null })
  expect(draft.lines.map(({ programmeCode }) => programmeCode)).not.toContain('XQ01')
  expect(draft.list?.mayPutInForce).toBe(false)
  const decided = { listId: read.listId }
  expect((await office.reviewer.policy.show({ year })).list?.mayPutInForce).toBe(true)
  await office.reviewer.policy.putInForce(decided)
  expect((await office.clerk.policy.show({ year })).list).toMatchObject({ status: 'in-force', version: 1 })
  expect(await refusalOf(office.reviewer.policy.putInForce(decided))).toBe('record.stale')
})

test('a list with a programme twice is refused with the lines, and the list in force stays', async () => {
  await read([['耕地地力保护补贴', '67.03元/亩']])
  await decide()
  const twice = read([
    ['耕地地力保护补贴', '70元/亩'],
    ['高龄津贴', '按当年文件执行'],
    ['耕地地力保护补贴', '71元/亩'],
  ])

  await expect(twice).rejects.toMatchObject({
    code: 'policy.lines-refused',
    facts: { lines: [{ line: 4, rule: 'twice', otherLine: 2 }] },
  })
  const shown = await office.clerk.policy.show({ year })
  expect(shown.list).toMatchObject({ status: 'in-force', version: 1 })
  expect(shown.lines).toMatchObject([{ rateYuan: '67.03' }])
})

test.each([
  ['2025年政策清单.xlsx', [head, [1, '高龄津贴']], 'policy.other-year'],
  ['清单.xlsx', [['洪洞县2025年政策清单'], head, [1, '高龄津贴']], 'policy.other-year'],
  ['清单.xlsx', [head], 'list.no-rows'],
  [
    '清单.xlsx',
    [
      ['序号', '主管部门', '补贴标准'],
      [1, '民政局', '100元'],
    ],
    'list.columns-missing',
  ],
  [
    '清单.xlsx',
    [
      ['完全', '不是'],
      ['清单', '的表'],
    ],
    'list.no-header',
  ],
])('%s that is no list of the year is refused by name (%#)', async (name, lines, code) => {
  const fileToken = await office.handIn(name, aWorkbook({ lines }))
  expect(await jobRefusal(office.clerk, 'policy.read', { fileToken, year })).toBe(code)
  expect((await office.clerk.policy.show({ year })).history).toEqual([])
})

test('whoever typed a line of a list does not put it in force, whoever else brought it', async () => {
  const second = await somebodyLimited(office, 'second', { role: 'clerk' })
  await read([['耕地地力保护补贴', '67.03元/亩']])
  const { list } = await office.clerk.policy.show({ year })
  const both = await bothPosts()
  await both.policy.saveLine({ ...byHand('MZ08', '高龄津贴'), year })
  const decided = { listId: list!.listId }

  expect(await refusalOf(both.policy.putInForce(decided))).toBe('permission.same-person')
  expect(await refusalOf(second.policy.putInForce(decided))).toBe('permission.denied')
  expect(await refusalOf(office.reviewer.policy.putInForce(decided))).toBe('not refused')
})

test('a change by hand is a new draft that keeps what is in force; taking a programme off needs a reason that stays', async () => {
  await submitted(office, [aRollPerson(1)])
  const before = await office.clerk.policy.show({ year })
  await office.clerk.policy.saveLine({ ...byHand('MZ08', '高龄津贴'), year })
  await office.clerk.policy.dropLine({ ...period, reason: '县里今年不办' })
  const draft = await office.reviewer.policy.show({ year })

  expect(before.list).toMatchObject({ status: 'in-force', version: 1 })
  expect(draft).toMatchObject({ inForceVersion: 1, list: { status: 'draft', version: 2 } })
  expect(draft.lines.map(({ name }) => name)).toEqual(['高龄津贴'])
  expect(draft.differences).toMatchObject([
    { programmeCode: 'MZ08', kind: 'new', applications: 0 },
    { programmeCode: 'NY01', kind: 'gone', reason: '县里今年不办', applications: 1, terms: 'off-list' },
  ])
  await office.reviewer.policy.withdraw({ listId: draft.list!.listId, reason: '口径未定' })
  const after = await office.clerk.policy.show({ year })
  expect(after.list).toMatchObject({ status: 'in-force', version: 1 })
  expect(after.history.map(({ status, reason }) => [status, reason])).toEqual([
    ['withdrawn', '口径未定'],
    ['in-force', ''],
  ])
})

test('a programme nobody knew gets a code of its own, and its place among the programmes with the list', async () => {
  await read([
    ['果树冻害补助', '30元/亩'],
    ['耕地地力保护补贴', '67.03元/亩'],
  ])
  const codes = async () => (await office.clerk.programme.list({ year })).map((one) => one.programmeCode)
  expect(await codes()).not.toContain('XQ01')
  await decide()
  expect(await codes()).toContain('XQ01')
  expect(await refusalOf(office.clerk.policy.saveLine({ ...byHand(null, '果树冻害补助'), year }))).toBe(
    'policy.already-on-list',
  )
})

test('terms come in force only of a programme that stands on the year’s list; last year’s does not do', async () => {
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms })
  await listInForce(office, { ...period, year: 2025 })
  expect(await refusalOf(office.reviewer.programme.activate({ termsId }))).toBe('programme.not-on-list')
  await listInForce(office)
  expect(await refusalOf(office.reviewer.programme.activate({ termsId }))).toBe('not refused')
})

test('this year’s list shows what it says otherwise than last year’s, and where the terms pay another rate', async () => {
  await read(
    [
      ['耕地地力保护补贴', '66.50元/亩'],
      ['高龄津贴', '50元/人/月'],
    ],
    2025,
  )
  await decide(2025)
  await read([
    ['耕地地力保护补贴', '68元/亩'],
    ['育儿补贴', '3600元/孩/年'],
  ])
  await decide()
  const { termsId } = await office.clerk.programme.enterTerms({ ...period, terms })
  await office.reviewer.programme.activate({ termsId })

  const { before, differences } = await office.clerk.policy.show({ year })
  expect(before).toMatchObject({ year: 2025 })
  expect(differences.map(({ name, kind, terms: said }) => [name, kind, said])).toEqual([
    ['耕地地力保护补贴', 'changed', 'rate-differs'],
    ['育儿补贴', 'new', 'none'],
    ['高龄津贴', 'gone', 'none'],
  ])
})

test('whoever answers for one programme sees and types that one only, and brings no whole list', async () => {
  await read([
    ['耕地地力保护补贴', '67.03元/亩'],
    ['高龄津贴', '50元/人/月'],
  ])
  await decide()
  const farm = await somebodyLimited(office, 'farm', { role: 'clerk', programmeCode: 'NY01' })

  expect((await farm.policy.show({ year })).lines.map(({ programmeCode }) => programmeCode)).toEqual(['NY01'])
  expect(await refusalOf(farm.policy.saveLine({ ...byHand('MZ08', '高龄津贴'), year }))).toBe(
    'permission.denied',
  )
  const fileToken = await office.handIn('清单.xlsx', aWorkbook({ lines: [head, [1, '高龄津贴']] }))
  expect(await jobRefusal(farm, 'policy.read', { fileToken, year })).toBe('permission.denied')
})

async function aSampleList(): Promise<Uint8Array> {
  return readFile(join(samples, '2026年惠民惠农补贴政策清单.xlsx'))
}

async function read(lines: readonly (readonly [name: string, rate: string])[], of = year) {
  const rows = lines.map(([name, rate], at) => [at + 1, name, '民政局', '', rate, '人', '年', '县文件'])
  const fileToken = await office.handIn('清单.xlsx', aWorkbook({ lines: [head, ...rows] }))
  return runJob(office.clerk, 'policy.read', { fileToken, year: of })
}

async function decide(of = year): Promise<void> {
  const { list } = await office.reviewer.policy.show({ year: of })
  await office.reviewer.policy.putInForce({ listId: list!.listId })
}

function byHand(programmeCode: string | null, name: string) {
  const words = { department: '', beneficiaries: '', unit: '人', cycle: '月', basis: '', phone: '' }
  return { programmeCode, line: { name, rateText: '', rateYuan: null, ...words }, reason: '县局电话通知' }
}

/** Clerk and reviewer in one, registered as a small office must. */
async function bothPosts() {
  const { administrator } = office
  const both = await somebodyLimited(office, 'both', { role: 'clerk' })
  const user = (await administrator.user.list()).find(({ signInName }) => signInName === 'both')!
  const roles = ['clerk', 'reviewer'] as const
  await administrator.user.registerException({
    ...{ userId: user.userId, roles: [...roles], validTo: '2026-12-31' },
    ...{ reason: '人手不足', basis: '镇党委会议纪要' },
  })
  const { version } = (await administrator.user.list()).find(({ userId }) => userId === user.userId)!
  const grants = roles.map((role) => ({ role, programmeCode: '*', villageCode: '*' }))
  await administrator.user.setGrants({ userId: user.userId, version, grants })
  return both
}
