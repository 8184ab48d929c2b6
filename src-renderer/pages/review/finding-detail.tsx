import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { severityLabels } from '../../../src-main/wording/status-labels.ts'
import type { Outputs } from '../../api/calls.ts'
import { Explanation } from './explanation.tsx'
import { Rebuttal } from './rebuttal.tsx'
import { sourceText } from '../../format/source-text.ts'

export type ReviewRecord = Outputs['review']['record']
export type FindingView = ReviewRecord['details'][number]

const types = { block: 'error', explain: 'warning', hint: 'info' } as const

/** 疑点 — evidence in plain words, naming the file and the line, and whom else it is about. */
export function FindingDetail({ finding }: { readonly finding: FindingView }): ReactNode {
  return (
    <Alert
      className="finding"
      type={types[finding.severity]}
      showIcon
      title={`${finding.title}（${severityLabels[finding.severity]}）`}
      description={
        <>
          <p>{finding.detail}</p>
          {finding.sources.length > 0 && (
            <p className="quiet">{finding.sources.map(sourceText).join('；')}</p>
          )}
          {finding.others.length > 0 && (
            <p>
              相关：
              {finding.others
                .map((other) => `${other.name}（${other.villageName}${other.groupName}）`)
                .join('、')}
            </p>
          )}
          <Explanation finding={finding} />
          <Rebuttal finding={finding} />
        </>
      }
    />
  )
}
