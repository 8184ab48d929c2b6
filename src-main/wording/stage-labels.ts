import { rowRuleText } from './row-rules.ts'
import { skippedLabel } from './skipped-labels.ts'

/** Why a sheet of a book is not among those read. */
const sheetWhy: Readonly<Record<string, string>> = {
  hidden: '隐藏的表，没有选',
  empty: '没有数据行',
  'no-header': '没有认出表头',
  'columns-missing': '缺少必需的列',
  sample: '像是说明或样表，没有选',
  old: '像是旧表或副本，没有选',
  'other-year': '是别的年度，没有选',
  'same-rows': '与另一张表的内容重复，没有选',
  'not-asked': '没有选',
}

export function sheetWhyText(why: string): string {
  return sheetWhy[why] ?? '没有选'
}

/** How a column was recognised, as far as a clerk should look at it again. */
const sureness: Readonly<Record<string, string>> = {
  name: '按列名',
  alike: '列名相近，请核对',
  content: '按内容认出，请核对',
  remembered: '按上次的对应',
  said: '您指定的',
}

export function surenessText(how: string | null): string {
  return how === null ? '' : (sureness[how] ?? '')
}

interface Missing {
  readonly what: string
  readonly sheet?: string
  readonly label?: string
}

/** What still has to be said before a list can be imported. */
export function missingLabels(missing: readonly Missing[]): string[] {
  const labels = missing.map(({ what, sheet, label }) => {
    if (what === 'year') return '发放年度'
    if (what === 'programme') return '补贴项目'
    return `“${sheet ?? ''}”表的${label ?? ''}`
  })
  return [...new Set(labels)]
}

/** What still points to something an import made, by the table it stands in. */
const dependents: Readonly<Record<string, string>> = {
  change: '后来对这些资料的改动',
  application: '申报',
  roster_line: '其他清册的行',
  account: '账户',
  household: '户的户主登记',
  person: '户内成员',
  household_event: '家庭事件',
  household_event_person: '家庭事件',
  survey_task: '摸底任务',
  staff_kin: '近亲属申报',
  dropped_note: '上次有、今年没有的原因',
  survey_edit: '摸底记录',
  survey_value: '摸底记录',
  parcel: '地块',
  land_transfer: '流转登记',
  evidence: '附件',
  account_authorisation: '代办授权',
}

export function dependentLabel(what: string): string {
  return dependents[what] ?? '其他记录'
}

const outcomes: Readonly<Record<string, string>> = {
  accepted: '有效',
  warned: '有提示',
  rejected: '退回',
  skipped: '跳过',
}

export function outcomeLabel(outcome: string): string {
  return outcomes[outcome] ?? outcome
}

/** By the codes of a difference: 1 added, 2 changed, 3 the same. */
export function differenceLabel(code: number, changes: number): string {
  return ['', '新增', `变更 ${String(changes)} 处`, '相同'][code] ?? ''
}

type Judged =
  | { readonly outcome: 'accepted'; readonly warnings: readonly string[] }
  | { readonly outcome: 'rejected'; readonly broken: readonly { readonly rule: string }[] }
  | { readonly outcome: 'skipped'; readonly why: string }

/** Everything there is to say about what becomes of a line. */
export function rowReasonText(judged: Judged): string {
  if (judged.outcome === 'skipped') return skippedLabel(judged.why)
  const rules = judged.outcome === 'accepted' ? judged.warnings : judged.broken.map(({ rule }) => rule)
  return [...new Set(rules.map(rowRuleText))].join('；')
}
