import { Timeline } from 'antd'
import type { ReactNode } from 'react'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { instantText } from '../../format/instant.ts'
import type { ReviewRecord } from './finding-detail.tsx'

/** 操作留痕 */
export function RecordTrail({ record }: { readonly record: ReviewRecord }): ReactNode {
  return (
    <section>
      <h3>经过</h3>
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
