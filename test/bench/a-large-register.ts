import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as XLSX from 'xlsx'
import { addDays } from '../../src-main/domain/day.ts'
import { anIdNumber } from '../builders/an-id-number.ts'
import { villages } from '../builders/judged-book.ts'
import { personAt } from './township-person.ts'

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/onecard-bench')
export const largeRows = 100_000
const peopleAHousehold = 4
/** As many numbers as people: a few are born on each of these days. */
const daysOfBirth = 30_000

const head = [
  '序号',
  '户编号',
  '村',
  '组',
  '姓名',
  '与户主关系',
  '性别',
  '公民身份号码',
  '出生日期',
  '民族',
  '户口性质',
  '联系电话',
  '备注',
]

/** A household register of 100,000 rows and 13 columns as an .xlsx; made once. */
export function aLargeRegister(): string {
  const path = resolve(cache, `register-${largeRows}-1.xlsx`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const rows = Array.from({ length: largeRows }, (_, at) => rowAt(at))
  const sheet = XLSX.utils.aoa_to_sheet([['甘亭镇户籍人口花名册（截至2026年6月30日）'], head, ...rows], {
    dense: true,
  })
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '人口花名册')
  writeFileSync(
    `${path}.making`,
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer,
  )
  renameSync(`${path}.making`, path)
  return path
}

function rowAt(at: number) {
  const { name, phone } = personAt(at)
  const household = Math.floor(at / peopleAHousehold)
  const day = addDays('1935-01-01', at % daysOfBirth)
  const idNumber = anIdNumber(Math.floor(at / daysOfBirth), { birth: day.replaceAll('-', '') })
  return [
    at + 1,
    `14102410${String(household).padStart(10, '0')}`,
    villages[household % villages.length]?.name ?? '',
    `${'一二三四五六七八'[household % 8]}组`,
    name,
    at % peopleAHousehold === 0 ? '户主' : '子',
    Number(idNumber[16]) % 2 === 1 ? '男' : '女',
    idNumber,
    day,
    '汉族',
    '农业',
    phone,
    '',
  ]
}
