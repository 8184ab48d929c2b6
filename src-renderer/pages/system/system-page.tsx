import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { MachineKind } from '../../../src-main/domain/machine.ts'
import type { Role } from '../../../src-main/domain/role.ts'
import { useWho } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { AuditTab } from './audit-tab.tsx'
import { BackupTab } from './backup-tab.tsx'
import { JoinTab } from './join-tab.tsx'
import { MachineTab } from './machine-tab.tsx'
import { OwnTab } from './own-tab.tsx'
import { PaperSignerTab } from './paper-signer-tab.tsx'
import { RecipientTab } from './recipient-tab.tsx'
import { SettingTab } from './setting-tab.tsx'
import { ExceptionTab } from './exception-tab.tsx'
import { UserTab } from './user-tab.tsx'
import './system.css'

interface Tab {
  readonly key: string
  readonly label: string
  readonly roles: readonly Role[]
  /** Where it belongs; both where left out. */
  readonly machine?: MachineKind
  readonly children: ReactNode
}

const caseRoles: readonly Role[] = ['clerk', 'reviewer', 'approver']
const overseers: readonly Role[] = ['administrator', 'auditor']

const tabs: readonly Tab[] = [
  { key: 'own', label: '本人', roles: [...caseRoles, ...overseers], children: <OwnTab /> },
  { key: 'user', label: '人员与授权', roles: overseers, children: <UserTab /> },
  {
    key: 'exception',
    label: '一人多岗备案',
    machine: 'office',
    roles: [...caseRoles, ...overseers],
    children: <ExceptionTab />,
  },
  {
    key: 'signer',
    label: '村签字人',
    machine: 'office',
    roles: [...caseRoles, ...overseers],
    children: <PaperSignerTab />,
  },
  {
    key: 'setting',
    label: '异议渠道和落款',
    machine: 'office',
    roles: [...caseRoles, ...overseers],
    children: <SettingTab />,
  },
  {
    key: 'recipient',
    label: '收件单位',
    machine: 'office',
    roles: [...caseRoles, ...overseers],
    children: <RecipientTab />,
  },
  {
    key: 'machine',
    label: '外业笔记本',
    machine: 'office',
    roles: [...caseRoles, ...overseers],
    children: <MachineTab />,
  },
  {
    key: 'join',
    label: '本机登记',
    machine: 'field',
    roles: [...caseRoles, ...overseers],
    children: <JoinTab />,
  },
  { key: 'backup', label: '备份', roles: overseers, children: <BackupTab /> },
  { key: 'audit', label: '操作留痕', roles: overseers, children: <AuditTab /> },
]

/** 系统 — people, settings, recipients, backups and the trace; each tab for whom it concerns. */
export function SystemPage(): ReactNode {
  const { session, state } = useWho()
  const [params, setParams] = useSearchParams()
  const own = tabs.filter(
    ({ roles, machine = state.machine }) =>
      machine === state.machine && roles.some((role) => session.roles.includes(role)),
  )
  const active = own.find((tab) => tab.key === params.get('tab')) ?? own[0]
  return (
    <Panel title="系统" className="system">
      <Tabs
        activeKey={active?.key ?? ''}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        items={own.map(({ key, label }) => ({ key, label }))}
      />
      {active?.children}
    </Panel>
  )
}
