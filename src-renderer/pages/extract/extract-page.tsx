import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Role } from '../../../src-main/domain/role.ts'
import { useWho } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { BulkTab } from './bulk/bulk-tab.tsx'
import { FormTab } from './form/form-tab.tsx'
import { FullTab } from './full-tab.tsx'
import { LedgerTab } from './ledger-tab.tsx'
import { TableTab } from './table-tab.tsx'
import './extract.css'

interface Tab {
  readonly key: string
  readonly label: string
  readonly roles: readonly Role[]
  readonly children: ReactNode
}

const readers: readonly Role[] = ['clerk', 'reviewer', 'approver', 'auditor']

const tabs: readonly Tab[] = [
  { key: 'table', label: '任选出表', roles: readers, children: <TableTab /> },
  { key: 'form', label: '套表', roles: ['clerk', 'reviewer', 'approver'], children: <FormTab /> },
  { key: 'bulk', label: '批量改', roles: ['clerk'], children: <BulkTab /> },
  { key: 'full', label: '全号导出', roles: readers, children: <FullTab /> },
  { key: 'ledger', label: '导出台账', roles: readers, children: <LedgerTab /> },
]

/** 日常取数 — tables for others: any columns on any conditions, masked; whole numbers by two people. */
export function ExtractPage(): ReactNode {
  const { session } = useWho()
  const [params, setParams] = useSearchParams()
  const own = tabs.filter((tab) => tab.roles.some((role) => session.roles.includes(role)))
  const active = own.find((tab) => tab.key === params.get('tab')) ?? own[0]
  return (
    <Panel title="日常取数" className="extract">
      <Tabs
        activeKey={active?.key ?? ''}
        onChange={(tab) => setParams({ tab }, { replace: true })}
        items={own.map(({ key, label }) => ({ key, label }))}
      />
      {active?.children}
    </Panel>
  )
}
