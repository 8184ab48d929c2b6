import { choicesOf, type Choice } from './survey-choice.ts'
import type { ParsedValue } from './survey-rule.ts'
import { parseValue, type ValueKind } from './survey-value.ts'
import { verificationModes } from './verification-mode.ts'

/** 录入对象 — of what a field says something; the word before the dot of its key. */
export type SubjectKind = 'visit' | 'household' | 'person' | 'account' | 'line'

/** 字段 — one thing an entry can say, and where the register keeps it. */
export interface SurveyField {
  readonly key: string
  readonly subject: SubjectKind
  readonly label: string
  readonly value: ValueKind
  /** The register's own table and column; what has none stays in the round. */
  readonly register?: { readonly entity: 'household' | 'person' | 'account'; readonly column: string }
  /** Shown by its last four digits wherever more than one household is on the page. */
  readonly sensitive?: true
}

/** 走访状态 by code; 未访 is what nobody has typed over. */
export const stateChoices: readonly Choice[] = choicesOf(
  ['visited', '已访'],
  ['away', '外出'],
  ['refused', '拒访'],
  ['not-found', '查无此人'],
)
export const modeChoices: readonly Choice[] = choicesOf(
  ...verificationModes.map(({ mode, label }) => [mode, label] as const),
)
export const confirmationChoices: readonly Choice[] = choicesOf(
  ['signed', '签字'],
  ['thumbprint', '按手印'],
  ['oral', '口头确认'],
  ['none', '没有确认'],
)
export const nextHowChoices: readonly Choice[] = choicesOf(
  ['on-site', '再次入户'],
  ['phone', '电话'],
  ['video', '视频'],
  ['relative', '委托家属'],
  ['village', '村组核实'],
  ['police', '查户籍'],
)
/** 在户情况 */
export const presenceChoices: readonly Choice[] = choicesOf(
  ['here', '在户'],
  ['away', '外出'],
  ['moved-out', '迁出'],
  ['dead', '死亡'],
  ['not-found', '查无此人'],
)
/** 卡在谁手里 (field-notes 10); the last two are C27. */
export const custodyChoices: readonly Choice[] = choicesOf(
  ['self', '本人'],
  ['family', '家人'],
  ['village-cadre', '村干部'],
  ['other', '其他人'],
)
export const accountStatusChoices: readonly Choice[] = choicesOf(['active', '正常'], ['closed', '已销户'])
export const continuesChoices: readonly Choice[] = choicesOf(['yes', '继续'], ['no', '不再申报'])
export const notifiedChoices: readonly Choice[] = choicesOf(['yes', '已告知'])

const choice = (choices: readonly Choice[]): ValueKind => ({ kind: 'choice', choices })
const text = (longest: number): ValueKind => ({ kind: 'text', longest })
const area: ValueKind = { kind: 'area', least: 0, most: 100_000 }

const visit: readonly SurveyField[] = [
  field('visit.state', '走访情况', choice(stateChoices)),
  field('visit.mode', '核实方式', choice(modeChoices)),
  field('visit.on', '日期', { kind: 'day', when: 'past' }),
  field('visit.visitor', '调查员', { kind: 'name' }),
  field('visit.secondVisitor', '第二调查员', { kind: 'name' }),
  field('visit.respondent', '答复人', { kind: 'name' }),
  field('visit.relation', '与户主关系', text(20)),
  field('visit.phone', '联系电话', { kind: 'phone' }),
  field('visit.confirmation', '答复人确认', choice(confirmationChoices)),
  field('visit.signer', '代签人', { kind: 'name' }),
  field('visit.signerRelation', '代签人关系', text(20)),
  field('visit.notified', '个人信息告知', choice(notifiedChoices)),
  field('visit.asked', '向谁了解', text(60)),
  field('visit.why', '原因', text(200)),
  field('visit.nextOn', '下次日期', { kind: 'day', when: 'future' }),
  field('visit.nextBy', '由谁', { kind: 'name' }),
  field('visit.nextHow', '怎样办', choice(nextHowChoices)),
  field('visit.basis', '依据', text(200)),
  field('visit.remark', '备注', text(500)),
]
const household: readonly SurveyField[] = [
  field('household.householder', '户主', { kind: 'reference' }, 'householderId'),
  field('household.group', '村民小组', { kind: 'group' }, 'groupName'),
  field('household.address', '住址', text(100), 'address'),
  field('household.confirmedMu', '确权面积', area),
  field('household.nonEligibleMu', '不予补贴', area),
  field('household.transferredOutMu', '流转出', area),
  field('household.farmedForOthersMu', '代耕代种进', area),
]
const person: readonly SurveyField[] = [
  field('person.name', '姓名', { kind: 'name' }, 'name'),
  field('person.idNumber', '身份证号', { kind: 'id-number' }, 'idNumber', true),
  field('person.relation', '关系', text(20), 'relation'),
  field('person.phone', '电话', { kind: 'phone' }, 'phone', true),
  field('person.presence', '在户', choice(presenceChoices)),
  field('person.diedOn', '死亡日期', { kind: 'day', when: 'past' }),
  field('person.movedOn', '迁出日期', { kind: 'day', when: 'past' }),
  field('person.movedWhere', '迁往', text(60)),
]
const account: readonly SurveyField[] = [
  field('account.person', '账户本人', { kind: 'reference' }, 'personId'),
  field('account.accountNo', '账号', { kind: 'account-no' }, 'accountNo', true),
  field('account.bankName', '开户行', text(60), 'bankName'),
  field('account.custody', '卡在谁手里', choice(custodyChoices), 'custody'),
  field('account.status', '账户状态', choice(accountStatusChoices), 'status'),
]
/** 申报行 — what a household was or is to be given under the round's programme. */
const line: readonly SurveyField[] = [
  field('line.person', '享受人', { kind: 'reference' }),
  field('line.areaMu', '补贴面积', area),
  field('line.account', '收款账户', { kind: 'reference' }),
  field('line.continues', '今年申报', choice(continuesChoices)),
  field('line.why', '不再申报的原因', text(200)),
]

/** 字段字典 — everything but the questions, which are the programme's. */
export const surveyFields: readonly SurveyField[] = [...visit, ...household, ...person, ...account, ...line]

const byKey = new Map(surveyFields.map((one) => [one.key, one]))

export function findField(key: string): SurveyField | undefined {
  return byKey.get(key)
}

/** A typed value of one field as it is kept; an unknown field is a defect of whoever asks. */
export function parseField(key: string, typed: string, today: string): ParsedValue {
  const known = byKey.get(key)
  if (known === undefined) throw new Error(`no field is called ${key}`)
  return parseValue(known.value, typed, today)
}

function field(
  key: string,
  label: string,
  value: ValueKind,
  column?: string,
  sensitive = false,
): SurveyField {
  const subject = key.slice(0, key.indexOf('.')) as SubjectKind
  const entity = subject === 'visit' || subject === 'line' ? undefined : subject
  return {
    key,
    subject,
    label,
    value,
    ...(column !== undefined && entity !== undefined ? { register: { entity, column } } : {}),
    ...(sensitive ? { sensitive: true } : {}),
  }
}
