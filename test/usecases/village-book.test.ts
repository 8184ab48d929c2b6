import { readFile } from 'node:fs/promises'
import { Workbook } from '@cj-tech-master/excelts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aRollPerson, gantingCode, shishiCode } from '../builders/a-roll-sheet.ts'
import { anOpenRound, openRound, nameOf, typed } from '../builders/a-survey.ts'
import {
  columnOf,
  fill,
  fillBlank,
  handedBack,
  headLine,
  issued,
  lineOf,
  opened,
  said,
  saved,
  type BookLines,
  type OpenedBook,
} from '../builders/a-village-book.ts'
import { anAccountNo, anIdNumber } from '../builders/an-id-number.ts'
import { aPerson, anOffice, jobRefusal, refusalOf, windowOf, type AnOffice } from '../builders/an-office.ts'
import { leakFinder } from '../builders/digit-leaks.ts'
import { packedText } from '../builders/sheet-text.ts'

let office: AnOffice
let roundId: string
let book: OpenedBook
const [head, wife, other] = [nameOf(1), nameOf(2), nameOf(3)]
beforeEach(async () => {
  office = await anOffice()
  roundId = (await anOpenRound(office)).roundId
  book = await issued(office, roundId)
})
afterEach(() => office.remove())

const back = (people: BookLines = book.people, answers: BookLines = book.answers) =>
  handedBack(office, saved({ 人员核对: people, 问答: answers }))
const accept = (lines: readonly { lineId: string; version: number }[], change: object = {}) =>
  office.clerk.villageBook.decide({
    lines: lines.map(({ lineId, version }) => ({ lineId, version })),
    accepts: true,
    ...change,
  })
async function taskOf(name: string) {
  const { rows } = await office.clerk.survey.tasks({ roundId })
  const { taskId } = rows.find(({ householderName }) => householderName === name)!
  return office.clerk.survey.task({ taskId })
}
async function valueOf(name: string, field: string) {
  return (await taskOf(name)).values.find((value) => value.field === field)
}

describe('an issued workbook', () => {
  test('holds no seven digits of anybody’s number, anywhere in the file', () => {
    const numbers = [1, 2, 3].flatMap((order) => [
      anIdNumber(order),
      anAccountNo(order),
      `1380000000${order}`,
    ])

    const text = packedText(book.bytes)

    expect(leakFinder(numbers)(text)).toEqual([])
    expect(lineOf(book.people, head)[columnOf(book.people, '证号后四位')]).toBe(`…${anIdNumber(1).slice(-4)}`)
    expect(lineOf(book.people, head)[columnOf(book.people, '账号后四位')]).toBe(
      `…${anAccountNo(1).slice(-4)}`,
    )
  })

  test('is locked except where something may be filled in, and offers the choices there', async () => {
    const file = new Workbook()
    await file.xlsx.load(book.bytes as never)
    const sheet = file.getWorksheet('人员核对')!
    const cell = (header: string, name = head) => {
      const line = book.people.indexOf(lineOf(book.people, name)) + 1
      return sheet.getCell(line, columnOf(book.people, header) + 1)
    }

    expect(sheet.sheetProtection).toMatchObject({ sheet: true })
    const open = ['与户主关系', '新证号', '在户情况', '新电话', '新账号', '今年面积', '备注']
    for (const header of open) expect([header, cell(header).protection?.locked]).toEqual([header, false])
    const shut = ['行码', '姓名', '证号后四位', '账号后四位', '上年面积']
    for (const header of shut) expect([header, cell(header).protection?.locked]).not.toEqual([header, false])
    expect(cell('新账号', wife).protection?.locked).not.toBe(false)
    expect(cell('新证号').numFmt).toBe('@')
    expect(cell('在户情况').dataValidation).toMatchObject({
      type: 'list',
      formulae: ['"在户,外出,迁出,死亡,查无此人"'],
    })
    expect(sheet.getColumn(sheet.columnCount).hidden).toBe(true)
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 5, ySplit: 4 })
    expect(sheet.pageSetup.printTitlesRow).toBe('1:4')
    expect(file.worksheets.map(({ name }) => name)).toEqual(['人员核对', '问答', '填写说明'])
  })

  test('is recorded with its edition, kept as it was, and stands in the ledger', async () => {
    const again = await issued(office, roundId)

    const [village] = await office.clerk.villageBook.list({ roundId })
    expect(village!.books.map(({ edition, people, rows }) => [edition, people, rows])).toEqual([
      [1, 3, 3],
      [2, 3, 3],
    ])
    const { token } = await office.clerk.villageBook.file({ bookId: village!.books[1]!.bookId })
    expect(new Uint8Array(await readFile((await office.core.files.take(token)).path))).toEqual(again.bytes)
    expect((await office.clerk.extract.ledger({})).rows[0]).toMatchObject({
      ...{ kind: 'village-book', recipient: '甘亭村', rows: 3, people: 3, fullNumbers: false },
    })
  })

  test('is only made for villages the clerk answers for, of a round that is open', async () => {
    const { userId } = await office.administrator.user.create(aPerson('shishi', 'clerk'))
    const { version } = (await office.administrator.user.list()).find((user) => user.userId === userId)!
    const grants = [{ role: 'clerk' as const, programmeCode: '*', villageCode: shishiCode }]
    await office.administrator.user.setGrants({ userId, version, grants })
    const shishi = await windowOf(office.core, 'shishi')

    expect(await jobRefusal(shishi, 'villageBook.issue', { roundId, villageCodes: [gantingCode] })).toBe(
      'permission.denied',
    )
    const fileToken = await office.handIn('x.xlsx', book.bytes)
    expect(await jobRefusal(shishi, 'villageBook.read', { fileToken })).toBe('village-book.unknown')
    expect(await shishi.villageBook.list({ roundId })).toEqual([])
    const { returnId } = await back()
    expect(await refusalOf(shishi.villageBook.lines({ returnId }))).toBe('record.not-found')
  })
})

