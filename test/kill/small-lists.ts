import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write, type WorkBook } from 'xlsx'

/** The two lists a kill may fall into, and what their columns are called. */
export interface Lists {
  readonly register: string
  readonly roll: string
}

const names = { register: '户籍人口花名册.xlsx', roll: '2025年耕地地力保护补贴发放清册.xlsx' }
const villages = new Set(['甘亭村委会', '杨曲村委会'])

/** The sample township whole: 14,265 people, 4,113 lines. */
export function wholeLists(root: string): Lists {
  return {
    register: join(root, 'resources/demo', names.register),
    roll: join(root, 'resources/demo', names.roll),
  }
}

/** A few villages of the sample township with all their mess, so that a point takes seconds. */
export function smallLists(root: string, into: string): Lists {
  const whole = wholeLists(root)
  const small = { register: join(into, names.register), roll: join(into, names.roll) }
  const people = rowsOf(whole.register)
  writeRows(small.register, [
    ...people.slice(0, 2),
    ...people.slice(2).filter((row) => villages.has(row[2] ?? '')),
  ])
  const lines = carriedDown(rowsOf(whole.roll))
  const head = [
    '序号',
    '村委会',
    '村民小组',
    '姓名',
    '身份证号码',
    '补贴面积',
    '补贴标准',
    '补贴金额',
    '账号',
    '开户行',
    '联系电话',
    '备注',
  ]
  writeRows(small.roll, [
    head,
    ...lines.filter((row) => villages.has(row[1] ?? '') && /^\d+$/.test(row[0] ?? '')),
  ])
  return small
}

function rowsOf(file: string): string[][] {
  const book: WorkBook = read(readFileSync(file))
  const sheet = book.Sheets[book.SheetNames[0]!]!
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' })
}

/** The village is written once, in a cell merged down its block. */
function carriedDown(rows: readonly string[][]): string[][] {
  let village = ''
  return rows.map((row) => {
    village = row[1] || village
    return [row[0] ?? '', village, ...row.slice(2)]
  })
}

function writeRows(file: string, rows: readonly (readonly string[])[]): void {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '表')
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}
