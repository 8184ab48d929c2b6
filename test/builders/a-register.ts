import { anIdNumber } from './an-id-number.ts'
import type { AnOffice } from './an-office.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'

export interface RegisterLine {
  readonly householdNo: string
  readonly village?: string
  readonly group?: string
  readonly name: string
  readonly relation: string
  readonly idNumber: string
  readonly phone?: string
}

const headers = ['户编号', '村委会', '村民小组', '姓名', '与户主关系', '公民身份号码', '联系电话']

/** 户籍人口花名册 with one line a person. */
export function aRegisterSheet(lines: readonly RegisterLine[]): Uint8Array {
  const rows = lines.map(
    ({ householdNo, village = '甘亭村', group = '一组', name, relation, idNumber, phone }) => [
      ...[householdNo, village, group, name, relation, idNumber, phone ?? null],
    ],
  )
  return aWorkbook({ lines: [headers, ...rows] })
}

/** 张大山、妻王秀兰、子张强、儿媳李梅、孙女张小雨: the first of them is `anIdNumber(from)`. */
export function aFamily(householdNo = 'H-1', from = 1, change: Partial<RegisterLine> = {}): RegisterLine[] {
  const people = [
    ['张大山', '户主', '19550312'],
    ['王秀兰', '妻', '19570820'],
    ['张强', '子', '19800105'],
    ['李梅', '儿媳', '19820611'],
    ['张小雨', '孙女', '20080909'],
  ] as const
  return people.map(([name, relation, birth], at) => ({
    householdNo,
    name,
    relation,
    idNumber: anIdNumber(from + at, { birth }),
    ...change,
  }))
}

export async function registered(office: AnOffice, lines: readonly RegisterLine[]): Promise<void> {
  await office.importList({ kind: 'household-register', bytes: aRegisterSheet(lines), name: '花名册.xlsx' })
}

/** The household of this number as the page shows it. */
export async function householdOf({ clerk }: Pick<AnOffice, 'clerk'>, householdNo: string) {
  const { rows } = await clerk.register.households({ limit: 500 })
  const row = rows.find((one) => one.householdNo === householdNo)
  if (row === undefined) throw new Error(`there is no household ${householdNo}`)
  return clerk.register.household({ householdId: row.householdId })
}

type Household = Awaited<ReturnType<typeof householdOf>>

export function memberOf(household: Household, name: string): Household['members'][number] {
  const member = household.members.find((one) => one.name === name)
  if (member === undefined) throw new Error(`${name} is not in the household`)
  return member
}
