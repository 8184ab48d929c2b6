import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Outputs } from '../../api/calls.ts'
import { CountLine } from '../../components/count-line.tsx'
import { Recompute } from './recompute.tsx'
import { countText, yuanText } from '../../format/amount.ts'

type Overview = Outputs['review']['overview']

/** 合计 — always in sight: what came in, what it sums to, and whether households, villages and town agree. */
export function ReviewTotals({
  overview,
  programmeCode,
}: {
  readonly overview: Overview
  readonly programmeCode: string
}): ReactNode {
  const { entrance } = overview
  return (
    <div className="line totals">
      <CountLine label="申报" totals={overview.totals} />
      {entrance && (
        <span className="quiet">
          原始 {countText(entrance.lines)} 行＝有效 {countText(entrance.valid)}＋退回{' '}
          {countText(entrance.rejected)}＋跳过 {countText(entrance.skipped)}
        </span>
      )}
      <span className={overview.tiesOut ? 'ties' : 'ties-not'}>
        {overview.tiesOut ? '户、村、镇合计一致' : '户、村、镇合计不一致，请停下来核对'}
      </span>
      <span className="quiet">标准 {rateText(overview)}</span>
      <Approved overview={overview} />
      <Recompute programmeCode={programmeCode} rows={overview.otherStandard} />
      <Link to={`/review?tab=rechecks&programme=${programmeCode}`}>抽查复核</Link>
      <Link to={`/review?tab=stops&programme=${programmeCode}`}>停发与追缴</Link>
      <Link to={`/review?tab=dropped&programme=${programmeCode}`}>上次有、今年没有</Link>
      <Link to="/review?tab=kin">近亲属回避</Link>
      <Link to="/review?tab=missed">应享未享</Link>
    </div>
  )
}

function rateText({ rate, isTiered, unit }: Overview): string {
  if (rate === null) return '待定'
  return isTiered ? '分档' : `${rate} 元／${unit ?? '亩'}`
}

function Approved({ overview }: { readonly overview: Overview }): ReactNode {
  const approved = overview.byStatus.find((sum) => sum.status === 'approved')
  if (approved === undefined || approved.totals.rows === 0) return null
  return (
    <span className="quiet">
      其中初审通过 {countText(approved.totals.rows)} 行 {yuanText(approved.totals.amountFen)} 元
    </span>
  )
}
