import { fieldsOfLandRights, fieldsOfLandTransfers } from './land-list-fields.ts'
import type { ListField } from './list-field.ts'
import { fieldsOfConvicted, fieldsOfDeceased, fieldsOfPayroll } from './name-list-fields.ts'
import { fieldsOfRegister } from './register-list-fields.ts'
import { fieldsOfCertificates, fieldsOfRelief } from './relief-list-fields.ts'
import { fieldsOfAllowanceRoll, fieldsOfRoll } from './roll-list-fields.ts'

/** 清单种类 — a kind of list the office receives. */
export const listKinds = [
  'household-register',
  'farmland-roll',
  'allowance-roll',
  'land-rights',
  'land-transfers',
  'deceased',
  'disability-certificates',
  'social-relief',
  'payroll',
  'convicted',
] as const
export type ListKind = (typeof listKinds)[number]

export interface ListKindTerms {
  readonly label: string
  readonly fields: readonly ListField[]
  /** What files, sheets or titles of such lists say. */
  readonly titles: RegExp
  /** Columns other kinds do not have: one of them must be there for a file to be taken for this kind unasked. */
  readonly telling: readonly string[]
  /** Its lines stand in a village and are sent back when it is not known. */
  readonly villages?: true
  /** Its lines belong to a year. */
  readonly years?: true
  /** Lists of a programme's payments: `chosen` where which one has to be said. */
  readonly programme?: 'NY01' | 'chosen'
  /** The programmes whose people such a list tells of; others have no business with it. */
  readonly serves?: readonly string[]
  /** A newer list of the kind is the whole of it: who is missing from it may be ended. */
  readonly replaces?: true
}

/** What each kind is called, which columns it has, and how it is told from the others. */
export const listKindTerms: { readonly [K in ListKind]: ListKindTerms } = {
  'household-register': {
    label: '户籍人口花名册',
    fields: fieldsOfRegister,
    titles: /户籍|人口|常住|花名册|对象库|家庭成员/,
    telling: ['relation', 'householdNo', 'hukouKind', 'ethnicity', 'birthDate'],
    villages: true,
    replaces: true,
  },
  'farmland-roll': {
    label: '耕地地力保护补贴发放清册',
    fields: fieldsOfRoll,
    titles: /(耕地)?地力(保护)?(补贴)?|粮食直补|农业支持保护/,
    telling: ['area'],
    villages: true,
    years: true,
    programme: 'NY01',
  },
  'allowance-roll': {
    label: '其他补贴发放名册',
    fields: fieldsOfAllowanceRoll,
    titles: /补贴|津贴|补助|奖励|救助金|发放(名册|清册|花名册|明细|表)/,
    telling: ['amount', 'rate', 'category'],
    years: true,
    programme: 'chosen',
  },
  'land-rights': {
    label: '土地确权台账',
    fields: fieldsOfLandRights,
    titles: /确权|承包经营权|承包地台账|土地台账/,
    telling: ['confirmedArea'],
    villages: true,
    serves: ['NY01', 'NY02'],
  },
  'land-transfers': {
    label: '土地流转台账',
    fields: fieldsOfLandTransfers,
    titles: /流转|转包|转让|出租|托管/,
    telling: ['takerName', 'takerId', 'subsidyTo', 'term', 'agreement'],
    villages: true,
    serves: ['NY01', 'NY02'],
  },
  deceased: {
    label: '死亡人员名单',
    fields: fieldsOfDeceased,
    titles: /死亡|亡故|去世|火化|殡葬|注销/,
    telling: ['deathDate'],
  },
  'disability-certificates': {
    label: '残疾人证名单',
    fields: fieldsOfCertificates,
    titles: /残疾人证|残疾证|持证残疾|残疾人(名单|花名册|台账|信息)/,
    telling: ['disabilityLevel', 'disabilityKind', 'expiresOn'],
    serves: ['MZ05', 'MZ06', 'CL01'],
    replaces: true,
  },
  'social-relief': {
    label: '低保特困等社会救助名单',
    fields: fieldsOfRelief,
    titles: /低保|特困|五保|最低生活|社会救助|边缘|临时救助|供养/,
    telling: ['reliefKind', 'reliefClass', 'insured', 'supportMode', 'selfCare', 'change'],
    serves: ['MZ01', 'MZ02', 'MZ03', 'MZ04', 'MZ05', 'MZ11'],
    replaces: true,
  },
  payroll: {
    label: '财政供养人员名单',
    fields: fieldsOfPayroll,
    titles: /财政供养|公职|在编|行政事业|机关事业|工资/,
    telling: ['employer', 'category'],
    replaces: true,
  },
  convicted: {
    label: '服刑强戒人员名单',
    fields: fieldsOfConvicted,
    titles: /服刑|刑满|强制隔离|强戒|戒毒|社区矫正|社矫|在押|判刑|羁押|两类人员/,
    telling: ['measure', 'from', 'to', 'term', 'place'],
  },
}

export function fieldOf(kind: ListKind, key: string): ListField | undefined {
  return listKindTerms[kind].fields.find((field) => field.key === key)
}
