import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { anOpenRound, nameOf } from '../builders/a-survey.ts'
import {
  columnOf,
  fill,
  handedBack,
  headLine,
  issued,
  lineOf,
  said,
  saved,
  type BookLines,
  type OpenedBook,
} from '../builders/a-village-book.ts'
import { anAccountNo } from '../builders/an-id-number.ts'
import { anOffice, jobRefusal, type AnOffice } from '../builders/an-office.ts'

let office: AnOffice
let roundId: string
let fresh: OpenedBook
let book: OpenedBook
const [head, wife] = [nameOf(1), nameOf(2)]
beforeAll(async () => {
  office = await anOffice()
  roundId = (await anOpenRound(office)).roundId
  fresh = await issued(office, roundId)
})
beforeEach(() => {
  book = structuredClone(fresh)
})
afterAll(() => office.remove())

const back = (people: BookLines = book.people, answers: BookLines = book.answers) =>
  handedBack(office, saved(answers.length === 0 ? { 人员核对: people } : { 人员核对: people, 问答: answers }))

const changed = { 新电话: '13899990000' }
const onlyHeadChanged = [{ kind: 'changed', name: head, doubts: [], cells: ['新电话|…0001|…0000（11 位）'] }]
const rowsOf = (people: BookLines) => people.slice(headLine + 1)

test.each([
  ['rows sorted', (people: BookLines) => [...people.slice(0, headLine + 1), ...rowsOf(people).reverse()]],
  ['a column inserted', (people: BookLines) => people.map((line) => [line[0]!, '', ...line.slice(1)])],
  ['columns moved', (people: BookLines) => people.map((line) => [...line.slice(8), ...line.slice(0, 8)])],
  ['lines above the head deleted', (people: BookLines) => people.slice(headLine)],
  ['blank lines put between', (people: BookLines) => people.flatMap((line) => [line, []])],
  ['the hidden code lost', (people: BookLines) => people.map((line) => line.slice(0, -1))],
  ['the visible code lost', (people: BookLines) => people.map((line) => ['', ...line.slice(1)])],
  [
    'codes in small letters with blanks',
    (people: BookLines) =>
      people.map((line) => [String(line[0]).toLowerCase().replaceAll('-', ' - '), ...line.slice(1, -1)]),
  ],
  [
    'locked numbers turned to numbers',
    (people: BookLines) =>
      people.map((line, at) =>
        line.map((cell) => (at > headLine && /^\d{5}$/.test(String(cell)) ? Number(cell) : cell)),
      ),
  ],
])('%s: the change is found, and nothing else', async (_, damage) => {
  fill(book.people, head, changed)

  const { lines } = await back(damage(book.people))

  expect(lines.map(said)).toEqual(onlyHeadChanged)
})

test.each([
  ['biff8', '核对表.xls'],
  ['csv', '核对表.csv'],
] as const)('saved as %s it still reads', async (as, name) => {
  fill(book.people, head, changed)

  const { lines, notes } = await handedBack(office, saved({ 人员核对: book.people }, as), name)

  expect(lines.map(said)).toEqual(onlyHeadChanged)
  expect(notes).toContain('没有问答表（存成 csv 或只交了一张表），答案按没有填处理。')
})

test('a date typed as a date is a day, and a number typed as a number is an area', async () => {
  fill(book.people, head, {
    在户情况: '死亡',
    死亡或迁出日期: new Date(Date.UTC(2026, 4, 3)),
    今年面积: 7.509999999999999,
  })

  const { lines } = await back()

  expect(said(lines[0]!).cells).toEqual(['在户情况||死亡', '死亡或迁出日期||2026-05-03', '今年面积||7.51'])
})

test('a deleted row is a question, not a deletion', async () => {
  const at = book.people.indexOf(lineOf(book.people, wife))

  const { lines, same } = await back(book.people.toSpliced(at, 1))

  expect(lines.map(said)).toEqual([{ kind: 'removed', name: wife, cells: [], doubts: ['row-missing'] }])
  expect(same).toBe(2)
})

