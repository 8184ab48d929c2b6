import type { Inputs, Outputs } from '../../../api/calls.ts'

export type PolicyView = Outputs['policy']['show']
export type PolicyLine = PolicyView['lines'][number]
export type PolicyDifference = PolicyView['differences'][number]
export type LineFacts = Inputs['policy']['saveLine']['line']

/** One programme on the page: what the list says, and how that differs from the list before. */
export interface PolicyRow {
  readonly programmeCode: string
  readonly name: string
  /** Null where the programme is on the earlier list only. */
  readonly line: PolicyLine | null
  /** Null where there is nothing to compare with. */
  readonly difference: PolicyDifference | null
}

export const fieldLabels: Readonly<Record<keyof LineFacts, string>> = {
  name: '项目名称',
  department: '主管部门',
  beneficiaries: '补贴对象',
  rateText: '标准原文',
  rateYuan: '标准数额',
  unit: '计量单位',
  cycle: '发放周期',
  basis: '政策依据',
  phone: '咨询电话',
}

export const kindLabels: Readonly<Record<PolicyDifference['kind'], string>> = {
  new: '新增',
  changed: '有变化',
  gone: '移出',
  same: '不变',
}

export type PolicyFilter = 'all' | 'differs' | 'pending' | 'terms'

export function rowsOf({ lines, differences }: PolicyView): readonly PolicyRow[] {
  const listed = lines.map((line) => ({
    ...{ programmeCode: line.programmeCode, name: line.name, line },
    difference: differences.find(({ programmeCode }) => programmeCode === line.programmeCode) ?? null,
  }))
  const gone = differences.filter(({ kind }) => kind === 'gone')
  return [
    ...listed,
    ...gone.map((difference) => ({
      ...{ programmeCode: difference.programmeCode, name: difference.name, line: null, difference },
    })),
  ]
}

export function passes({ line, difference }: PolicyRow, filter: PolicyFilter): boolean {
  if (filter === 'differs') return difference !== null && difference.kind !== 'same'
  if (filter === 'pending') return line?.rateYuan === null
  if (filter === 'terms') return difference?.terms === 'rate-differs' || difference?.terms === 'off-list'
  return true
}

/** What a change touches, said shortly; empty where nothing is under way. */
export function affectedText({ applications, notices, terms }: PolicyDifference): string {
  return [
    ...(applications > 0 ? [`申报 ${String(applications)} 笔`] : []),
    ...(notices > 0 ? [`公示 ${String(notices)} 榜`] : []),
    ...(terms === 'rate-differs' ? ['条款标准与清单不同'] : []),
    ...(terms === 'off-list' ? ['条款仍在用'] : []),
  ].join('，')
}
