import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { openRounds, publicityWith, type StepCounts } from '../../app/step-counts.ts'
import { CountLine } from '../../components/count-line.tsx'
import { countText, yuanText } from '../../format/amount.ts'

/** One line a step: its counts and money, so that a gap between two steps is seen. */
export function StepSummary({ counts }: { readonly counts: StepCounts }): ReactNode {
  const { register, programme, review, publicity, packages } = counts
  return (
    <dl className="summary">
      <Step to="/register" label="人口与账户">
        {register &&
          `${countText(register.households)} 户 · ${countText(register.people)} 人 · ${register.villages} 个村`}
        {register && register.pendingHouseholders > 0 && (
          <span className="explain">户主待补 {register.pendingHouseholders} 户</span>
        )}
      </Step>
      <Step to="/programme" label="政策清单">
        {termsText(programme)}
      </Step>
      <Step to="/survey" label="摸底调查">
        {counts.survey && surveyText(counts)}
      </Step>
      <Step to="/review" label="资格初审">
        {review && <CountLine label="申报" totals={review.totals} />}
        {review && (
          <span className={review.tiesOut ? 'ties' : 'ties-not'}>
            {review.tiesOut ? '合计一致' : '合计不一致，请停下来核对'}
          </span>
        )}
        {review?.byStatus
          .filter((sum) => sum.totals.rows > 0)
          .map((sum) => (
            <Link key={sum.status} to={`/review?status=${sum.status}`}>
              {statusLabels[sum.status]} {countText(sum.totals.rows)} 行 {yuanText(sum.totals.amountFen)} 元
            </Link>
          ))}
      </Step>
      <Step to="/publicity" label="公示">
        {publicity && publicityText(counts)}
      </Step>
      <Step to="/package" label="报送">
        {packages &&
          `待签发 ${packages.filter((row) => row.status === 'built').length} 包 · 已签发 ${packages.filter((row) => row.status === 'released').length} 包`}
      </Step>
    </dl>
  )
}

function termsText(programme: StepCounts['programme']): string {
  if (programme === undefined) return ''
  if (programme.terms !== null)
    return `已启用第 ${programme.terms.version} 版 · ${programme.terms.rateYuan ?? '待定标准'} 元／${programme.unit}`
  return programme.draft === null ? '未录入条款' : '已录入，待第二人启用'
}

function surveyText(counts: StepCounts): string {
  const rounds = openRounds(counts)
  if (rounds.length === 0) return counts.survey?.length === 0 ? '还没有开轮次' : '没有进行中的轮次'
  const sum = (of: 'tasks' | 'visited' | 'unvisited' | 'mustVisitOpen') =>
    rounds.reduce((total, round) => total + round.progress[of], 0)
  return `进行中 ${rounds.length} 轮 · 应访 ${countText(sum('tasks'))} 户 · 已访 ${countText(sum('visited'))} · 未访 ${countText(sum('unvisited'))} · 必访未办 ${countText(sum('mustVisitOpen'))}`
}

function publicityText(counts: StepCounts): string {
  const open = publicityWith(counts, 'print', 'post', 'evidence', 'wait', 'objection', 'conclude')
  return `待冻结 ${counts.publicity?.ready.length ?? 0} 村 · 公示中 ${open} 村 · 可办结 ${publicityWith(counts, 'conclude')} 村 · 已办结 ${publicityWith(counts, 'done')} 村`
}

interface StepProps {
  readonly to: string
  readonly label: string
  readonly children: ReactNode
}

function Step({ to, label, children }: StepProps): ReactNode {
  return (
    <div className="summary-step">
      <dt>
        <Link to={to}>{label}</Link>
      </dt>
      <dd className="line">{children}</dd>
    </div>
  )
}