describe('a workbook that comes back', () => {
  test('untouched says nothing new', async () => {
    const { lines, same, blank, notes } = await handedBack(office, book.bytes)

    expect({ lines, same, blank, notes }).toEqual({ lines: [], same: 3, blank: 20, notes: [] })
  })

  test('shows cell by cell what was written into it, old beside new, numbers by their ends', async () => {
    fill(book.people, head, { 在户情况: '外出', 新电话: '13899990000', 今年面积: '4.5', 卡在谁手里: '本人' })
    fill(book.people, wife, { 与户主关系: '妻' })
    book.answers[headLine + 1]![columnOf(book.answers, '是否申报')] = '是'

    const { lines, same } = await back()

    expect(lines.map(said)).toEqual([
      {
        ...{ kind: 'changed', name: head, doubts: [] },
        cells: [
          '在户情况||外出',
          '新电话|…0001|…0000（11 位）',
          '卡在谁手里||本人',
          '今年面积||4.50',
          '是否申报||是',
        ],
      },
      { kind: 'changed', name: wife, doubts: [], cells: ['与户主关系|配偶|妻'] },
    ])
    expect(same).toBe(1)
    expect(lines.every(({ isClean }) => isClean)).toBe(true)
  })

  test('tells every wrong cell at its place, and is not taken before the clerk has seen it', async () => {
    const wrong = {
      新证号: '123',
      新账号: 6.2170003400010037e18,
      今年面积: '许多',
      死亡或迁出日期: '2026-06-30',
    }
    fill(book.people, head, { ...wrong, 新电话: '13811112222' })

    const { lines } = await back()

    expect(said(lines[0]!).cells).toEqual([
      '新证号|…9011|123|id-length',
      '死亡或迁出日期||2026-06-30|day-without-presence',
      '新电话|…0001|…2222（11 位）',
      '新账号|…0037|***|account-precision-lost',
      '今年面积||许多|area-not-number',
    ])
    expect(lines[0]!.isClean).toBe(false)
    expect(await refusalOf(accept(lines))).toBe('input.invalid')
    await accept(lines, { leaveOut: ['newIdNumber', 'changedOn', 'newAccount', 'area'] })
    expect((await valueOf(head, 'person.phone'))?.value).toBe('…2222')
    expect(await valueOf(head, 'account.accountNo')).toBeUndefined()
  })

  test('read twice leads to the same return and changes nothing', async () => {
    fill(book.people, head, { 新电话: '13899990000' })
    const first = await back()
    await accept(first.lines)

    const second = await back()

    expect(second).toMatchObject({ returnId: first.returnId, again: true })
    expect(second.lines.map(({ status }) => status)).toEqual(['accepted'])
    expect((await valueOf(head, 'person.phone'))?.former).toBe(0)
  })

  test('is kept in the vault as it came, whatever it was', async () => {
    const bytes = saved({ 人员核对: book.people }, 'biff8')
    const { returnId } = await handedBack(office, bytes, '核对.xls')

    const { token, name } = await office.clerk.villageBook.returnedFile({ returnId })

    expect(name).toBe('核对.xls')
    expect(new Uint8Array(await readFile((await office.core.files.take(token)).path))).toEqual(bytes)
  })
})

