import { Fragment, type ReactNode } from 'react'
import { Link } from 'react-router'
import { figureLabels, figureReasonLabels } from '../../../src-main/wording/figure-labels.ts'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { stepText } from '../../../src-main/wording/steps-text.ts'
import { muText, yuanText } from '../../format/amount.ts'
import { sourceText } from '../../format/source-text.ts'
import type { ReviewRecord } from './finding-detail.tsx'

export function RecordFacts({ record }: { readonly record: ReviewRecord }): ReactNode {
  return (
    <dl className="facts">
      <dt>状态</dt>
      <dd>{statusLabels[record.status]}</dd>
      {record.quantityCenti === null ? <Land record={record} /> : <Counted record={record} />}
      <Figures record={record} />
      <dt>证号</dt>
      <dd>{record.idMasked}</dd>
      <dt>收款账户</dt>
      <dd>
        {record.bankName} {record.accountMasked}，户名 {record.accountHolderName}
      </dd>
      <dt>同户成员</dt>
      <dd>
        {record.householdMembers.map((member) => `${member.name}（${member.relation}）`).join('、') || '—'}{' '}
        {record.householdId !== null && <Link to={`/register/${record.householdId}`}>看这一户</Link>}
        {record.householderPending && <span className="explain"> 户主待补</span>}
      </dd>
      {record.source !== null && (
        <>
          <dt>来源</dt>
          <dd>{sourceText(record.source)}</dd>
        </>
      )}
    </dl>
  )
}

/** 五套数 — shown where one differs from what was applied for. */
function Figures({ record }: { readonly record: ReviewRecord }): ReactNode {
  if (record.figures.every(({ reasonCode }) => reasonCode === '')) return null
  const unit = record.quantityCenti === null ? ' 亩' : ''
  return record.figures.map(({ stage, quantityCenti, amountFen, reasonCode, basis }) => (
    <Fragment key={stage}>
      <dt>{figureLabels[stage]}</dt>
      <dd>
        {muText(quantityCenti)}
        {unit} {yuanText(amountFen)} 元
        {reasonCode !== '' && (
          <span className="explain">
            {' '}
            {figureReasonLabels[reasonCode]}：{basis}
          </span>
        )}
      </dd>
    </Fragment>
  ))
}

function Land({ record }: { readonly record: ReviewRecord }): ReactNode {
  const isPrintedWrong = record.printedAmountFen !== null && record.printedAmountFen !== record.amountFen
  return (
    <>
      <dt>面积</dt>
      <dd>
        {muText(record.areaCentiMu)} 亩（上年 {muText(record.previousAreaCentiMu)}
        {record.capCentiMu !== null && `，确权上限 ${muText(record.capCentiMu)}`}）
      </dd>
      <dt>金额</dt>
      <dd>
        {yuanText(record.amountFen)} 元
        {record.rateYuan !== null && ` ＝ ${muText(record.areaCentiMu)} × ${record.rateYuan}`}
        {isPrintedWrong && <span className="explain">；上年原表 {yuanText(record.printedAmountFen)} 元</span>}
      </dd>
    </>
  )
}

function Counted({ record }: { readonly record: ReviewRecord }): ReactNode {
  const { rateYuan, unit, quantityCenti, amountFen, steps, months, rateBy } = record
  const span = months === null ? '' : `（${String(months.from)}—${String(months.to)}月）`
  return (
    <>
      <dt>标准</dt>
      <dd>
        {rateYuan === null ? '分段' : `${rateYuan} 元／${unit}`}，数量 {(quantityCenti ?? 0) / 100}
        {span}
      </dd>
      <dt>金额</dt>
      <dd>
        {yuanText(amountFen)} 元{rateBy === 'each' && '（一人一额）'}
        {steps.map((step) => (
          <p key={step.fromMonth} className="quiet">
            {stepText(step)} × {step.quantityCenti / 100} ＝ {yuanText(step.amountFen)} 元
          </p>
        ))}
      </dd>
    </>
  )
}
