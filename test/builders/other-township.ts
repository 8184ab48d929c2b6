import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { aWorkbook, type Cell } from '../workbook/a-workbook.ts'
import { anAccountNo, anIdNumber, withWrongCheckDigit } from './an-id-number.ts'

/** How a township happens to write its lists. */
export interface Habits {
  readonly hasHouseholdNo: boolean
  readonly hasPrintedAmount: boolean
}

interface Head {
  readonly order: number
  readonly name: string
  readonly idNumber: string
  readonly spouse: { readonly name: string; readonly idNumber: string }
  readonly village: number
  readonly accountNo: string
  readonly areaCentiMu: number
}

interface RollLine extends Head {
  readonly reject?: string
}

export interface RollLineExpected {
  readonly line: number
  readonly name: string
  readonly idNumber: string
  readonly villageCode: string
  readonly accountNo: string
  readonly areaCentiMu: number
  readonly amountFen: number
}

export interface OtherTownship {
  readonly folder: string
  readonly rollRejects: readonly (readonly [number, string, string])[]
  readonly registerRejects: readonly (readonly [number, string, string])[]
  readonly registerRows: number
  readonly accepted: readonly RollLineExpected[]
  readonly approved: readonly RollLineExpected[]
}

const villages = ['苏堡', '蜀村', '古县', '董寺', '西尹壁']
/** As the division table has them; the numbers leave some out. */
const villageCodes = ['141024103200', '141024103202', '141024103203', '141024103204', '141024103205']
const headsPerVillage = 12

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏']
const givens = ['长福', '玉兰', '建国', '秀', '𠅤生', '桂香', '红', '满仓', '来福', '改花', '拴柱']

/** Heads by what is special about them: each rule of the job is met by somebody, in proportions of its own. */
const special = {
  wrongId: [4, 21, 38, 55],
  nameMissing: [10],
  areaInWords: [22],
  areaNegative: [40],
  accountScientific: [5],
  idAsNumber: [50],
  notInRegister: [8],
  twice: [7],
  shared: [12, 30],
  dead: [15, 33],
  deadLater: [16],
  payroll: [20, 44],
  overCap: [25],
  wronglyPrinted: [28],
}

/** Another township's lists, written by their own habits, and what must come of them, worked out here. */
export function anotherTownship(habits: Habits): OtherTownship {
  const heads = Array.from({ length: villages.length * headsPerVillage }, (_, order) => aHead(order))
  const folder = mkdtempSync(join(tmpdir(), 'onecard-other-'))
  const roll = rollLines(heads)
  writeRegister(folder, heads, habits)
  writeRoll(folder, roll, habits)
  writeComparisons(folder, heads, habits)
  const firstLine = rollHeadLine(habits) + 1
  const expected = roll.map((line, at) => ({
    ...expectedOf(line),
    line: firstLine + at,
    reject: line.reject,
  }))
  const accepted = expected.filter(({ reject }) => reject === undefined).map(({ reject: _, ...line }) => line)
  const registerLine = (order: number) => 2 + order * 2
  return {
    folder,
    accepted,
    approved: accepted.filter((line) => !returnedIds(heads, habits).has(line.idNumber)),
    rollRejects: expected.flatMap(({ line, reject, name }) =>
      reject === undefined ? [] : [[line, reject === 'name-missing' ? '' : name, reject] as const],
    ),
    registerRejects: special.notInRegister.map((at) => [registerLine(at), heads[at]!.name, 'id-missing']),
    registerRows: heads.length * 2,
  }
}

function aHead(order: number): Head {
  const birth = String(1945 + (order % 40)) + '0' + String(1 + (order % 9)) + '15'
  const spouseName = surnames[(order * 7 + 3) % surnames.length]! + givens[(order + 4) % givens.length]!
  return {
    order,
    name: surnames[order % surnames.length]! + givens[order % givens.length]!,
    idNumber: anIdNumber(order, { birth }),
    spouse: { name: spouseName, idNumber: anIdNumber(order, { division: '141024', birth }) },
    village: Math.floor(order / headsPerVillage),
    accountNo: anAccountNo(special.shared.includes(order) ? special.shared[0]! : order),
    areaCentiMu: 205 + ((order * 91) % 1500),
  }
}