describe('somebody new', () => {
  const child = {
    户序号: '00001',
    姓名: '张小雨',
    与户主关系: '孙女',
    新证号: anIdNumber(21, { birth: '20200101' }),
  }

  test('in a blank row becomes a person of the household they were written to', async () => {
    fillBlank(book.people, { ...child, 新电话: '13812341234' })

    const { lines } = await back()

    expect(lines.map(said)).toEqual([
      {
        ...{ kind: 'added', name: '张小雨', doubts: [] },
        cells: [
          '户序号||00001',
          '姓名||张小雨',
          '与户主关系||孙女',
          `新证号||…${child.新证号.slice(-4)}（18 位）`,
          '新电话||…1234（11 位）',
        ],
      },
    ])
    await accept(lines)
    const { values } = await taskOf(head)
    const subject = values.find(({ value }) => value === '张小雨')!.subject
    expect(
      values
        .filter((one) => one.subject === subject)
        .map(({ field }) => field)
        .sort(),
    ).toEqual([...['person.idNumber', 'person.name', 'person.phone', 'person.relation']])
  })

  test('whose household is not clear waits for the clerk to name it', async () => {
    fillBlank(book.people, { ...child, 户序号: '', 户主: '李无名' })

    const { lines, households } = await back()

    expect(lines[0]!.doubts.map(({ code }) => code)).toEqual(['household-unknown'])
    expect(await refusalOf(accept(lines))).toBe('input.invalid')
    const { householdId } = households.find(({ label }) => label.includes(other))!
    await accept(lines, { householdId })
    expect((await taskOf(other)).values.map(({ value }) => value)).toContain('张小雨')
  })

  test('below the last row, without any code, is somebody new as well; without a name nobody is', async () => {
    const line = Array.from({ length: book.people[headLine]!.length }, () => '')
    line[columnOf(book.people, '姓名')] = '张小雨'
    line[columnOf(book.people, '户主')] = head

    const { lines } = await back([...book.people, line])

    expect(lines.map(said)).toMatchObject([{ kind: 'added', name: '张小雨', doubts: ['number-missing'] }])
  })
})

