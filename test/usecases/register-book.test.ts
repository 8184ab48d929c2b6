import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aFamily, householdOf, memberOf, registered } from '../builders/a-register.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { anOffice, jobRefusal, refusalOf, somebodyLimited, type AnOffice } from '../builders/an-office.ts'
import { submitted, period } from '../builders/a-period.ts'
import { aRollPerson, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import {
  columnOf,
  fill,
  fillBlank,
  handedBack,
  headLine,
  issued,
  lineOf,
  said,
  saved,
  type BookLines,
  type OpenedBook,
  type ReturnedLine,
} from '../builders/a-village-book.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { deathOf } from '../builders/household-events.ts'
import { packedText } from '../builders/sheet-text.ts'

const headId = anIdNumber(1, { birth: '19550312' })
let office: AnOffice
let book: OpenedBook
beforeEach(async () => {
  office = await anOffice()
  await registered(office, aFamily('H-1', 1, { phone: '13900000001' }))
  await submitted(office, [aRollPerson(1, { name: '张大山', idNumber: headId })])
  book = await issued(office, null)
})
afterEach(() => office.remove())

const back = (people: BookLines = book.people, name?: string) =>
  handedBack(office, saved({ 人员核对: people }), name)
const accept = ({ lineId, version }: ReturnedLine, change: object = {}) =>
  office.clerk.villageBook.decide({ lines: [{ lineId, version }], accepts: true, ...change })
const household = () => householdOf(office, 'H-1')
const historyOf = async (whose: string) => {
  const { householdId } = await household()
  return (await office.clerk.register.history({ householdId })).filter((one) => one.whose === whose)
}

describe('a workbook of the register alone', () => {
  test('has everybody of the village without a round: no land, no questions, nobody’s number', () => {
    const headers = book.people[headLine]!

    expect(headers).not.toContain('今年面积')
    expect(headers).not.toContain('今年申报')
    expect(book.answers).toEqual([])
    expect(lineOf(book.people, '张大山')[columnOf(book.people, '在户情况')]).toBe('在户')
    expect(book.people.filter((line) => line[columnOf(book.people, '户主')] === '张大山')).toHaveLength(5)
    expect(leakFinder([headId, anAccountNo(1), '13900000001'])(packedText(book.bytes))).toEqual([])
  })

  test('stands in the list of the register’s workbooks and in no round’s', async () => {
    const [village] = await office.clerk.villageBook.list({ roundId: null })

    expect(village).toMatchObject({ villageCode: gantingCode, tasks: 1 })
    expect(village!.books.map(({ edition, people }) => [edition, people])).toEqual([[1, 5]])
    await issued(office, null)
    const [again] = await office.clerk.villageBook.list({ roundId: null })
    expect(again!.books.map(({ edition }) => edition)).toEqual([1, 2])
    expect((await office.clerk.extract.ledger({})).rows[0]).toMatchObject({ kind: 'village-book', people: 5 })
  })

  test('is made for one’s own villages only; an office of one programme may have it too', async () => {
    const shishi = await somebodyLimited(office, 'shishi', { role: 'clerk', villageCode: shishiCode })
    const relief = await somebodyLimited(office, 'relief', { role: 'clerk', programmeCode: 'MZ01' })
    const villageCodes = [gantingCode]

    expect(await jobRefusal(shishi, 'villageBook.issue', { roundId: null, villageCodes })).toBe(
      'permission.denied',
    )
    const { books } = await runJob(relief, 'villageBook.issue', { roundId: null, villageCodes })
    expect(books.map(({ edition }) => edition)).toEqual([2])
  })

  test('that comes back as it went out says nothing', async () => {
    expect(await back()).toMatchObject({ lines: [], same: 5, roundId: null, isOpen: true })
  })
})

describe('a taken line reaches the register', () => {
  test('value by value, with the workbook and its filler as the source', async () => {
    fill(book.people, '张强', { 与户主关系: '长子', 新电话: '13900000077', 备注: '在外打工' })
    book.people[2]![0] = '填表人：王会计　填表日期：2026-07-01'
    const { lines } = await back()
    expect(lines.map(said)).toEqual([
      {
        ...{ kind: 'changed', name: '张强', doubts: [] },
        cells: ['与户主关系|子|长子', '新电话|…0001|…0077（11 位）', '备注||在外打工'],
      },
    ])
    expect(lines[0]!.isClean).toBe(true)

    await accept(lines[0]!)

    expect(memberOf(await household(), '张强')).toMatchObject({ relation: '长子', remark: '在外打工' })
    const changed = await historyOf('张强')
    expect(changed.map(({ field }) => field).toSorted()).toEqual(
      expect.arrayContaining(['phone', 'relation', 'remark']),
    )
    expect(changed[0]).toMatchObject({ reason: '村里核对', by: 'clerk同志' })
    expect(changed[0]!.sourceText).toContain('甘亭村村级核对表 第 1 版')
    fill(book.people, '李梅', { 备注: '在家' })
    expect((await back()).lines.map(({ name }) => name)).toEqual(['李梅'])
  })

  test('a new account waits for a second person, who types it again', async () => {
    fill(book.people, '张大山', { 新账号: anAccountNo(9), 新开户行: '洪洞农商行', 卡在谁手里: '村干部' })
    const { lines } = await back()

    await accept(lines[0]!)

    const { accounts } = await household()
    const account = accounts.find(({ bankName }) => bankName === '洪洞农商行')!
    expect(account).toMatchObject({ confirmation: 'wanted', custody: 'village-cadre' })
    const confirm = { accountId: account.accountId, accountNo: anAccountNo(9) }
    expect(await refusalOf(office.clerk.register.confirmAccount(confirm))).toBe('permission.same-person')
    expect(await refusalOf(office.reviewer.register.confirmAccount(confirm))).toBe('not refused')
    expect((await office.reviewer.review.overview(period)).checksOutdated).toBe(true)
  })

  test('who keeps the card changes the account that is there; of somebody without one it says nothing', async () => {
    fill(book.people, '张大山', { 卡在谁手里: '家人' })
    const { lines } = await back()

    await accept(lines[0]!)

    const { accounts } = await household()
    expect(accounts.map(({ custody }) => custody)).toEqual(['family'])
  })

  test('somebody new is registered in their household, with their account', async () => {
    const added = {
      户主: '张大山',
      姓名: '张小雷',
      与户主关系: '孙子',
      新证号: anIdNumber(30),
      新账号: anAccountNo(30),
    }
    fillBlank(book.people, added)
    const { lines } = await back()

    await accept(lines[0]!)

    const now = await household()
    expect(memberOf(now, '张小雷')).toMatchObject({ relation: '孙子' })
    expect(now.accounts.find(({ holderName }) => holderName === '张小雷')).toMatchObject({
      confirmation: 'wanted',
    })
  })

  test('never without an ID number, and never twice', async () => {
    fillBlank(book.people, { 户主: '张大山', 姓名: '张无号', 与户主关系: '孙子' })
    fillBlank(book.people, { 户主: '张大山', 姓名: '张大山', 与户主关系: '父', 新证号: headId })
    const [nameless, twice] = (await back()).lines

    expect(await refusalOf(accept(nameless!))).toBe('input.invalid')
    expect(await refusalOf(accept(twice!))).toBe('register.id-number-taken')
    expect((await household()).members).toHaveLength(5)
  })
})

describe('a death or a move', () => {
  test('is recorded as an event before the line can be taken; the other cells can go first', async () => {
    fill(book.people, '张大山', { 在户情况: '死亡', 死亡或迁出日期: '2026-05-01', 与户主关系: '本人' })
    const [line] = (await back()).lines
    expect(line).toMatchObject({ needsEvent: true, isClean: false })

    expect(await refusalOf(accept(line!))).toBe('village-book.event-first')
    expect(memberOf(await household(), '张大山').relation).toBe('户主')

    await deathOf(office, '张大山')
    const { lines } = await office.clerk.villageBook.lines({ returnId: (await back()).returnId })
    expect(lines[0]!.needsEvent).toBe(false)
    await accept(lines[0]!)
    expect((await historyOf('张大山')).some(({ field }) => field === 'relation')).toBe(true)
  })

  test('may be left out, and then the rest of the line is taken', async () => {
    fill(book.people, '张强', { 在户情况: '迁出', 与户主关系: '次子' })
    const [line] = (await back()).lines

    await accept(line!, { leaveOut: ['presence'] })

    expect(memberOf(await household(), '张强')).toMatchObject({ relation: '次子', status: 'registered' })
  })

  test('of a row that is gone has to be known, too', async () => {
    const without = book.people.filter((cells) => cells[columnOf(book.people, '姓名')] !== '张大山')
    const [line] = (await back(without)).lines
    expect(line).toMatchObject({ kind: 'removed', needsEvent: true })

    expect(await refusalOf(accept(line!, { presence: 'dead' }))).toBe('village-book.event-first')
    await deathOf(office, '张大山')
    expect(await accept(line!, { presence: 'dead' })).toEqual({ decided: 1 })
  })

  test('somebody who is away or not to be found is nothing the register can say', async () => {
    fill(book.people, '张强', { 在户情况: '外出' })
    const [line] = (await back()).lines

    expect(line!.cells[0]).toMatchObject({ rule: 'code-unknown' })
    expect(line!.isClean).toBe(false)
  })
})

test('a refused line stays readable with its reason, goes back to the village, and nothing has changed', async () => {
  fill(book.people, '张强', { 与户主关系: '侄子' })
  const { returnId, lines } = await back()
  const [{ lineId, version }] = lines as [ReturnedLine]

  await office.clerk.villageBook.decide({
    lines: [{ lineId, version }],
    accepts: false,
    reason: '户口簿上是子',
  })

  const [after] = (await office.clerk.villageBook.lines({ returnId })).lines
  expect(after).toMatchObject({ status: 'refused', reason: '户口簿上是子', decidedBy: 'clerk同志' })
  expect(after!.cells[0]).toMatchObject({ old: '子', typed: '侄子' })
  expect(memberOf(await household(), '张强').relation).toBe('子')
  expect((await runJob(office.clerk, 'villageBook.send-back', { returnId })).rows).toBe(1)
})

test('what somebody has changed here since it went out is shown before the village’s word is taken', async () => {
  fill(book.people, '张强', { 与户主关系: '长子' })
  const { personId } = memberOf(await household(), '张强')
  await office.clerk.register.changePerson({ personId, changes: { relation: '次子' }, reason: '户口簿' })

  const [line] = (await back()).lines

  expect(line).toMatchObject({ isClean: false, cells: [{ now: '次子' }] })
  await accept(line!)
  expect(memberOf(await household(), '张强').relation).toBe('长子')
})
