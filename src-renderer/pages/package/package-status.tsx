import { Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Outputs } from '../../api/calls.ts'

const statuses = {
  built: { color: 'warning', label: '待签发' },
  released: { color: 'success', label: '已签发' },
  cancelled: { color: 'default', label: '已作废' },
} as const

type Status = Outputs['package']['list'][number]['status']

export function PackageStatus({ status }: { readonly status: Status }): ReactNode {
  return <Tag color={statuses[status].color}>{statuses[status].label}</Tag>
}