describe('what is taken', () => {
  test('of a row that is gone needs to be told what became of the person', async () => {
    const at = book.people.indexOf(lineOf(book.people, wife))
    const { lines } = await back(book.people.toSpliced(at, 1))

    expect(await refusalOf(accept(lines))).toBe('input.invalid')
    await accept(lines, { presence: 'moved-out' })

    expect((await valueOf(head, 'person.presence'))?.value).toBe('moved-out')
  })

  test('says the day of a death as a death, and leaves alone what may not be changed', async () => {
    const died = { 在户情况: '死亡', 死亡或迁出日期: new Date(Date.UTC(2026, 4, 3)), 姓名: '张贰' }
    fill(book.people, head, died)
    const { lines } = await back()

    await accept(lines, { leaveOut: ['name'] })

    expect((await valueOf(head, 'person.diedOn'))?.value).toBe('2026-05-03')
    expect((await taskOf(head)).people[0]!.name).toBe(head)
  })

  test('says who in the village filled it in, and that the workbook did; a new card is a new account', async () => {
    book.people[2]![1] = '王报账'
    fill(book.people, head, { 新账号: anAccountNo(8), 新开户行: '洪洞农商行', 卡在谁手里: '家人' })
    const { lines, filledBy } = await back()
    await accept(lines)

    const { values, accounts } = await taskOf(head)

    expect(filledBy).toBe('王报账')
    const account = values.find(({ field }) => field === 'account.accountNo')!
    expect(accounts.map(({ accountId }) => accountId)).toContain(account.subject)
    const ofAccount = values.filter(({ subject }) => subject === account.subject)
    expect(ofAccount.map(({ field, value }) => [field, value])).toEqual([
      ['account.accountNo', `…${anAccountNo(8).slice(-4)}`],
      ['account.bankName', '洪洞农商行'],
      ['account.custody', 'family'],
      ['account.person', (await taskOf(head)).people[0]!.personId],
    ])
    const { reader } = office.core.connect('any').context.host.door.store
    const edits = await reader.selectFrom('surveyEdit').select(['editorName', 'workstationId']).execute()
    const [village] = await office.clerk.villageBook.list({ roundId })
    expect(new Set(edits.map(({ editorName }) => editorName))).toEqual(
      new Set(['王报账（村级工作簿，clerk同志收）']),
    )
    expect(new Set(edits.map(({ workstationId }) => workstationId))).toEqual(
      new Set([village!.books[0]!.bookId]),
    )
  })

  test('stands beside a newer value of the office as a conflict, and overwrites nothing', async () => {
    const { taskId, people } = await taskOf(head)
    const office2 = { subject: people[0]!.personId, field: 'person.phone', value: '13855556666' }
    await office.clerk.survey.saveVisit({ taskId, edits: typed(office2) })
    fill(book.people, head, { 新电话: '13899990000' })
    const { lines } = await back()

    expect(lines[0]!.cells[0]!.now).toBe('…6666（11 位）')
    expect(lines[0]!.isClean).toBe(false)
    await accept(lines)

    const value = await valueOf(head, 'person.phone')
    expect(value).toMatchObject({ conflict: true })
    expect(value!.rivals.map((rival) => rival.value).sort()).toEqual(['…0000', '…6666'])
  })

  test('a second hand-in of the same workbook takes the place of the first, and brings no line twice', async () => {
    fill(book.people, head, { 新电话: '13899990000' })
    fillBlank(book.people, { 户序号: '00001', 姓名: '张小雨', 新证号: anIdNumber(21) })
    await accept((await back()).lines)
    fill(book.people, head, { 新电话: '13899991111' })
    fill(book.people, wife, { 与户主关系: '妻' })

    const { lines } = await back()

    expect(lines.map(said).map(({ name, cells }) => [name, ...cells])).toEqual([
      [head, '新电话|…0001|…1111（11 位）'],
      [wife, '与户主关系|配偶|妻'],
    ])
    await accept(lines)
    expect(await valueOf(head, 'person.phone')).toMatchObject({ value: '…1111', conflict: false, former: 1 })
  })

  test('is decided once, and only by who read it in time', async () => {
    fill(book.people, head, { 新电话: '13899990000' })
    const { lines } = await back()
    await accept(lines)

    expect(await refusalOf(accept(lines))).toBe('record.stale')
  })

  test('of a closed round is nothing any more', async () => {
    fill(book.people, head, { 新电话: '13899990000' })
    const { lines } = await back()
    const round = await office.clerk.survey.round({ roundId })
    await office.clerk.survey.closeRound({ roundId, version: round.version, reason: '到此为止' })

    expect(await refusalOf(accept(lines))).toBe('survey.round-closed')
    expect(
      await jobRefusal(office.clerk, 'villageBook.issue', { roundId, villageCodes: [gantingCode] }),
    ).toBe('survey.round-closed')
  })
})

