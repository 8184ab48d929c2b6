import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { calls } from '../api/calls.ts'

export function DemonstrationRibbon(): ReactNode {
  const { data } = useQuery(calls.workstation.state.queryOptions())
  if (data?.demonstration !== true) return null
  return (
    <aside className="ribbon demonstration" aria-label="演示">
      演示数据 · 人名、证号、账号均为虚构，不得报送
    </aside>
  )
}