function rollLines(heads: readonly Head[]): RollLine[] {
  const rejects: [readonly number[], string][] = [
    [special.wrongId, 'id-checksum'],
    [special.nameMissing, 'name-missing'],
    [special.areaInWords, 'area-not-number'],
    [special.areaNegative, 'area-negative'],
    [special.accountScientific, 'account-scientific'],
    [special.idAsNumber, 'id-precision-lost'],
  ]
  return heads.flatMap((head) => {
    const reject = rejects.find(([orders]) => orders.includes(head.order))?.[1]
    const line = reject === undefined ? head : { ...head, reject }
    return special.twice.includes(head.order) ? [line, { ...line, areaCentiMu: 111 }] : [line]
  })
}

function expectedOf({ name, idNumber, village, accountNo, areaCentiMu }: RollLine) {
  const villageCode = villageCodes[village]!
  return { name, idNumber, villageCode, accountNo, areaCentiMu, amountFen: fenOf(areaCentiMu) }
}

/** Area times 67.03 元 in whole numbers, half a fen and more counted up. */
function fenOf(areaCentiMu: number): number {
  return Math.floor((areaCentiMu * 6703 + 50) / 100)
}

function returnedIds(heads: readonly Head[], habits: Habits): ReadonlySet<string> {
  const { twice, shared, dead, payroll, overCap, wronglyPrinted } = special
  const orders = [...twice, ...shared, ...dead, ...payroll, ...overCap]
  if (habits.hasPrintedAmount) orders.push(...wronglyPrinted)
  return new Set(orders.map((order) => heads[order]!.idNumber))
}

function writeRegister(folder: string, heads: readonly Head[], { hasHouseholdNo }: Habits): void {
  const lines = heads.flatMap((head) => {
    const place = [villages[head.village]!, (head.order % 3) + 1]
    const no = hasHouseholdNo ? [`SB${String(head.order).padStart(4, '0')}`] : []
    const id = special.notInRegister.includes(head.order) ? '' : head.idNumber
    return [
      [id, head.name, '户主', ...place, ...no],
      [head.spouse.idNumber, head.spouse.name, '配偶', ...place, ...no],
    ]
  })
  const header = [
    '证件号码',
    '家庭成员姓名',
    '同户主关系',
    '行政村',
    '组别',
    ...(hasHouseholdNo ? ['户号'] : []),
  ]
  writeFileSync(join(folder, '苏堡镇人口花名册.xlsx'), aWorkbook({ lines: [header, ...lines] }))
}

function rollHeadLine({ hasPrintedAmount }: Habits): number {
  return hasPrintedAmount ? 6 : 2
}

