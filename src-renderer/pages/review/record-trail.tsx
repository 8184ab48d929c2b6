import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { eventLabels } from '../../../src-main/wording/event-sentences.ts'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { muText, yuanText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import type { ReviewRecord } from './finding-detail.tsx'

/** 操作留痕 */
export function RecordTrail({ record }: { readonly record: ReviewRecord }): ReactNode {
  return (
    <section>
      <h3>经过</h3>
      {record.originalCases.map((one) => (
        <p key={one.eventId} className="quiet original-case">
          原案（{eventLabels[one.kind]} {one.serial}，{one.happenedOn}）：享受人 {one.beneficiaryName}，收款人{' '}
          {one.payeeName}，账户 {one.holderName} {one.accountMasked}，{muText(one.areaCentiMu)} 亩{' '}
          {yuanText(one.amountFen)} 元，当时{statusLabels[one.status]}。
        </p>
      ))}
      <Timeline
        items={record.trail.map((step) => ({
          key: `${step.at}-${step.step}`,
          content: (
            <>
              {instantText(step.at)} {step.by} {step.from === null ? '开始申报' : statusLabels[step.from]} →{' '}
              {statusLabels[step.to]}
              {step.reason !== '' && <div className="quiet">{step.reason}</div>}
            </>
          ),
        }))}
      />
    </section>
  )
}
