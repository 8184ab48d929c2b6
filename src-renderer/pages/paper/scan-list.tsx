import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { trayReasonLabels } from '../../../src-main/wording/paper-labels.ts'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { shortInstantText } from '../../format/instant.ts'
import type { ScanRow } from './paper-row.ts'
import { ScanView } from './scan-view.tsx'

interface Props {
  readonly state: ScanRow['state']
  readonly roundId: string
}

const file: GridColumn<ScanRow> = {
  key: 'file',
  title: '文件',
  width: 'minmax(120px, 1fr)',
  cell: (row) => row.fileName + (row.filePages > 1 ? ` 第${row.filePage}页` : ''),
}
const at: GridColumn<ScanRow> = {
  key: 'at',
  title: '收件',
  width: '104px',
  cell: (row) => shortInstantText(row.addedAt),
}
const columnsOf: { readonly [S in ScanRow['state']]: readonly GridColumn<ScanRow>[] } = {
  tray: [file, { key: 'why', title: '原因', width: '170px', cell: (row) => whyShort(row) }, at],
  attached: [
    file,
    {
      key: 'place',
      title: '归位',
      width: '190px',
      cell: (row) => row.placeText + (row.byHand ? '（人工）' : ''),
    },
    at,
  ],
  'set-aside': [
    file,
    { key: 'why', title: '移出原因', width: '190px', cell: (row) => row.setAsideReason },
    at,
  ],
}

/** Pictures of one state, and the one that is looked at. */
export function ScanList({ state, roundId }: Props): ReactNode {
  const [chosenId, setChosenId] = useState<string>()
  const pages = useInfiniteQuery(
    calls.paper.scans.infiniteOptions({
      input: (after: string | null) => ({ state, after, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  const chosen = rows.find((row) => row.scanId === chosenId) ?? rows[0]
  return (
    <div className="paper-split scans">
      <div className="scan-list">
        <p className="quiet">
          共 {countText(total)} 张
          {state === 'tray' && '；别人收的、还没有归位的图只有本人和全镇权限的人看得到'}
        </p>
        <DataGrid
          label="收到的扫描件"
          columns={columnsOf[state]}
          rows={rows}
          total={total}
          empty={pages.isPending ? '正在读取…' : emptyTexts[state]}
          rowKey={(row) => row.scanId}
          selectedKey={chosen?.scanId}
          onSelect={(row) => setChosenId(row.scanId)}
          onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
        />
      </div>
      {chosen && <ScanView key={`${chosen.scanId}-${chosen.version}`} row={chosen} roundId={roundId} />}
    </div>
  )
}

const emptyTexts: { readonly [S in ScanRow['state']]: string } = {
  tray: '没有等待归位的图。',
  attached: '还没有收回的件。点“收扫描件、照片…”或“收文件夹…”。',
  'set-aside': '没有移出的图。',
}

function whyShort(row: ScanRow): string {
  return row.why === null ? '' : (trayReasonLabels[row.why].split(/[：，。]/)[0] ?? '')
}
