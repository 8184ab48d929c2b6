import { useQuery } from '@tanstack/react-query'
import { Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'

type ImportRow = Outputs['list']['imports'][number]

/** 导入记录 — every import ever made, also those taken back; each leads to its details. */
export function ImportLog(): ReactNode {
  const imports = useQuery(calls.list.imports.queryOptions())
  if (imports.isError) return <ProblemAlert problem={problemOf(imports.error)} />
  return (
    <Table
      rowKey="importId"
      loading={imports.isPending}
      dataSource={imports.data ?? []}
      pagination={false}
      rowClassName={(row) => (row.undone === null ? '' : 'undone')}
      locale={{ emptyText: '还没有导入过。先导入户籍人口花名册，再导入上年发放清册。' }}
      columns={[
        {
          title: '清单',
          width: 210,
          render: (_, row) => (
            <>
              {row.kindLabel}
              {row.undone !== null && <Tag className="undone-tag">已撤销</Tag>}
            </>
          ),
        },
        { title: '年度', width: 78, render: (_, row) => periodText(row) },
        {
          title: '文件',
          ellipsis: true,
          render: (_, row) => <Link to={`/list/import/${row.importId}`}>{row.fileName}</Link>,
        },
        number('表内行', (row) => row.counts.lines),
        number('有效', (row) => row.counts.accepted),
        number('有提示', (row) => row.counts.warned),
        number('退回', (row) => row.counts.rejected),
        number('跳过', (row) => row.counts.skipped),
        number('本次没有', (row) => row.difference.gone),
        { title: '导入人', dataIndex: 'importedBy', width: 90, ellipsis: true },
        { title: '时间', dataIndex: 'importedAt', width: 140, render: instantText },
      ]}
    />
  )
}

export function periodText({ year, month }: Pick<ImportRow, 'year' | 'month'>): string {
  if (year === null) return '—'
  return month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`
}

function number(title: string, count: (row: ImportRow) => number) {
  return {
    title,
    width: 78,
    align: 'right' as const,
    render: (_: unknown, row: ImportRow) => countText(count(row)),
  }
}
