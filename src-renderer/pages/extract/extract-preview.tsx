import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import type { ExtractDefinition } from '../../../src-main/domain/extract-definition.ts'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { columnWidth } from '../../components/column-width.ts'

type Row = Outputs['extract']['rows']['rows'][number]

/** 预览 — the very cells the masked file will have; read on as one scrolls. */
export function ExtractPreview({ definition }: { readonly definition: ExtractDefinition }): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const pages = useInfiniteQuery(
    calls.extract.rows.infiniteOptions({
      input: (after: string | null) => ({ definition, after, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const head = pages.data?.pages[0]?.columns
  const columns = useMemo(() => (head ?? []).map((column, at) => gridColumn(column, at, rows)), [head, rows])
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  return (
    <DataGrid
      label="预览"
      columns={columns}
      rows={rows}
      total={pages.hasNextPage ? rows.length + 1 : rows.length}
      empty={pages.isPending ? '正在取…' : '按这些条件一行也没有。请放宽条件。'}
      rowKey={(row) => row.id}
      selectedKey={chosen}
      onSelect={(row) => setChosen(row.id)}
      onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
    />
  )
}

function gridColumn(
  { key, label, isNumber }: Outputs['extract']['rows']['columns'][number],
  at: number,
  rows: readonly Row[],
): GridColumn<Row> {
  const width = Math.max(64, columnWidth([label, ...rows.slice(0, 60).map((row) => row.cells[at] ?? '')]))
  return {
    key,
    title: label,
    width: `minmax(${width}px, 1fr)`,
    ...(isNumber ? { align: 'right' as const } : {}),
    cell: (row) => row.cells[at] ?? '',
  }
}
