import { useQuery } from '@tanstack/react-query'
import { InputNumber, Table, Tabs, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { PolicyTab } from './policy/policy-tab.tsx'
import type { ProgrammeRow } from './programme-row.ts'
import { ProgrammeTerms } from './programme-terms.tsx'

/** 政策清单 — the county's list of the year, and the terms that follow from it; nothing is paid by a list alone. */
export function ProgrammePage(): ReactNode {
  const { year, setYear } = useWho()
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'terms' ? 'terms' : 'list'
  const head = (
    <Tabs
      activeKey={tab}
      onChange={(key) => setParams({ tab: key }, { replace: true })}
      items={[
        { key: 'list', label: '县清单与变化' },
        { key: 'terms', label: '项目条款' },
      ]}
    />
  )
  const extra = <YearField year={year} onYear={setYear} />
  return tab === 'terms' ? (
    <TermsTab head={head} extra={extra} />
  ) : (
    <PolicyTab key={year} head={head} extra={extra} />
  )
}

/** 项目条款 — what is unconfirmed stays marked so until terms are activated. */
function TermsTab({ head, extra }: { readonly head: ReactNode; readonly extra: ReactNode }): ReactNode {
  const { year } = useWho()
  const list = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const [chosenCode, setChosenCode] = useState('NY01')
  const chosen = list.data?.find((row) => row.programmeCode === chosenCode)
  return (
    <>
      <Panel title="政策清单" extra={extra}>
        {head}
        {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
        <Table
          rowKey="programmeCode"
          loading={list.isPending}
          dataSource={inUseFirst(list.data ?? [])}
          pagination={false}
          rowClassName={(row) => (row.programmeCode === chosenCode ? 'chosen-row' : '')}
          onRow={(row) => ({ onClick: () => setChosenCode(row.programmeCode) })}
          columns={[
            { title: '编号', dataIndex: 'programmeCode', width: 66 },
            { title: '补贴项目', render: (_, row) => <ProgrammeName row={row} onChoose={setChosenCode} /> },
            { title: '主管部门', dataIndex: 'department', ellipsis: true, responsive: ['xl'] },
            { title: '单位', dataIndex: 'unit', width: 84 },
            { title: `${year} 年`, width: 110, render: (_, row) => <TermsTag row={row} /> },
          ]}
        />
      </Panel>
      <Panel className="terms-panel" title={chosen?.name ?? '政策条款'}>
        {chosen && <ProgrammeTerms key={`${chosen.programmeCode}-${year}`} row={chosen} />}
      </Panel>
    </>
  )
}

function inUseFirst(rows: readonly ProgrammeRow[]): ProgrammeRow[] {
  return rows.toSorted((a, b) => Number(b.terms !== null) - Number(a.terms !== null))
}

function ProgrammeName({
  row,
  onChoose,
}: {
  readonly row: ProgrammeRow
  onChoose(code: string): void
}): ReactNode {
  return (
    <button type="button" className="link" onClick={() => onChoose(row.programmeCode)}>
      {row.name}
    </button>
  )
}

function TermsTag({ row }: { readonly row: ProgrammeRow }): ReactNode {
  if (row.terms !== null) return <Tag color="success">已启用</Tag>
  if (row.draft !== null) return <Tag color="warning">待第二人启用</Tag>
  return <Tag>未确认</Tag>
}

function YearField({ year, onYear }: { readonly year: number; onYear(year: number): void }): ReactNode {
  return (
    <label>
      政策年度{' '}
      <InputNumber
        min={2020}
        max={2100}
        value={year}
        onChange={(value) => value !== null && onYear(value)}
        style={{ width: 80 }}
      />
    </label>
  )
}
