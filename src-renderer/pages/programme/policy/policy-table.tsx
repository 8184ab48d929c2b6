import { Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { affectedText, fieldLabels, kindLabels, type PolicyDifference, type PolicyRow } from './policy.ts'

interface Props {
  readonly rows: readonly PolicyRow[]
  readonly hasBefore: boolean
  readonly chosen: string | null
  onChoose(programmeCode: string): void
}

const tagColors = { new: 'processing', changed: 'warning', gone: 'error', same: 'default' } as const

export function PolicyTable({ rows, hasBefore, chosen, onChoose }: Props): ReactNode {
  return (
    <Table
      rowKey="programmeCode"
      dataSource={[...rows]}
      pagination={false}
      rowClassName={(row) => (row.programmeCode === chosen ? 'chosen-row' : '')}
      onRow={(row) => ({ onClick: () => onChoose(row.programmeCode) })}
      locale={{ emptyText: '没有符合的项目' }}
      columns={[
        { title: '编号', dataIndex: 'programmeCode', width: 62 },
        {
          title: '补贴项目',
          render: (_, row) => (
            <button type="button" className="link" onClick={() => onChoose(row.programmeCode)}>
              {row.name}
            </button>
          ),
        },
        { title: '标准', width: 170, render: (_, row) => <Rate row={row} /> },
        ...(hasBefore
          ? [{ title: '变化', width: 230, render: (_: unknown, row: PolicyRow) => <Change row={row} /> }]
          : []),
      ]}
    />
  )
}

function Rate({ row: { line } }: { readonly row: PolicyRow }): ReactNode {
  if (line === null) return '—'
  if (line.rateYuan !== null)
    return (
      <b>{line.rateText.includes(line.rateYuan) ? line.rateText : `${line.rateYuan} 元／${line.unit}`}</b>
    )
  return (
    <span className="policy-rate" title={line.rateText}>
      <Tag>待定标准</Tag>
      {line.rateText}
    </span>
  )
}

function Change({ row: { difference } }: { readonly row: PolicyRow }): ReactNode {
  if (difference === null) return null
  const affected = affectedText(difference)
  return (
    <>
      {difference.kind !== 'same' && (
        <Tag color={tagColors[difference.kind]}>{kindLabels[difference.kind]}</Tag>
      )}
      {changedWords(difference)}
      {affected !== '' && (
        <div className={difference.kind === 'same' ? 'quiet' : 'policy-touch'}>{affected}</div>
      )}
    </>
  )
}

/** The rate first and whole; of everything else that it changed. */
function changedWords({ changes, reason }: PolicyDifference): ReactNode {
  const rate = changes.find(({ field }) => field === 'rateText')
  const others = changes.filter(({ field }) => field !== 'rateText')
  return (
    <>
      {rate && (
        <span className="policy-rate" title={`${rate.before} → ${rate.after}`}>
          {rate.before || '（空）'} → {rate.after || '（空）'}{' '}
        </span>
      )}
      {others.length > 0 && <span>{others.map(({ field }) => fieldLabels[field]).join('、')}</span>}
      {reason !== '' && <span>{reason}</span>}
    </>
  )
}
