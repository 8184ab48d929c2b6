import { extractField, type ExtractGrain } from './extract-field.ts'
import { type ListField, words } from './list-field.ts'
import { fieldsOfRegister } from './register-list-fields.ts'
import { fieldsOfAllowanceRoll, fieldsOfRoll } from './roll-list-fields.ts'

/** 序号 — counted by us, whatever the lines are. */
export const serialKey = 'serial'

const known = new Map(
  [...fieldsOfAllowanceRoll, ...fieldsOfRoll, ...fieldsOfRegister].map((field) => [field.key, field]),
)

function like(key: string, label: string, listKey: string, more = ''): ListField {
  const aliases = [...(known.get(listKey)?.aliases ?? []), ...words(more)]
  return { key, label, aliases, required: false, ...looksOf(listKey) }
}

function looksOf(listKey: string): Pick<ListField, 'looks'> {
  const looks = known.get(listKey)?.looks
  return looks === undefined ? {} : { looks }
}

function own(key: string, label: string, aliases: string): ListField {
  return { key, label, aliases: words(aliases), required: false }
}

const fields: readonly ListField[] = [
  own(serialKey, '序号', '序号 编号 顺序号 行号 NO'),
  like('village', '村', 'village'),
  like('group', '组', 'group'),
  like('householdNo', '户编号', 'householdNo'),
  like('householder', '户主', 'headName'),
  own('members', '在户人数', '在户人数 家庭人口 人口数 家庭人口数 户内人数 家庭成员数 在册人口 人口'),
  // 户主信息/姓名 is whom the line is about where the form names nobody else.
  { ...like('name', '姓名', 'name'), orElse: ['householder'] },
  like('relation', '与户主关系', 'relation'),
  like('sex', '性别', 'sex'),
  own('age', '年龄', '年龄 周岁 实足年龄 岁数'),
  like('birthDate', '出生日期', 'birthDate'),
  like('idNumber', '身份证号', 'idNumber', '身份证后四位 证号后四位'),
  like('phone', '联系电话', 'phone'),
  like('ethnicity', '民族', 'ethnicity'),
  like('hukouKind', '户口性质', 'hukouKind'),
  own('personStatus', '人员状态', '人员状态 在册状态'),
  like('accountNo', '账号', 'accountNo', '卡号后四位 账号后四位'),
  like('accountHolder', '账户户名', 'payeeName'),
  like('bankName', '开户行', 'bankName'),
  like('programme', '补贴项目', 'category'),
  own('year', '年度', '年度 年份 补贴年度 发放年度 所属年度'),
  like('area', '面积（亩）', 'area'),
  like('rate', '标准（元）', 'rate'),
  like('amount', '金额（元）', 'amount'),
  own('previousArea', '上年面积（亩）', '上年面积 去年面积 上年补贴面积'),
  own('previousAmount', '上年金额（元）', '上年金额 去年金额 上年补贴金额'),
  own('status', '办理状态', '办理状态 审核状态 审核结果'),
  like('remark', '备注', 'remark'),
]

/** 套表的列 — what another office's columns may be filled with, by the names the import knows. */
export function formFields(grain: ExtractGrain): readonly ListField[] {
  return fields.filter(({ key }) => key === serialKey || extractField(key, grain) !== undefined)
}

/** The fields in the order the form has them, each once, without what we count ourselves. */
export function formColumns(fields: readonly (string | null)[]): string[] {
  return [...new Set(fields.filter((field): field is string => field !== null && field !== serialKey))]
}
