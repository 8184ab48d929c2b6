import { kinRelationLabels } from './kin-labels.ts'
import { objectionOutcomeLabels, objectionWayLabels } from './objection-labels.ts'
import { postingEvidenceLabels } from './publicity-labels.ts'
import { formatMu } from '../domain/area.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import { formatYuan } from '../domain/money.ts'
import { evidenceKindLabels, fieldLabel } from './register-labels.ts'
import { dayInWords } from './sentence.ts'
import { settingLabels } from './setting-labels.ts'
import { labelOf, paperSignerPostLabels } from './status-labels.ts'

type Details = Readonly<Record<string, unknown>>

/** 内容的名目 — what a detail is called; how it is read follows from its name. */
const labels: Readonly<Record<string, string>> = {
  relation: '关系',
  outcome: '结论',
  way: '途径',
  lineNo: '公示序号',
  from: '由',
  to: '到',
  version: '版次',
  programmeCode: '项目',
  year: '年度',
  fromYear: '自年度',
  villageCode: '村代码',
  lines: '行数',
  rows: '行数',
  people: '人数',
  households: '户数',
  villages: '村数',
  accepted: '有效',
  rejected: '退回',
  returned: '退回重算',
  skipped: '跳过',
  opened: '开出',
  findings: '疑点',
  areaCentiMu: '面积',
  amountFen: '金额',
  totalFen: '合计',
  counts: '内含',
  accountChanged: '换了账户',
  rateYuan: '标准（元）',
  asOf: '资格基准日',
  serial: '公示编号',
  postedOn: '张贴日',
  happenedOn: '发生日',
  replacedBy: '现村代码',
  until: '至',
  basis: '依据',
  moved: '改付笔数',
  packed: '已打包笔数',
  event: '事件编号',
  lastDay: '止日',
  takenOn: '拍摄日',
  statedOn: '说明日期',
  paperSignedOn: '签字日',
  termFrom: '任期自',
  termTo: '任期至',
  before: '原任期至',
  validTo: '有效期至',
  late: '事后补',
  reprint: '须重印',
  phase: '阶段',
  post: '职务',
  kind: '种类',
  subject: '所看',
  extension: '文件',
  sequence: '序号',
  size: '字节',
  brokenFiles: '未能备份的附件',
  mendedFiles: '补回附件',
  missingFiles: '缺失附件',
  replacedSeq: '恢复前末条序号',
  openTasks: '未办事项',
  keys: '改了',
  fields: '改了',
  roles: '岗位',
  grants: '授权',
  reason: '事由',
  status: '状态',
  needs: '需要',
  unvisited: '未走访',
  edits: '录入项',
  state: '结果',
  sheets: '表数',
  recipient: '交给',
  slip: '单号',
  document: '单据',
  asker: '来问的人',
  savedAt: '存于',
}

/** Said elsewhere in the entry, or only numbers for machines: digests and ids prove, they do not tell. */
const silent = /^(?:label|.*(?:Sha256|sha256|Hash|Id)|fingerprint|keyFingerprint|ageRecipient)$/

const words: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(listKindTerms).map(([kind, { label }]) => [kind, label])),
  ...evidenceKindLabels,
  ...postingEvidenceLabels,
  ...objectionWayLabels,
  ...objectionOutcomeLabels,
  ...kinRelationLabels,
  ...paperSignerPostLabels,
  ...{ 'id-number': '证号', 'account-no': '账号', phone: '电话' },
  ...{ start: '张贴时', end: '期满时' },
  ...{ self: '本人', other: '代办人' },
  ...{ department: '主管部门', finance: '财政部门', pdf: 'PDF', html: '网页件' },
}

/** An entry's details as a clerk reads them: `由 待初审、到 初审通过`. */
export function auditDetails(details: Details): string {
  return Object.entries(details)
    .filter(([key, value]) => !silent.test(key) && value !== null && value !== undefined)
    .map(([key, value]) => `${labels[key] ?? key} ${read(key, value)}`)
    .join('、')
}

function read(key: string, value: unknown): string {
  if (Array.isArray(value)) return readList(key, value)
  if (typeof value === 'object' && value !== null) return `（${auditDetails(value as Details)}）`
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return readNumber(key, value)
  const text = String(value)
  if (Object.hasOwn(words, text)) return words[text] ?? text
  return labelOf(dayInWords(text))
}

function readNumber(key: string, value: number): string {
  if (key.endsWith('Fen')) return `${formatYuan(value)} 元`
  if (key.endsWith('CentiMu')) return `${formatMu(value)} 亩`
  return String(value)
}

/** A pair of numbers is a value before and after. */
function readList(key: string, values: readonly unknown[]): string {
  if (key === 'keys') return values.map((name) => settingLabels[String(name)] ?? String(name)).join('，')
  if (key === 'fields') return values.map((name) => fieldLabel(String(name))).join('，')
  if (key === 'grants') return values.map((grant) => readGrant(grant as Details)).join('，')
  const isPair = values.length === 2 && values.every((value) => typeof value === 'number')
  return values.map((value) => read(key, value)).join(isPair ? '→' : '，')
}

function readGrant({ role, programmeCode, villageCode }: Details): string {
  const whole = (code: unknown, all: string) => (code === '*' ? all : String(code))
  return `${labelOf(String(role))}（${whole(programmeCode, '全部项目')}，${whole(villageCode, '全镇')}）`
}
