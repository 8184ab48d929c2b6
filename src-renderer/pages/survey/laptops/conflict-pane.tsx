import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../../components/data-grid.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { countText } from '../../../format/amount.ts'
import { RoundChoice } from '../round-choice.tsx'
import { useRound } from '../use-round.ts'
import { ConflictDetail } from './conflict-detail.tsx'

export type Conflict = Outputs['fieldwork']['conflicts']['rows'][number]

const columns: readonly GridColumn<Conflict>[] = [
  { key: 'place', title: '村组', width: '120px', cell: (row) => row.villageName + row.groupName },
  { key: 'head', title: '户主', width: '80px', cell: (row) => row.householderName ?? '待补' },
  { key: 'who', title: '谁', width: '90px', cell: (row) => row.subjectLabel },
  { key: 'what', title: '哪一项', width: '100px', cell: (row) => row.fieldLabel },
  {
    key: 'sides',
    title: '两种说法',
    width: 'minmax(160px, 1fr)',
    cell: (row) => row.sides.map(({ text }) => text).join(' ／ '),
  },
]

/** 冲突 — fields several people said different things of; a person decides one after the other, by keys alone. */
export function ConflictPane(): ReactNode {
  const { rounds, chosen, choose } = useRound()
  const [key, setKey] = useState<string>()
  const pages = useInfiniteQuery({
    ...calls.fieldwork.conflicts.infiniteOptions({
      input: (after: string | null) => ({ roundId: chosen?.roundId ?? '', after, limit: 100 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
    enabled: chosen !== undefined,
  })
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const index = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === key),
  )
  const row = rows[index]
  const total = pages.data?.pages[0]?.total ?? 0
  // What was decided leaves the list; the one after it is next.
  const goOn = (): void => setKey(keyOf(rows[index + 1] ?? rows[index - 1]))
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  return (
    <>
      <div className="round-line">
        <RoundChoice rounds={rounds ?? []} chosen={chosen} onChoose={choose} />
        <span className="quiet">共 {countText(total)} 处</span>
      </div>
      <div className="conflicts">
        <DataGrid
          label="冲突"
          columns={columns}
          rows={rows}
          total={total}
          empty={pages.isPending ? '正在读取…' : '没有冲突。不同机器改了不同的项，已经自动合在一起。'}
          rowKey={(one) => keyOf(one) ?? ''}
          selectedKey={keyOf(row)}
          onSelect={(one) => setKey(keyOf(one))}
          onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
        />
        {row && <ConflictDetail key={keyOf(row)} row={row} onDecided={goOn} />}
      </div>
    </>
  )
}

function keyOf(row: Conflict | undefined): string | undefined {
  return row && [row.taskId, row.subject, row.field].join(' ')
}
