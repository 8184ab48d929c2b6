import type { ReactNode } from 'react'
import { useConnectionState } from '../api/connection-state.ts'

export function ConnectionRibbon(): ReactNode {
  if (useConnectionState() !== 'lost') return null
  return (
    <aside className="ribbon lost" aria-live="polite">
      正在重新连接工作站…已保存的内容不会丢。若一直连不上，请从桌面重新打开本程序。
    </aside>
  )
}