function writeRoll(folder: string, roll: readonly RollLine[], habits: Habits): void {
  const notes = { name: '填表说明', lines: [['本表由各村填写'], ['面积单位：亩']] }
  if (!habits.hasPrintedAmount) {
    const header = ['序号', '村', '组', '农户姓名', '农户身份证号', '核定面积', '卡号', '开户银行']
    const lines = roll.map((line, at) => {
      const { id, area, account, name } = cellsOf(line)
      return [
        at + 1,
        `${villages[line.village]}村`,
        `第${(line.order % 3) + 1}组`,
        name,
        id,
        area,
        account,
        '农商行',
      ]
    })
    const sheet = {
      name: '清册',
      lines: [['耕地补贴'], header, ...lines, ['合计', null, null, null, null, 1]],
    }
    writeFileSync(join(folder, '耕地补贴发放表.xlsx'), aWorkbook(notes, sheet))
    return
  }
  const header = ['组', '户主姓名', '一卡通账号', '身份证号码', '亩数', '每亩标准', '补助金额', '村名']
  const top = [['苏堡镇'], ['耕地地力保护补贴发放清册'], ['单位：亩、元'], [null], ['填报：苏堡镇']]
  const lines = roll.map((line) => {
    const { id, area, account, name } = cellsOf(line)
    const wrong = special.wronglyPrinted.includes(line.order) ? 100 : 0
    const printed = (fenOf(line.areaCentiMu) + wrong) / 100
    return [(line.order % 3) + 1, name, account, id, area, 67.03, printed, villages[line.village]!]
  })
  const end = [
    ['合计', null, null, null, 999],
    ['制表人：', null, null, '审核人：'],
  ]
  const sheet = { name: 'Sheet1', lines: [...top, header, ...lines, ...end] }
  writeFileSync(join(folder, '2025年耕地地力补贴清册.xlsx'), aWorkbook(sheet, notes))
}

function cellsOf(line: RollLine): { id: Cell; area: Cell; account: Cell; name: Cell } {
  const mu = line.areaCentiMu / 100
  const areas: Cell[] = [mu, `${mu}亩`, ` ${mu} `]
  const cells = {
    id: line.order % 5 === 1 ? line.idNumber.toLowerCase() : line.idNumber,
    area: areas[line.order % 3]!,
    account: line.accountNo,
    name: line.name,
  }
  const broken: Record<string, Partial<Record<keyof typeof cells, Cell>>> = {
    'id-checksum': { id: withWrongCheckDigit(line.idNumber) },
    'name-missing': { name: null },
    'area-not-number': { area: '三亩多' },
    'area-negative': { area: -2 },
    'account-scientific': { account: '6.2170003E+18' },
    'id-precision-lost': { id: Number(line.idNumber.replace('X', '0')) },
  }
  return { ...cells, ...broken[line.reject ?? ''] }
}

function writeComparisons(folder: string, heads: readonly Head[], { hasPrintedAmount }: Habits): void {
  const at = (orders: readonly number[]) => orders.map((order) => heads[order]!)
  const rights = heads.map((head) => {
    const confirmed = special.overCap.includes(head.order) ? head.areaCentiMu - 1 : head.areaCentiMu + 500
    return [confirmed / 100, head.idNumber, head.name, '—', villages[head.village]!, (head.order % 3) + 1]
  })
  const rightsHeader = ['承包地确权面积', '承包方代表证件号码', '承包方代表', '流转出面积', '所在村', '组']
  const dead = [
    ...at(special.dead).map(({ name, idNumber }) => [idNumber, name, '2026年3月8日']),
    ...at(special.deadLater).map(({ name, idNumber }) => [idNumber, name, '2026-07-15']),
  ]
  const payroll = at(special.payroll).map(({ name, idNumber }) => `苏堡中学,${name},${idNumber},事业编制`)
  const csv = ['单位名称,姓名,身份证号,编制类别', ...payroll, ''].join('\r\n')
  const unread = aWorkbook({
    lines: [
      ['姓名', '身份证号'],
      ['某某', heads[0]!.idNumber],
    ],
  })
  const deadHeader = ['死者身份证号', '死者姓名', '去世日期']
  // one township names its files, the other leaves it to the columns to tell what they are
  const names = hasPrintedAmount
    ? ['土地确权.xlsx', '死亡人员.xlsx', '财政供养.csv']
    : ['表3.xlsx', '表4.xlsx', '表5.csv']
  writeFileSync(join(folder, names[0]!), aWorkbook({ lines: [rightsHeader, ...rights] }))
  writeFileSync(join(folder, names[1]!), aWorkbook({ lines: [['公安局提供'], deadHeader, ...dead] }))
  writeFileSync(join(folder, names[2]!), encode(csv, 'gb18030'))
  writeFileSync(join(folder, '低保名单.xlsx'), unread)
}
