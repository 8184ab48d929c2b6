import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { StageForm } from './stage-form.tsx'
import './list.css'

type Batch = Outputs['list']['batches'][number]

/** 数据导入 — choose a list; what was imported before stays listed below with its counts. */
export function ListPage(): ReactNode {
  const mayImport = useHasRole('clerk')
  return (
    <div className="column">
      {mayImport && <StageForm />}
      <Panel title="已导入的清单">
        <Batches />
      </Panel>
    </div>
  )
}

function Batches(): ReactNode {
  const batches = useQuery(calls.list.batches.queryOptions())
  const reject = useFileDownload((batchId: string) => client.list.rejectFile({ batchId }))
  const mayDownload = useHasRole('clerk')
  if (batches.isError) return <ProblemAlert problem={problemOf(batches.error)} />
  return (
    <>
      {reject.isError && <ProblemAlert problem={problemOf(reject.error)} />}
      <Table
        rowKey="batchId"
        loading={batches.isPending}
        dataSource={batches.data ?? []}
        pagination={false}
        locale={{ emptyText: '还没有导入过。先导入户籍人口花名册，再导入上年发放清册。' }}
        columns={[
          { title: '清单', dataIndex: 'kindLabel' },
          { title: '年度', dataIndex: 'year', width: 64, render: (year: number | null) => year ?? '—' },
          { title: '文件', dataIndex: 'fileName', ellipsis: true },
          number('表内行', (row) => row.counts.lines),
          number('有效', (row) => row.counts.accepted),
          number('其中有提示', (row) => row.counts.warned),
          number('退回', (row) => row.counts.rejected),
          number('跳过', (row) => row.counts.skipped),
          { title: '导入人', dataIndex: 'importedBy', width: 90 },
          { title: '时间', dataIndex: 'importedAt', width: 140, render: instantText },
          {
            title: '操作',
            width: 96,
            render: (_, row) =>
              mayDownload &&
              row.counts.rejected > 0 && (
                <Button onClick={() => reject.mutate(row.batchId)}>下载退回件</Button>
              ),
          },
        ]}
      />
    </>
  )
}

function number(title: string, count: (row: Batch) => number) {
  return {
    title,
    width: 86,
    align: 'right' as const,
    render: (_: unknown, row: Batch) => countText(count(row)),
  }
}