describe('what is not taken', () => {
  test('is refused with a reason that is kept, and goes back under the same codes with it', async () => {
    fill(book.people, head, { 新证号: '123', 新电话: '13899990000' })
    const at = book.people.indexOf(lineOf(book.people, wife))
    const { lines, returnId } = await back(book.people.toSpliced(at, 1))
    const [changed] = lines
    const refuse = { lines: [{ lineId: changed!.lineId, version: changed!.version }], accepts: false }
    expect(await refusalOf(office.clerk.villageBook.decide(refuse))).toBe('input.invalid')
    await office.clerk.villageBook.decide({ ...refuse, reason: '证号不对，请核证件' })

    const { file, rows } = await runJob(office.clerk, 'villageBook.send-back', { returnId })

    const bytes = new Uint8Array(await readFile((await office.core.files.take(file.token)).path))
    const sheet = opened(bytes).people
    expect(rows).toBe(2)
    expect(lineOf(sheet, head)[columnOf(sheet, '退回原因')]).toBe(
      '证号不对，请核证件；新证号：身份证号应为 18 位（老证 15 位），位数不对或夹有其他字符，请按本人证件填写',
    )
    expect(lineOf(sheet, wife)[columnOf(sheet, '退回原因')]).toContain('没有这一行')
    expect(leakFinder(['13899990000', anIdNumber(1), anIdNumber(2)])(packedText(bytes))).toEqual([])

    fill(sheet, head, { 新证号: anIdNumber(31) })
    const again = await handedBack(office, saved({ 人员核对: sheet }))
    expect(again.lines.map(said).map(({ kind, name, cells }) => [kind, name, ...cells])).toEqual([
      ['changed', head, `新证号|…9011|…${anIdNumber(31).slice(-4)}（18 位）`],
    ])
    expect(again.notes).toContain('这是退回件交回，只看表里有的行，没有的行不算删。')
  })

  test('may still be taken later', async () => {
    fill(book.people, head, { 新电话: '13899990000' })
    const { lines, returnId } = await back()
    const [line] = lines
    await office.clerk.villageBook.decide({ lines: [line!], accepts: false, reason: '再问问' })
    const [refused] = (await office.clerk.villageBook.lines({ returnId })).lines

    await accept([refused!])

    expect((await valueOf(head, 'person.phone'))?.value).toBe('…0000')
  })
})

test('full new numbers are shown one line at a time, and that leaves a trace', async () => {
  fill(book.people, head, { 新账号: anAccountNo(8) })
  const { lines } = await back()

  const numbers = await office.clerk.villageBook.numbers({ lineId: lines[0]!.lineId })

  expect(numbers).toEqual([{ column: 'newAccount', header: '新账号', typed: anAccountNo(8) }])
  const { rows } = await office.administrator.system.audit({ after: null, limit: 3 })
  expect(rows.map(({ action }) => action)).toContain('village-book.show-numbers')
})

test('somebody with two lines of last year has a row for each, and each area is its own', async () => {
  await office.clerk.survey.round({ roundId })
  const second = await anOffice({ isAnother: true })
  try {
    const two = [aRollPerson(1), aRollPerson(1, { areaMu: 2 })]
    const { roundId: round } = await anOpenRound(second, undefined, two)
    const sheet = await issued(second, round)
    const rows = sheet.people.filter((line) => line[columnOf(sheet.people, '姓名')] === head)
    expect(rows.map((line) => line[columnOf(sheet.people, '上年面积')])).toEqual(['5.00', '2.00'])
    rows[1]![columnOf(sheet.people, '今年面积')] = '1.5'

    const { lines } = await handedBack(second, saved({ 人员核对: sheet.people, 问答: sheet.answers }))

    expect(lines.map(said)).toMatchObject([{ name: head, cells: ['今年面积||1.50'], doubts: [] }])
  } finally {
    await second.remove()
  }
})

test('a round of another year has a workbook of its own', async () => {
  const { roundId: next } = await openRound(office, { year: 2027, name: '2027 年摸底' })
  const nextBook = await issued(office, next)
  fill(nextBook.people, head, { 新电话: '13899990000' })

  const { roundName } = await handedBack(office, saved({ 人员核对: nextBook.people }))

  expect(roundName).toBe('2027 年摸底')
})
