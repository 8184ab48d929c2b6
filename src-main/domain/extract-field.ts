/**
 * 口径 — what one line of an extract is: a person on the register, a household, an application of a year (the same
 * person may have several), or a line of a former year's roll.
 */
export const extractGrains = ['person', 'household', 'application', 'roster'] as const
export type ExtractGrain = (typeof extractGrains)[number]

export type ExtractKind =
  | 'text'
  | 'count'
  | 'area'
  | 'money'
  | 'id-number'
  | 'account-no'
  | 'phone'
  | 'birth-date'
  | 'day'
  | 'sex'
  | 'person-status'
  | 'status'
  | 'programme'
  | 'yes-no'

/** 列 — one column an extract may have. */
export interface ExtractField {
  readonly key: string
  readonly label: string
  readonly kind: ExtractKind
  readonly grains: readonly ExtractGrain[]
}

const everywhere = extractGrains
const ofPeople = ['person', 'application', 'roster'] as const
const ofWork = ['application', 'roster'] as const

/** 可选的列 — in the order they are offered. What stands for a household's householder is said in its label. */
export const extractFields: readonly ExtractField[] = [
  { key: 'village', label: '村', kind: 'text', grains: everywhere },
  { key: 'group', label: '组', kind: 'text', grains: everywhere },
  { key: 'householdNo', label: '户编号', kind: 'text', grains: everywhere },
  { key: 'householder', label: '户主', kind: 'text', grains: everywhere },
  { key: 'members', label: '在户人数', kind: 'count', grains: ['person', 'household'] },
  { key: 'name', label: '姓名', kind: 'text', grains: ofPeople },
  { key: 'relation', label: '与户主关系', kind: 'text', grains: ofPeople },
  { key: 'sex', label: '性别', kind: 'sex', grains: everywhere },
  { key: 'age', label: '年龄', kind: 'count', grains: everywhere },
  { key: 'birthDate', label: '出生日期', kind: 'birth-date', grains: everywhere },
  { key: 'idNumber', label: '身份证号', kind: 'id-number', grains: everywhere },
  { key: 'phone', label: '联系电话', kind: 'phone', grains: everywhere },
  { key: 'ethnicity', label: '民族', kind: 'text', grains: everywhere },
  { key: 'hukouKind', label: '户口性质', kind: 'text', grains: everywhere },
  { key: 'personStatus', label: '人员状态', kind: 'person-status', grains: everywhere },
  { key: 'deceased', label: '在死亡名单', kind: 'yes-no', grains: everywhere },
  { key: 'payroll', label: '在财供名单', kind: 'yes-no', grains: everywhere },
  { key: 'accountNo', label: '账号', kind: 'account-no', grains: everywhere },
  { key: 'accountHolder', label: '账户户名', kind: 'text', grains: everywhere },
  { key: 'bankName', label: '开户行', kind: 'text', grains: everywhere },
  { key: 'programme', label: '补贴项目', kind: 'programme', grains: ofWork },
  { key: 'year', label: '年度', kind: 'text', grains: ofWork },
  { key: 'area', label: '面积（亩）', kind: 'area', grains: ofWork },
  { key: 'rate', label: '标准（元）', kind: 'text', grains: ofWork },
  { key: 'amount', label: '金额（元）', kind: 'money', grains: ofWork },
  { key: 'previousArea', label: '上年面积（亩）', kind: 'area', grains: ['application'] },
  { key: 'previousAmount', label: '上年金额（元）', kind: 'money', grains: ['application'] },
  { key: 'status', label: '办理状态', kind: 'status', grains: ['application'] },
  { key: 'remark', label: '备注', kind: 'text', grains: ['person', 'roster'] },
]

const byKey = new Map(extractFields.map((field) => [field.key, field]))

/** The field of a key, where lines of this grain have it. */
export function extractField(key: string, grain: ExtractGrain): ExtractField | undefined {
  const field = byKey.get(key)
  return field?.grains.includes(grain) ? field : undefined
}
