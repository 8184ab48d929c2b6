import { Tag } from 'antd'
import type { ReactNode } from 'react'

type Severity = 'block' | 'explain' | 'hint'
const colors = { block: 'error', explain: 'warning', hint: 'default' } as const

/** Red must be handled, orange must be explained, grey is a hint. */
export function FindingTag({
  severity,
  title,
}: {
  readonly severity: Severity
  readonly title: string
}): ReactNode {
  return <Tag color={colors[severity]}>{title}</Tag>
}
