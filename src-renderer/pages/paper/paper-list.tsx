import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { paperKindLabels } from '../../../src-main/wording/paper-labels.ts'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { textOf } from '../../components/copied-rows.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { shortInstantText } from '../../format/instant.ts'
import { PaperDetail } from './paper-detail.tsx'
import { returnedText, type PaperRow } from './paper-row.ts'

const columns: readonly GridColumn<PaperRow>[] = [
  { key: 'village', title: '村', width: 'minmax(90px, 1fr)', cell: (row) => row.villageName },
  { key: 'serial', title: '编号', width: '118px', cell: (row) => row.serial },
  {
    key: 'kind',
    title: '纸件',
    width: '136px',
    cell: (row) => paperKindLabels[row.kind] + (row.blank ? '（空白）' : ''),
  },
  { key: 'lines', title: '户', width: '54px', align: 'right', cell: (row) => row.lines || '·' },
  { key: 'back', title: '收回／页', width: '84px', align: 'right', cell: returnedText },
  {
    key: 'state',
    title: '缺页',
    width: '132px',
    cell: (row) => <State row={row} />,
    text: (row) => textOf(State({ row })),
  },
  { key: 'at', title: '打印', width: '108px', cell: (row) => shortInstantText(row.printedAt) },
]

/** 打印与收回 by village: what was printed, how much of it is back, and whose page is missing. */
export function PaperList({ roundId }: { readonly roundId: string }): ReactNode {
  const papers = useQuery(calls.paper.list.queryOptions({ input: { roundId } }))
  const [chosenId, setChosenId] = useState<string>()
  if (papers.isError) return <ProblemAlert problem={problemOf(papers.error)} />
  const rows = papers.data ?? []
  const chosen = rows.find((row) => row.documentId === chosenId) ?? rows[0]
  return (
    <div className="paper-split">
      <DataGrid
        label="已打印的纸件"
        columns={columns}
        rows={rows}
        total={rows.length}
        empty={papers.isPending ? '正在读取…' : '这一轮还没有打印纸件。点“打印…”选村和种类。'}
        rowKey={(row) => row.documentId}
        rowClassName={(row) => (row.status === 'void' ? 'void' : '')}
        selectedKey={chosen?.documentId}
        onSelect={(row) => setChosenId(row.documentId)}
      />
      {chosen && <PaperDetail key={chosen.documentId} paper={chosen} />}
    </div>
  )
}

function State({ row }: { readonly row: PaperRow }): ReactNode {
  if (row.status === 'void') return <Tag>已作废</Tag>
  if (row.blank || row.lines === 0)
    return row.returned >= row.pages ? <Tag color="success">已收回</Tag> : <Tag>收回 {row.returned} 页</Tag>
  if (row.missingLines === 0) return <Tag color="success">齐</Tag>
  if (row.unexplained === 0) return <Tag color="processing">缺 {row.missingLines} 户，已说明</Tag>
  return <Tag color="warning">缺 {row.unexplained} 户未说明</Tag>
}
