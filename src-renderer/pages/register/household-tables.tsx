import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import type { ReactNode } from 'react'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { calls } from '../../api/calls.ts'
import { muText, yuanText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { sourceText } from '../../format/source-text.ts'
import type { Household } from './household.ts'

interface Props {
  readonly household: Household
}

const right = 'right' as const

export function LandTable({ household }: Props): ReactNode {
  return (
    <Table
      rowKey={(row) => `${row.source.batchId}-${row.source.line}`}
      pagination={false}
      dataSource={household.landRights}
      locale={{ emptyText: '没有确权台账' }}
      columns={[
        { title: '承包方', dataIndex: 'holderName' },
        { title: '确权', align: right, render: (_, row) => muText(row.confirmedCentiMu) },
        { title: '不予补贴', align: right, render: (_, row) => muText(row.nonEligibleCentiMu) },
        { title: '转出', align: right, render: (_, row) => muText(row.transferredOutCentiMu) },
        { title: '代耕', align: right, render: (_, row) => muText(row.farmedForOthersCentiMu) },
        { title: '上限', align: right, render: (_, row) => <b>{muText(row.capCentiMu)}</b> },
      ]}
    />
  )
}

export function ApplicationTable({ household }: Props): ReactNode {
  return (
    <Table
      rowKey="applicationId"
      pagination={false}
      dataSource={household.applications}
      locale={{ emptyText: '没有申报' }}
      columns={[
        { title: '年度', dataIndex: 'year', width: 60 },
        { title: '项目', dataIndex: 'programmeName' },
        { title: '享受人', dataIndex: 'beneficiaryName', width: 80 },
        { title: '面积（亩）', align: right, render: (_, row) => muText(row.areaCentiMu) },
        { title: '金额（元）', align: right, render: (_, row) => yuanText(row.amountFen) },
        { title: '状态', width: 90, render: (_, row) => statusLabels[row.status] },
      ]}
    />
  )
}

export function RosterTable({ household }: Props): ReactNode {
  return (
    <Table
      rowKey={(row) => `${row.source.batchId}-${row.source.line}`}
      pagination={false}
      dataSource={household.rosterLines}
      locale={{ emptyText: '没有历年清册' }}
      columns={[
        { title: '年度', dataIndex: 'year', width: 60 },
        { title: '姓名', dataIndex: 'name', width: 80 },
        { title: '面积（亩）', align: right, render: (_, row) => muText(row.areaCentiMu) },
        { title: '金额（元）', align: right, render: (_, row) => yuanText(row.amountFen) },
        {
          title: '原表金额',
          align: right,
          render: (_, row) => (
            <span
              className={
                row.printedAmountFen !== null && row.printedAmountFen !== row.amountFen ? 'must' : ''
              }
            >
              {yuanText(row.printedAmountFen)}
            </span>
          ),
        },
        { title: '来源', ellipsis: true, render: (_, row) => sourceText(row.source) },
      ]}
    />
  )
}

export function HistoryTable({ household }: Props): ReactNode {
  const { householdId } = household
  const history = useQuery(calls.register.history.queryOptions({ input: { householdId } }))
  return (
    <Table
      rowKey="key"
      pagination={false}
      dataSource={history.data ?? []}
      loading={history.isPending}
      locale={{ emptyText: '没有变更' }}
      columns={[
        { title: '时间', width: 140, render: (_, row) => instantText(row.at) },
        { title: '经办人', dataIndex: 'by', width: 90 },
        { title: '变更', dataIndex: 'what' },
        { title: '事由', dataIndex: 'reason' },
      ]}
    />
  )
}
