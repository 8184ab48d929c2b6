import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Outputs } from '../../api/calls.ts'

/** 列对应 — which column of the sheet was taken for which field. */
export function StageColumns({ stage }: { readonly stage: Outputs['list']['stage'] }): ReactNode {
  return (
    <details className="columns">
      <summary>
        列对应：{stage.columns.filter((column) => column.field !== null).length} 列已认出
        {stage.columns.some((column) => column.field === null) &&
          `，${stage.columns.filter((column) => column.field === null).length} 列不用`}
      </summary>
      <div className="line">
        {stage.columns.map((column) => (
          <span key={column.index}>
            {column.header || `（第 ${column.index + 1} 列）`} →{' '}
            {column.fieldLabel === null ? (
              <span className="quiet">不用</span>
            ) : (
              <Tag color="success">{column.fieldLabel}</Tag>
            )}
          </span>
        ))}
      </div>
    </details>
  )
}
