import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobInput } from '../../src-main/contract/job.ts'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { anAccountNo } from '../builders/an-id-number.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { aRecipient, built, concluded, readyToPost, released } from '../builders/a-period.ts'
import { aRollPerson, aRollSheet, shishiCode } from '../builders/a-roll-sheet.ts'
import { leakFinder } from '../builders/digit-leaks.ts'

let office: AnOffice
const family = aFamily('H-1', 1, { phone: '13800000001' })
const [head, wife] = [family[0]!, family[1]!]
const rollLine = aRollPerson(1, { name: head.name, idNumber: head.idNumber })
beforeEach(async () => {
  office = await anOffice()
  await registered(office, family)
})
afterEach(() => office.remove())

type Source = JobInput<'bulk.apply'>['source']
const pasted = (lines: readonly (readonly string[])[]): Source => ({
  kind: 'pasted',
  text: lines.map((cells) => cells.join('\t')).join('\r\n'),
})
const phones = pasted([
  ['姓名', '身份证号', '联系电话', '备注'],
  ['张大山', head.idNumber, '13900000001', ''],
  ['王秀兰', wife.idNumber, '13900000002', '长期在外'],
])

async function apply(source: Source, change: Partial<JobInput<'bulk.apply'>> = {}) {
  const { sha256 } = await office.clerk.bulk.preview({ source })
  return runJob(office.clerk, 'bulk.apply', { source, reason: '村里报来新电话', sha256, ...change })
}

const phoneOf = async (name: string) => memberOf(await householdOf(office, 'H-1'), name).phoneMasked

describe('the preview', () => {
  test('finds columns by their heads and people by their numbers, and shows old beside new without whole numbers', async () => {
    const preview = await office.clerk.bulk.preview({ source: phones })

    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'idNumber', 'phone', 'remark'])
    expect(preview.counts).toMatchObject({ lines: 2, people: 2, changes: 3, wrong: 0 })
    expect(preview.lines[1]!.cells).toMatchObject([
      { field: 'phone', before: '138****0001', after: '139****0002', state: 'change' },
      { field: 'remark', before: '（空）', after: '长期在外' },
    ])
    const leaks = leakFinder([head.idNumber.slice(6), wife.idNumber.slice(6), '13900000002'])
    expect(leaks(JSON.stringify({ ...preview, sha256: '' }).replaceAll('*', ' '))).toEqual([])
    expect(await phoneOf('张大山')).toBe('138****0001')
  })

  test('says on the line what is wrong with it', async () => {
    const source = pasted([
      ['姓名', '身份证号', '联系电话'],
      ['张大山', head.idNumber, '138 0000 0001'],
      ['不在的人', '', '13900000009'],
      ['王秀兰', wife.idNumber, '没有'],
    ])

    const { lines, counts } = await office.clerk.bulk.preview({ source })

    expect(counts).toMatchObject({ changes: 0, same: 1, wrong: 2 })
    expect(lines.map(({ line, why, cells }) => [line, why || (cells[0]?.why ?? '')])).toEqual([
      [2, ''],
      [3, '您经办的村里没有这个人，请核对证号、姓名和村组'],
      [4, '电话只写数字，手机 11 位，座机带区号'],
    ])
  })

  test('without heads takes the columns as the clerk says', async () => {
    const text = `${head.idNumber}\t13900000001`
    const asked = { kind: 'pasted', text, columns: ['idNumber', 'phone'], headLines: 0 } as const

    expect((await office.clerk.bulk.preview({ source: { kind: 'pasted', text } })).headLines).toBe(0)
    expect(
      (await office.clerk.bulk.preview({ source: { ...asked, columns: [...asked.columns] } })).counts.changes,
    ).toBe(1)
  })

  test('finds nobody of a village somebody else answers for', async () => {
    const other = await somebodyLimited(office, 'other', { role: 'clerk', villageCode: shishiCode })

    const { counts } = await other.bulk.preview({ source: phones })

    expect(counts).toMatchObject({ wrong: 2, changes: 0 })
  })

  test('of nothing says so', async () => {
    expect(await refusalOf(office.clerk.bulk.preview({ source: { kind: 'pasted', text: ' \n ' } }))).toBe(
      'bulk.nothing-pasted',
    )
  })
})

