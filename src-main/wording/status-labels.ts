import type { ApplicationStatus, ApplicationStep } from '../domain/application-status.ts'
import type { Severity } from '../domain/finding.ts'
import type { PaperSignerPost } from '../domain/paper-signer.ts'
import type { Role } from '../domain/role.ts'

/** 申报状态 */
export const statusLabels: { readonly [S in ApplicationStatus]: string } = {
  submitted: '待初审',
  returned: '退回补正',
  approved: '初审通过',
  declined: '初审不通过',
  publicizing: '公示中',
  objected: '有异议',
  publicized: '公示期满',
  packaged: '已打包',
  reported: '已报送',
  received: '已签收',
  accepted: '部门通过',
  reduced: '部门核减',
  suspended: '中止',
  stopped: '停发',
  withheld: '报送后停付',
  recovering: '追缴',
  settled: '已了结',
  withdrawn: '撤回',
}

/** 办理动作 */
export const stepLabels: { readonly [S in ApplicationStep]: string } = {
  approve: '初审通过',
  decline: '不予通过',
  return: '退回补正',
  withdraw: '撤回',
  suspend: '中止',
  stop: '停发',
  correct: '补正',
  publish: '公示',
  pass: '公示期满',
  'take-down': '公示撤下',
  object: '登记异议',
  dismiss: '异议不成立',
  pack: '打包',
  unpack: '撤出报送包',
  'pack-unposted': '不公示打包',
  'unpack-unposted': '撤出报送包',
  report: '报送',
  receive: '签收',
  withhold: '停付',
  accept: '部门通过',
  reduce: '部门核减',
  recover: '追缴',
  settle: '了结',
}

/** 岗位 */
export const roleLabels: { readonly [R in Role]: string } = {
  clerk: '经办人',
  reviewer: '审核人',
  approver: '负责人',
  administrator: '管理员',
  'complaints-officer': '信访举报专办员',
  auditor: '审计员',
}

/** 村签字人的职务 */
export const paperSignerPostLabels: { readonly [P in PaperSignerPost]: string } = {
  bookkeeper: '村报账员',
  'village-head': '村主干',
  supervisor: '监委会',
}

/** 疑点等级 */
export const severityLabels: { readonly [S in Severity]: string } = {
  block: '拦截',
  explain: '须说明',
  hint: '提示',
}

/** 公示和报送包的状态，和在它们上面办的事 */
const paperLabels: Readonly<Record<string, string>> = {
  frozen: '未张贴',
  posted: '公示中',
  concluded: '已办结',
  built: '待签发',
  released: '已签发',
  cancelled: '已作废',
  open: '开始申报',
  post: '登记张贴',
  statement: '打印公示情况说明',
  release: '签发',
  cancel: '作废',
}

const otherLabels: Readonly<Record<string, string>> = {
  application: '这笔申报',
  household: '这一户',
  person: '这个人',
  publicity: '这期公示',
  package: '这个报送包',
  programme: '这个补贴项目',
  terms: '这份政策条款',
  user: '这个用户',
  batch: '这批清单',
  list: '这批清单',
  stage: '这次导入预览',
  file: '这个文件',
  job: '这项作业',
  evidence: '这份证据',
  finding: '这条疑点',
  village: '这个村',
  recipient: '这个收件单位',
  scope: '对这个项目、这个村的授权',
}

/** The Chinese for a status, step, role or thing; a word that is already Chinese stays. */
export function labelOf(word: string): string {
  const tables: readonly Readonly<Record<string, string>>[] = [
    statusLabels,
    stepLabels,
    roleLabels,
    paperLabels,
    otherLabels,
  ]
  const table = tables.find((labels) => Object.hasOwn(labels, word))
  return table?.[word] ?? word
}
