import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { foundStatusText } from '../../../../src-main/wording/fieldwork-labels.ts'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../../components/data-grid.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { shortInstantText } from '../../../format/instant.ts'
import { FoundDetail } from './found-detail.tsx'

export type Found = Outputs['fieldwork']['found'][number]

const columns: readonly GridColumn<Found>[] = [
  { key: 'status', title: '情况', width: '92px', cell: (row) => <Status found={row} /> },
  { key: 'place', title: '村组', width: 'minmax(130px, 1fr)', cell: (row) => row.told[0]?.place ?? '' },
  {
    key: 'people',
    title: '户主和家里人',
    width: 'minmax(130px, 1fr)',
    cell: (row) => row.people.map(({ name }) => name || '（没有名字）').join('、'),
  },
  {
    key: 'who',
    title: '谁遇到的',
    width: 'minmax(150px, 1fr)',
    cell: (row) => row.told.map(({ machineName, at }) => `${machineName} ${shortInstantText(at)}`).join('、'),
  },
]

/** 新遇到的户 — met at the door and on no list; the office says whose households they are. */
export function FoundPane(): ReactNode {
  const found = useQuery(calls.fieldwork.found.queryOptions())
  const [key, setKey] = useState<string>()
  if (found.isError) return <ProblemAlert problem={problemOf(found.error)} />
  // What waits for somebody comes first.
  const rows = (found.data ?? []).toSorted(
    (a, b) => Number(b.status === 'open') - Number(a.status === 'open'),
  )
  const row = rows.find(({ taskIds }) => taskIds[0] === key) ?? rows[0]
  return (
    <div className="conflicts">
      <DataGrid
        label="新遇到的户"
        columns={columns}
        rows={rows}
        total={rows.length}
        empty={
          found.isPending
            ? '正在读取…'
            : '没有。外业遇到任务里没有的户，在笔记本上点“新遇到一户”，会随返回包到这里。'
        }
        rowKey={({ taskIds: [first = ''] }) => first}
        selectedKey={row?.taskIds[0]}
        onSelect={({ taskIds }) => setKey(taskIds[0])}
      />
      {row && <FoundDetail key={row.taskIds.join()} found={row} />}
    </div>
  )
}

const colors = { open: 'warning', taken: 'success', declined: 'default' } as const

function Status({ found }: { readonly found: Found }): ReactNode {
  return <Tag color={colors[found.status]}>{foundStatusText(found)}</Tag>
}
