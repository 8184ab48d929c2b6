import { Table } from 'antd'
import type { ReactNode } from 'react'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { muText, yuanText } from '../../format/amount.ts'
import { sourceText } from '../../format/source-text.ts'
import type { Household } from './household.ts'

interface Row {
  readonly key: string
  readonly year: number
  readonly period: string
  readonly programmeName: string
  readonly name: string
  readonly areaCentiMu: number | null
  readonly amountFen: number | null
  readonly state: string
  readonly note: ReactNode
}

const right = 'right' as const

/** 历年补贴 — every programme the caller answers for, this year's records and the rolls of former years in one list. */
export function ProgrammeTab({ household }: { readonly household: Household }): ReactNode {
  const rows = [...household.applications.map(recordRow), ...household.rosterLines.map(rollRow)].toSorted(
    (a, b) => b.year - a.year || (a.programmeName < b.programmeName ? -1 : 1),
  )
  return (
    <Table<Row>
      rowKey="key"
      size="small"
      pagination={false}
      dataSource={rows}
      locale={{ emptyText: '没有申报，也没有历年清册；或者都不在您经办的项目里。' }}
      columns={[
        { title: '年度', dataIndex: 'period', width: 84 },
        { title: '项目', dataIndex: 'programmeName', width: 220 },
        { title: '享受人', dataIndex: 'name', width: 90 },
        { title: '面积（亩）', width: 100, align: right, render: (_, row) => muText(row.areaCentiMu) },
        { title: '金额（元）', width: 110, align: right, render: (_, row) => yuanText(row.amountFen) },
        { title: '状态', dataIndex: 'state', width: 100 },
        { title: '说明', ellipsis: true, render: (_, row) => row.note },
      ]}
    />
  )
}

function recordRow(one: Household['applications'][number]): Row {
  const { applicationId, year, programmeName, beneficiaryName, areaCentiMu, amountFen, status } = one
  return {
    ...{ key: applicationId, year, period: String(year), programmeName, name: beneficiaryName },
    ...{ areaCentiMu, amountFen, state: statusLabels[status], note: '本站申报' },
  }
}

function rollRow(line: Household['rosterLines'][number], at: number): Row {
  const { year, month, programmeName, name, areaCentiMu, amountFen, printedAmountFen, source } = line
  const isPrintedWrong = printedAmountFen !== null && printedAmountFen !== amountFen
  return {
    ...{ key: `${source.batchId}-${source.line}-${at}`, year, programmeName, name, amountFen },
    period: month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`,
    areaCentiMu: areaCentiMu === 0 ? null : areaCentiMu,
    state: '清册',
    note: (
      <>
        {isPrintedWrong && <span className="must">原表 {yuanText(printedAmountFen)} 元；</span>}
        {sourceText(source)}
      </>
    ),
  }
}
