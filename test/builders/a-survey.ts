import { runJob } from '../../src-main/demonstration/desk-work.ts'
import { aWorkbook } from '../workbook/a-workbook.ts'
import { anIdNumber } from './an-id-number.ts'
import type { AnOffice } from './an-office.ts'
import { aRollPerson, aRollSheet, gantingCode, type RollPerson } from './a-roll-sheet.ts'
import { period } from './a-period.ts'

/** A household of one village by the orders of its people's ID numbers, the head first. */
export interface RegisterHousehold {
  readonly householdNo: string
  readonly village?: string
  readonly group?: string
  readonly people: readonly number[]
}

const relations = ['户主', '配偶', '子', '孙女', '母亲']
const headers = ['户编号', '村', '组', '姓名', '与户主关系', '公民身份号码', '联系电话']

/** 户籍人口花名册 with these households. */
export function aRegisterSheet(households: readonly RegisterHousehold[]): Uint8Array {
  const lines = households.flatMap(({ householdNo, village = '甘亭村', group = '一组', people }) =>
    people.map((order, at) => [
      ...[householdNo, village, group, nameOf(order), relations[at] ?? '其他', anIdNumber(order)],
      `1380000${String(order).padStart(4, '0')}`,
    ]),
  )
  return aWorkbook({ lines: [headers, ...lines] })
}

export function nameOf(order: number): string {
  return `张${'一二三四五六七八九十'[order % 10] ?? ''}`
}

/** Three households of 甘亭村, two of them on last year's list, in a round of their own. Answers the round. */
export async function anOpenRound(
  office: AnOffice,
  households: readonly RegisterHousehold[] = threeHouseholds,
  roll: readonly RollPerson[] = [aRollPerson(1), aRollPerson(3)],
): Promise<{ roundId: string; tasks: number; mustVisit: number; withoutHousehold: number }> {
  await office.importList({ kind: 'household-register', bytes: aRegisterSheet(households) })
  await office.importList({ kind: 'farmland-roll', bytes: aRollSheet(roll), year: 2025 })
  return openRound(office)
}

export const threeHouseholds: readonly RegisterHousehold[] = [
  { householdNo: '14102410120000001', people: [1, 2] },
  { householdNo: '14102410120000002', people: [3] },
  { householdNo: '14102410120000003', people: [4] },
]

export function openRound(
  { clerk }: Pick<AnOffice, 'clerk'>,
  change: Partial<Parameters<typeof runJob<'survey.open-round'>>[2]> = {},
) {
  return runJob(clerk, 'survey.open-round', {
    ...{ ...period, name: '2026 年耕地补贴摸底', fromYear: 2025 },
    ...{ villageCodes: [gantingCode], households: 'previous' },
    ...change,
  })
}

/** What a visit on site asks for, as a clerk types it, with every question of the farmland programme answered. */
export const onSiteVisit: readonly TypedValue[] = [
  ['visit.state', '1'],
  ['visit.mode', '1'],
  ['visit.on', '2026-07-01'],
  ['visit.visitor', '李娟'],
  ['visit.respondent', '张一'],
  ['visit.relation', '本人'],
  ['visit.confirmation', '1'],
  ['visit.notified', '1'],
  ...Object.entries({
    ...{ wants: '1', farmedBy: '1', abandoned: '2', otherUse: '2', farmsOthers: '2', otherVillage: '2' },
    ...{ paidLastYear: '1', agreesArea: '1', cadre: '2', payroll: '2' },
  }).map(([key, value]) => ({ subject: 'household', field: `q.${key}`, value })),
]

export interface Typed {
  readonly subject?: string
  readonly field: string
  readonly value: string | null
  readonly baseValue?: string | null
  readonly supersedes?: string[]
}

/** A pair says something of the visit itself. */
export type TypedValue = Typed | readonly [field: string, value: string]

/** Edits as the entry page sends them. */
export function typed(...values: readonly TypedValue[]) {
  return values.map((one) => {
    const {
      subject = 'visit',
      field,
      value,
      baseValue = null,
      supersedes = [],
    } = isPair(one) ? { field: one[0], value: one[1] } : one
    return { subject, field, value, baseValue, supersedes }
  })
}

function isPair(one: TypedValue): one is readonly [string, string] {
  return Array.isArray(one)
}
