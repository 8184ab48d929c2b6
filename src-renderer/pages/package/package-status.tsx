import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Outputs } from '../../api/calls.ts'
import { labelOf } from '../../../src-main/wording/status-labels.ts'

const colors = { built: 'warning', released: 'success', cancelled: 'default' } as const

type Status = Outputs['package']['list'][number]['status']

export function PackageStatus({ status }: { readonly status: Status }): ReactNode {
  return <Tag color={colors[status]}>{labelOf(status)}</Tag>
}
