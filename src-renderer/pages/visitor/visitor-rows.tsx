import { Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { statusLabels } from '../../../src-main/wording/status-labels.ts'
import { paidOutcomeLabels } from '../../../src-main/wording/visitor-sentences.ts'
import { countText, muText, yuanText } from '../../format/amount.ts'
import { sourceText } from '../../format/source-text.ts'
import type { Visitor } from './visitor.ts'

type Row = Visitor['rows'][number]

const right = 'right' as const
const colors = { paid: 'success', failed: 'error', stopped: 'warning', unsaid: 'default' } as const

/** 历年各项 — each programme and year, and what became of the payment as far as a list says so. */
export function VisitorRows({ visitor }: { readonly visitor: Visitor }): ReactNode {
  const { rows, isWhole, othersOfHousehold, householdId } = visitor
  return (
    <section aria-label="历年各项">
      <h3 className="line">
        历年各项 {countText(rows.length)} 行{!isWhole && <span className="quiet">只列您经办的项目</span>}
        {othersOfHousehold > 0 && (
          <Link to={`/register/${householdId ?? ''}?tab=programmes`}>
            同户其他人另有 {othersOfHousehold} 行
          </Link>
        )}
      </h3>
      <Table<Row>
        rowKey="key"
        size="small"
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: '没有申报，也不在历年清册上；或者都不在您经办的项目里。' }}
        columns={[
          { title: '年度', width: 76, render: (_, row) => periodOf(row) },
          { title: '项目', width: 150, render: (_, row) => <Programme row={row} /> },
          { title: '面积（亩）', width: 84, align: right, render: (_, row) => muText(row.areaCentiMu) },
          { title: '金额（元）', width: 96, align: right, render: (_, row) => yuanText(row.amountFen) },
          { title: '状态、到账', width: 96, render: (_, row) => <State row={row} /> },
          {
            title: '账号',
            width: 66,
            render: (_, row) => <span className="number">{row.accountMasked}</span>,
          },
          { title: '原因、来源', render: (_, row) => <Why row={row} /> },
        ]}
      />
    </section>
  )
}

function periodOf({ year, month }: Row): string {
  return month === null ? String(year) : `${String(year)}-${String(month).padStart(2, '0')}`
}

function Programme({ row }: { readonly row: Row }): ReactNode {
  return (
    <>
      {row.programmeName}
      {row.forName !== null && <div className="quiet">代{row.forName}收款</div>}
    </>
  )
}

function State({ row }: { readonly row: Row }): ReactNode {
  if (row.status !== null) return statusLabels[row.status]
  return row.outcome !== null && <Tag color={colors[row.outcome]}>{paidOutcomeLabels[row.outcome]}</Tag>
}

function Why({ row }: { readonly row: Row }): ReactNode {
  return (
    <>
      {row.why !== '' && <span className={row.outcome === 'failed' ? 'must' : ''}>{row.why}；</span>}
      <span className="quiet" title={sourceText(row.source)}>
        {row.source === null ? '本站申报' : `清册第 ${String(row.source.line)} 行`}
      </span>
    </>
  )
}
