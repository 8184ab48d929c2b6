import type { Role } from '../../../src-main/domain/role.ts'
import {
  approvedRows,
  isUnposted,
  openRounds,
  publicityWith,
  returnedRows,
  submittedRows,
  waitingForRelease,
  type StepCounts,
} from '../../app/step-counts.ts'

export interface Task {
  readonly text: string
  readonly why: string
  readonly to: string
}

interface Rule extends Task {
  readonly role: Role
  readonly applies: boolean
}

/** What waits for somebody of these roles, in the order of the work. */
export function nextTasks(counts: StepCounts, roles: readonly Role[], year: number): readonly Task[] {
  const mine = rules(counts, year).filter((rule) => rule.applies && roles.includes(rule.role))
  return [...new Map(mine.map((task) => [task.text, task])).values()]
}

function rules(counts: StepCounts, year: number): readonly Rule[] {
  return [
    ...office(counts),
    ...entrance(counts, year),
    ...survey(counts),
    ...review(counts),
    ...publicity(counts),
    ...sending(counts),
  ]
}

/** What has to stand before the first notice and the first package. */
function office({ settings, recipients }: StepCounts): readonly Rule[] {
  const missing = settings?.missing.length ?? 0
  const settle = [`填异议渠道和落款（缺 ${missing} 项）`, '补齐才能出公示件', '/system'] as const
  return [
    rule('administrator', missing > 0, ...settle),
    rule('clerk', missing > 0, ...settle),
    rule('administrator', recipients?.length === 0, '登记收件单位', '没有收件单位不能生成报送包', '/system'),
  ]
}

function entrance({ register, programme, review: overview }: StepCounts, year: number): readonly Rule[] {
  const hasTerms = programme?.terms != null
  const draft = programme?.draft
  const hasRows = (overview?.totals.rows ?? 0) > 0
  return [
    rule('clerk', register?.people === 0, '导入户籍人口花名册', '登记簿还是空的', '/list'),
    rule(
      'clerk',
      programme !== undefined && !hasTerms && draft == null,
      `录入 ${year} 年补贴标准和公示条款`,
      '没有条款不能算钱',
      '/programme',
    ),
    rule(
      'reviewer',
      draft?.mayActivate === true,
      `核对并启用 ${year} 年政策条款`,
      `${draft?.enteredBy ?? ''}已录入，须由第二人启用`,
      '/programme',
    ),
    rule(
      'approver',
      draft?.mayActivate === true,
      `核对并启用 ${year} 年政策条款`,
      `${draft?.enteredBy ?? ''}已录入，须由第二人启用`,
      '/programme',
    ),
    rule(
      'clerk',
      (register?.pendingHouseholders ?? 0) > 0,
      `补关联户主 ${register?.pendingHouseholders ?? 0} 户`,
      '清册上有、花名册里没有这个户主',
      '/register?pending=1',
    ),
    rule(
      'clerk',
      overview !== undefined && !hasRows && hasTerms,
      '把上年清册滚入今年申报',
      '今年还没有申报',
      '/review',
    ),
  ]
}

/** What each open round still needs, the hardest first. */
function survey(counts: StepCounts): readonly Rule[] {
  return openRounds(counts).flatMap(({ roundId, name, progress }) => {
    const to = (need: string) => `/survey/task?round=${roundId}&need=${need}`
    const { mustVisitOpen, due, conflicts, drafts, unvisited } = progress
    return [
      rule('clerk', mustVisitOpen > 0, `逐户走访必访 ${mustVisitOpen} 户`, name, to('must-visit')),
      rule('clerk', due > 0, `再访到期的 ${due} 户`, `${name}：外出、拒访、查无的约定日期已到`, to('due')),
      rule('clerk', conflicts > 0, `定 ${conflicts} 户的录入冲突`, `${name}：两处填的不一样`, to('conflict')),
      rule('clerk', drafts > 0, `处理 ${drafts} 户没有保存的草稿`, name, to('draft')),
      rule('clerk', unvisited > 0, `走访录入，还有 ${unvisited} 户未访`, name, to('unvisited')),
    ]
  })
}

function review(counts: StepCounts): readonly Rule[] {
  const submitted = submittedRows(counts)
  const returned = returnedRows(counts)
  const needsCheck = submitted > 0 && counts.review?.checksOutdated === true
  return [
    rule('clerk', needsCheck, '运行检查', '名单或申报变动后还没有检查', '/review'),
    rule(
      'reviewer',
      submitted > 0,
      `初审 ${submitted} 笔申报`,
      needsCheck ? '先重新检查再审' : '通过、退回补正或不通过',
      '/review?status=submitted',
    ),
    rule(
      'clerk',
      returned > 0,
      `补正 ${returned} 笔退回的申报`,
      '按退回原因改正后重新送审',
      '/review?status=returned',
    ),
  ]
}

function publicity(counts: StepCounts): readonly Rule[] {
  const reviewed = counts.publicity?.ready.filter((village) => village.waiting === 0).length ?? 0
  const ready = isUnposted(counts) ? 0 : reviewed
  const printing = publicityWith(counts, 'print')
  const posting = publicityWith(counts, 'post')
  const evidence = publicityWith(counts, 'evidence')
  const concluding = publicityWith(counts, 'conclude')
  const objected = counts.publicity?.rows.reduce((sum, { objections }) => sum + objections.open, 0) ?? 0
  const to = '/publicity'
  return [
    rule('clerk', ready > 0, `冻结 ${ready} 个村的公示名单`, '这些村已审完', to),
    rule('clerk', printing > 0, `打印 ${printing} 个村的公示件`, '名单已冻结', to),
    rule('clerk', posting > 0, `登记 ${posting} 个村的张贴`, '从实际张贴日起算', to),
    rule('clerk', evidence > 0, `补 ${evidence} 个村的张贴证据`, '没有证据不能办结', to),
    rule('clerk', objected > 0, `答复 ${objected} 件异议`, '由没有经手过的人核查、负责人签批', to),
    rule('approver', objected > 0, `签批 ${objected} 件异议`, '核查后由负责人答复', to),
    rule('clerk', concluding > 0, `办结 ${concluding} 个村的公示`, '公示期已满', to),
  ]
}

function sending(counts: StepCounts): readonly Rule[] {
  const done = publicityWith(counts, 'done')
  const packages = counts.packages?.filter((row) => row.status !== 'cancelled').length ?? 0
  const built = waitingForRelease(counts)
  const approved = approvedRows(counts)
  return [
    rule('clerk', done > 0 && packages === 0, '生成报送包', `${done} 个村公示期满`, '/package'),
    rule(
      'clerk',
      isUnposted(counts) && approved > 0 && submittedRows(counts) === 0,
      '生成报送包',
      `不公示的项目，${approved} 笔初审通过`,
      '/package',
    ),
    rule('approver', built > 0, `签发 ${built} 个报送包`, '须用本人 PIN', '/package'),
  ]
}

function rule(role: Role, applies: boolean, text: string, why: string, to: string): Rule {
  return { role, applies, text, why, to }
}
