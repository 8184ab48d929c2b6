import { LockOutlined, SearchOutlined, SwapOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { roleLabels } from '../../src-main/wording/status-labels.ts'
import { useConnectionState } from '../api/connection-state.ts'
import { countText } from '../format/amount.ts'
import { lockSession } from './lock-session.ts'
import { RunningJobs } from './running-jobs.tsx'
import { useStepCounts } from './use-step-counts.ts'
import { useHasRole, useWho } from './who.tsx'

interface Props {
  onSearch(): void
  onSwitch(): void
}

export function TopBar({ onSearch, onSwitch }: Props): ReactNode {
  const { session, state } = useWho()
  const { register } = useStepCounts()
  const maySearch = useHasRole('clerk', 'reviewer', 'approver', 'auditor')
  return (
    <header className="top">
      <strong className="township">{state.township?.name}</strong>
      <span className="quiet">
        {state.township?.code}
        {register && ` · ${register.villages} 个村 · ${countText(register.people)} 人`}
      </span>
      {maySearch && (
        <button type="button" className="search-box" onClick={onSearch}>
          <SearchOutlined /> 姓名、拼音首字母、证号或卡号后几位
          <kbd>Ctrl+K</kbd>
        </button>
      )}
      <span className="top-gap" />
      <RunningJobs />
      <Carrier />
      <span>
        {session.displayName}（{session.roles.map((role) => roleLabels[role]).join('、')}）
      </span>
      <Button type="text" icon={<SwapOutlined />} onClick={onSwitch}>
        切换用户
      </Button>
      <Button type="text" icon={<LockOutlined />} onClick={() => void lockSession()} title="Ctrl+L">
        锁定
      </Button>
    </header>
  )
}

/** The work is done on this machine; what leaves it leaves as a file. */
function Carrier(): ReactNode {
  const isLost = useConnectionState() === 'lost'
  return <span className={isLost ? 'carrier lost' : 'carrier'}>{isLost ? '连接中断' : '离线 · 本机'}</span>
}