test('codes that no longer stand with their people are told by name and number', async () => {
  fill(book.people, head, changed)
  const codes = rowsOf(book.people).map((line) => line[0]!)
  const shifted = book.people.map((line, at) =>
    at > headLine && at <= headLine + 3 ? [codes[(at - headLine) % 3]!, ...line.slice(1, -1), ''] : line,
  )

  const { lines } = await back(shifted, [])

  expect(lines.map(said).find(({ name }) => name === head)).toEqual({
    ...onlyHeadChanged[0],
    doubts: ['not-whose-row'],
  })
  expect(lines.every(({ isClean }) => !isClean)).toBe(true)
})

test('all codes gone: the line at the top says which workbook, names and numbers say which row', async () => {
  fill(book.people, head, changed)

  const { lines } = await back(
    book.people.map((line, at) => (at > headLine ? ['', ...line.slice(1, -1)] : line)),
    [],
  )

  expect(lines.map(said)[0]).toEqual({ ...onlyHeadChanged[0], doubts: ['row-code-lost'] })
})

test('the same row twice with different contents is for a person to decide', async () => {
  const copy = [...lineOf(book.people, head)]
  copy[columnOf(book.people, '新电话')] = '13877776666'

  const { lines } = await back([...book.people, copy])

  expect(lines.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([['row-twice'], ['row-twice']])
})

test('a copied sheet is read once', async () => {
  fill(book.people, head, changed)

  const { lines, notes } = await handedBack(
    office,
    saved({ 人员核对: book.people, '人员核对 (2)': book.people, 问答: book.answers }),
  )

  expect(lines.map(said)).toEqual(onlyHeadChanged)
  expect(notes.join()).toContain('人员核对 (2)')
})

test('a locked cell that was changed is shown and not taken; an emptied one is doubted', async () => {
  fill(book.people, head, { ...changed, 姓名: '张贰' })
  fill(book.people, wife, { 与户主关系: '' })

  const { lines } = await back()

  expect(lines.map(said)).toEqual([
    {
      ...{ kind: 'changed', name: head, doubts: ['locked-changed'] },
      cells: [`姓名|${head}|张贰|locked-changed`, '新电话|…0001|…0000（11 位）'],
    },
    { kind: 'changed', name: wife, doubts: ['emptied'], cells: ['与户主关系|配偶|'] },
  ])
})

test('what is written into a cell that has no meaning on its row is shown and not taken', async () => {
  fill(book.people, wife, { 新账号: anAccountNo(9), 备注: '在外打工' })

  const { lines } = await back()

  expect(said(lines[0]!)).toEqual({
    ...{ kind: 'changed', name: wife, doubts: ['remark-not-taken'] },
    cells: ['新账号||***|not-here', '备注||在外打工|not-here'],
  })
})

test.each([
  [
    'somebody else’s list',
    [
      ['姓名', '电话'],
      ['张三', '1'],
    ],
    'village-book.not-ours',
  ],
  ['a workbook of another office', [['工作簿编号 AAAA　第 1 版　苏堡镇苏堡村']], 'village-book.unknown'],
])('%s is refused in words', async (_, lines, code) => {
  const fileToken = await office.handIn('x.xlsx', saved({ 表: lines }))

  expect(await jobRefusal(office.clerk, 'villageBook.read', { fileToken })).toBe(code)
})

test('without a line of headers it is refused, and so is what is no spreadsheet', async () => {
  const fileToken = await office.handIn('x.xlsx', saved({ 表: book.people.toSpliced(headLine, 1) }))
  expect(await jobRefusal(office.clerk, 'villageBook.read', { fileToken })).toBe('village-book.no-header')

  const picture = await office.handIn('x.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))
  expect(await jobRefusal(office.clerk, 'villageBook.read', { fileToken: picture })).toBe(
    'file.not-a-spreadsheet',
  )
})

test('rows of another workbook in the same file are left alone, and an older edition is said', async () => {
  fill(book.people, head, changed)
  const newer = await issued(office, roundId)

  const { lines, notes, edition } = await back([...book.people, newer.people[headLine + 2]!])

  expect(edition).toBe(1)
  expect(lines.map(said)).toEqual(onlyHeadChanged)
  expect(notes.join()).toContain('第 1 版，之后已发过第 2 版')
  expect(notes.join()).toContain('另有 1 行是别的工作簿的')
})