describe('applying', () => {
  test('changes every value with its history, and the history says whence', async () => {
    const { values, people } = await apply(phones)

    expect([values, people]).toEqual([3, 2])
    expect(await phoneOf('王秀兰')).toBe('139****0002')
    const { householdId } = await householdOf(office, 'H-1')
    const history = await office.clerk.register.history({ householdId })
    expect(history.filter(({ sourceText }) => sourceText === '批量改')).toHaveLength(3)
    expect(history[0]).toMatchObject({ by: 'clerk同志', reason: '村里报来新电话' })
    expect(await office.clerk.bulk.list()).toMatchObject([
      { rows: 2, fields: ['联系电话', '备注'], undoneBy: null },
    ])
  })

  test('of people chosen here gives all of them the one value', async () => {
    const household = await householdOf(office, 'H-1')
    const personIds = household.members.map(({ personId }) => personId)

    await apply({ kind: 'chosen', personIds, field: 'ethnicity', value: '回族' })

    const after = await householdOf(office, 'H-1')
    expect(new Set(after.members.map(({ ethnicity }) => ethnicity))).toEqual(new Set(['回族']))
  })

  test('one wrong line stops everything, until the clerk leaves it out', async () => {
    const source = pasted([
      ['姓名', '身份证号', '联系电话'],
      ['张大山', head.idNumber, '13900000001'],
      ['不在的人', '', '13900000009'],
    ])
    const { sha256 } = await office.clerk.bulk.preview({ source })
    const asked = { source, sha256, reason: '更正' }

    expect(await jobRefusal(office.clerk, 'bulk.apply', asked)).toBe('bulk.lines-wrong')
    expect(await phoneOf('张大山')).toBe('138****0001')
    expect((await runJob(office.clerk, 'bulk.apply', { ...asked, skipWrong: true })).values).toBe(1)
  })

  test('what was changed after the preview is looked at again first', async () => {
    const { sha256 } = await office.clerk.bulk.preview({ source: phones })
    const { personId } = memberOf(await householdOf(office, 'H-1'), '张大山')
    await office.clerk.register.changePerson({ personId, changes: { phone: '13700000007' }, reason: '来电' })

    expect(await jobRefusal(office.clerk, 'bulk.apply', { source: phones, sha256, reason: '更正' })).toBe(
      'bulk.changed-since-preview',
    )
    expect(await phoneOf('王秀兰')).toBe('138****0001')
  })
})

describe('account numbers', () => {
  const accountNo = anAccountNo(9)
  const source = pasted([
    ['姓名', '身份证号', '新账号'],
    ['张大山', head.idNumber, accountNo],
  ])

  test('wait for a second person, who is never the first', async () => {
    await office.importList({ kind: 'farmland-roll', bytes: aRollSheet([rollLine]), year: 2025 })

    expect((await apply(source)).accountsToConfirm).toBe(1)

    const [account] = (await householdOf(office, 'H-1')).accounts
    expect(account).toMatchObject({ accountMasked: `…${accountNo.slice(-4)}`, confirmation: 'wanted' })
    const confirm = { accountId: account!.accountId, accountNo }
    expect(await refusalOf(office.clerk.register.confirmAccount(confirm))).toBe('permission.same-person')
    await office.reviewer.register.confirmAccount(confirm)
    const [bulk] = await office.clerk.bulk.list()
    expect(bulk!.changedSince).toBe(1)
    expect(
      await jobRefusal(office.clerk, 'bulk.undo', { bulkEditId: bulk!.bulkEditId, reason: '弄错了' }),
    ).toBe('bulk.undo-depends')
  })

  test('of what has left in a package stay', async () => {
    await readyToPost(office, [rollLine])
    await concluded(office)
    await released(office, await built(office, await aRecipient(office)))

    const { lines } = await office.clerk.bulk.preview({ source })

    expect(lines[0]!.cells[0]).toMatchObject({ state: 'wrong', why: '这个账户已随报送包报出，要改请走更正' })
  })
})

describe('taking it back', () => {
  test('brings back every value, once, and says so in the history', async () => {
    const { bulkEditId } = await apply(phones)

    await runJob(office.clerk, 'bulk.undo', { bulkEditId, reason: '贴错了表' })

    expect(await phoneOf('王秀兰')).toBe('138****0001')
    expect(memberOf(await householdOf(office, 'H-1'), '王秀兰').remark).toBe('')
    expect((await office.clerk.bulk.list())[0]).toMatchObject({
      undoneBy: 'clerk同志',
      undoneReason: '贴错了表',
    })
    expect(await jobRefusal(office.clerk, 'bulk.undo', { bulkEditId, reason: '再来' })).toBe(
      'bulk.already-undone',
    )
  })

  test('is refused whole once anybody changed one of the values', async () => {
    const { bulkEditId } = await apply(phones)
    const { personId } = memberOf(await householdOf(office, 'H-1'), '张大山')
    await office.clerk.register.changePerson({ personId, changes: { phone: '13700000007' }, reason: '来电' })

    expect(await jobRefusal(office.clerk, 'bulk.undo', { bulkEditId, reason: '贴错了表' })).toBe(
      'bulk.undo-depends',
    )
    expect(await phoneOf('王秀兰')).toBe('139****0002')
  })

  test('is not for who neither made it nor answers for the whole township', async () => {
    const { bulkEditId } = await apply(phones)
    const other = await somebodyLimited(office, 'other', { role: 'clerk', villageCode: shishiCode })

    expect(await jobRefusal(other, 'bulk.undo', { bulkEditId, reason: '更正' })).toBe('permission.denied')
    expect(await other.bulk.list()).toEqual([])
    expect(await refusalOf(other.bulk.values({ bulkEditId }))).toBe('record.not-found')
    expect(await office.clerk.bulk.values({ bulkEditId })).toHaveLength(3)
  })
})
