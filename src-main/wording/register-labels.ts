import type { EvidenceKind } from '../domain/evidence.ts'
import type { Custody, HolderKind } from '../domain/register-fields.ts'

/** 栏目 — a value's name in forms and in the history of values. */
const fieldLabels: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '公民身份号码',
  sex: '性别',
  birthDate: '出生日期',
  relation: '与户主关系',
  ethnicity: '民族',
  hukouKind: '户口性质',
  phone: '联系电话',
  remark: '备注',
  status: '状态',
  diedOn: '死亡日期',
  deathSource: '死亡信息来源',
  movedOn: '迁移日期',
  movedWhere: '迁往或迁自',
  householdId: '所在户',
  householderId: '户主',
  householdNo: '户编号',
  villageCode: '村',
  groupName: '组',
  address: '住址',
  endedOn: '销户日期',
  personId: '账户归属人',
  accountNo: '账号',
  kind: '种类',
  bankName: '开户行',
  holderName: '户名',
  holderKind: '账户性质',
  holderIdNumber: '户名人证号',
  creditCode: '统一社会信用代码',
  custody: '卡在谁手里',
  confirmation: '第二人核对',
  beneficiaryId: '享受人',
  payeeId: '收款人',
  accountId: '收款账户',
  parcelNo: '地块号',
  contractNo: '承包合同号',
  areaCentiMu: '面积',
  nonEligibleCentiMu: '不予补贴面积',
  landUse: '地类',
  giverName: '转出方',
  takerName: '转入方',
  parcelText: '地块',
  startsOn: '起',
  endsOn: '止',
  subsidyTo: '补贴归',
  agreement: '协议',
}

export function fieldLabel(field: string): string {
  return Object.hasOwn(fieldLabels, field) ? (fieldLabels[field] ?? field) : field
}

/** 卡在谁手里 */
export const custodyLabels: { readonly [C in Custody]: string } = {
  '': '没问',
  self: '本人',
  family: '家属',
  'village-cadre': '村干部',
  other: '其他人',
}

/** 账户性质 */
export const holderKindLabels: { readonly [K in HolderKind]: string } = {
  own: '本人账户',
  guardian: '监护人账户',
  organisation: '对公账户',
}

export const accountKindLabels = { card: '社保卡', passbook: '存折' } as const
export const sexLabels = { male: '男', female: '女' } as const
export const personStatusLabels = {
  registered: '在册',
  cancelled: '注销',
  'moved-out': '迁出',
  dead: '死亡',
} as const
export const householdStatusLabels = {
  registered: '在册',
  cancelled: '销户',
  'moved-out': '整户迁出',
} as const
export const subsidyToLabels = { giver: '转出方', taker: '转入方', unknown: '没有写明' } as const

const valueLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  custody: custodyLabels,
  holderKind: holderKindLabels,
  sex: sexLabels,
  kind: accountKindLabels,
  subsidyTo: subsidyToLabels,
  confirmation: { none: '不需要', wanted: '待核对', done: '已核对' },
  status: {
    ...personStatusLabels,
    active: '启用',
    closed: '停用',
    ended: '已终止',
  },
}

/** A stored word of a field as a clerk reads it; undefined where the field's values are no words of ours. */
export function valueLabel(field: string, value: string): string | undefined {
  const labels = valueLabels[field]
  return labels !== undefined && Object.hasOwn(labels, value) ? labels[value] : undefined
}

/** 证据种类 */
export const evidenceKindLabels: { readonly [K in EvidenceKind]: string } = {
  'id-card': '身份证',
  'household-booklet': '户口簿',
  'bank-card': '社保卡或存折',
  'death-proof': '死亡证明',
  authorisation: '授权或监护证明',
  'land-agreement': '承包或流转协议',
  'visit-form': '入户调查表',
  'village-register': '核实清册',
  photo: '现场照片',
  disability: '残疾证明',
  medical: '病历',
  income: '收入证明',
  other: '其他',
}

/** 时间来源 */
export const daySourceLabels = { taken: '拍摄', imported: '导入', stated: '自述' } as const
