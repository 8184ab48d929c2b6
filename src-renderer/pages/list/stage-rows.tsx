import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { columnWidth } from '../../components/column-width.ts'

export type Outcome = 'all' | 'accepted' | 'warned' | 'rejected' | 'skipped'
type Stage = Outputs['list']['stage']
type StageRow = Outputs['list']['stageRows']['rows'][number]

const outcomeLabels: Record<StageRow['outcome'], string> = {
  accepted: '有效',
  warned: '有提示',
  rejected: '退回',
  skipped: '跳过',
}
const empty: Record<Outcome, string> = {
  all: '表里没有数据行。',
  accepted: '没有有效行。',
  warned: '没有需要留意的行。',
  rejected: '没有退回的行。',
  skipped: '没有跳过的行。',
}

/** The rows as they stand in the sheet, the offending cells marked and the reasons beside them. */
export function StageRows({
  stage,
  outcome,
}: {
  readonly stage: Stage
  readonly outcome: Outcome
}): ReactNode {
  const [line, setLine] = useState<string>()
  const pages = useInfiniteQuery(
    calls.list.stageRows.infiniteOptions({
      input: (after: string | null) => ({ stageId: stage.stageId, outcome, after, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const first = pages.data?.pages[0]?.rows
  const columns = useMemo(() => columnsOf(stage, outcome, first ?? []), [stage, outcome, first])
  const chosen = rows.find((row) => String(row.line) === line) ?? rows[0]
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  return (
    <>
      <DataGrid
        label="表内各行"
        columns={columns}
        rows={rows}
        total={pages.data?.pages[0]?.total ?? 0}
        empty={pages.isPending ? '正在读取…' : empty[outcome]}
        rowKey={(row) => String(row.line)}
        selectedKey={chosen && String(chosen.line)}
        onSelect={(row) => setLine(String(row.line))}
        onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
      />
      {chosen && chosen.reasons.length > 0 && (
        <p role="status">
          第 {chosen.line} 行：{reasonText(chosen)}
        </p>
      )}
    </>
  )
}

function columnsOf(
  stage: Stage,
  outcome: Outcome,
  sample: readonly StageRow[],
): readonly GridColumn<StageRow>[] {
  const known = stage.columns.flatMap((column, at) =>
    column.field === null ? [] : [sheetColumn(column, at, sample)],
  )
  return [
    { key: 'line', title: '行', width: '56px', align: 'right', cell: (row) => row.line },
    { key: 'outcome', title: '结果', width: '64px', cell: (row) => outcomeLabels[row.outcome] },
    {
      key: 'reason',
      title: '原因',
      width: outcome === 'accepted' ? '56px' : 'minmax(280px, 2fr)',
      className: (row) => (row.outcome === 'rejected' ? 'must' : 'explain'),
      cell: (row) => <span title={reasonText(row)}>{reasonText(row)}</span>,
    },
    ...known,
  ]
}

/** `at` is the place among the columns as read, which is the place in a row's texts. */
function sheetColumn(
  column: Stage['columns'][number],
  at: number,
  sample: readonly StageRow[],
): GridColumn<StageRow> {
  return {
    key: String(at),
    title: column.fieldLabel,
    width: `minmax(${columnWidth([column.fieldLabel ?? '', ...sample.map((row) => row.raw[at] ?? '')])}px, 1fr)`,
    className: (row) =>
      row.reasons.some((reason) => reason.field === column.field) ? `cell-${row.outcome}` : '',
    cell: (row) => <span title={row.raw[at]}>{row.raw[at]}</span>,
  }
}

function reasonText(row: StageRow): string {
  return row.reasons.map((reason) => reason.text).join('；')
}
