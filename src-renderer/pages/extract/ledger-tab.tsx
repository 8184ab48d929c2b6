import { useInfiniteQuery } from '@tanstack/react-query'
import { Checkbox, Tag } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'

type Entry = Outputs['extract']['ledger']['rows'][number]

const kinds: { readonly [K in Entry['kind']]: string } = {
  extract: '出表',
  form: '套表',
  'village-book': '村级工作簿',
  'sent-back': '退回件',
  notice: '告知书',
  visitor: '查询单',
}

const columns: readonly GridColumn<Entry>[] = [
  { key: 'at', title: '时间', width: '134px', cell: (entry) => instantText(entry.madeAt) },
  { key: 'serial', title: '流水号', width: '150px', cell: (entry) => entry.serial },
  {
    key: 'kind',
    title: '种类',
    width: '104px',
    cell: (entry) => (
      <>
        {kinds[entry.kind]} {entry.fullNumbers && <Tag color="error">全号</Tag>}
      </>
    ),
  },
  { key: 'title', title: '表', width: 'minmax(96px, 1.4fr)', cell: (entry) => long(entry.title) },
  { key: 'rows', title: '行', width: '54px', align: 'right', cell: (entry) => countText(entry.rows) },
  { key: 'people', title: '人', width: '54px', align: 'right', cell: (entry) => countText(entry.people) },
  { key: 'by', title: '导出人', width: '68px', cell: (entry) => entry.madeBy },
  { key: 'second', title: '第二人', width: '68px', cell: (entry) => entry.secondBy ?? '' },
  {
    key: 'reason',
    title: '用途',
    width: 'minmax(84px, 1fr)',
    cell: (entry) => long(entry.reason),
  },
  { key: 'to', title: '提供给', width: 'minmax(84px, 1fr)', cell: (entry) => long(entry.recipient) },
  {
    key: 'what',
    title: '列和条件',
    width: 'minmax(110px, 2fr)',
    cell: (entry) => long(`${entry.columns.join('、')}｜${entry.conditions}`),
  },
  { key: 'until', title: '留存至', width: '98px', cell: (entry) => entry.keptUntil },
]

/** 导出台账 — everything that left as a file; never changed, kept for three years and more. */
export function LedgerTab(): ReactNode {
  const [fullOnly, setFullOnly] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const pages = useInfiniteQuery(
    calls.extract.ledger.infiniteOptions({
      input: (after: string | null) => ({ after, limit: 200, fullOnly }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  return (
    <>
      <div className="line">
        <Checkbox checked={fullOnly} onChange={(event) => setFullOnly(event.target.checked)}>
          只看全号导出
        </Checkbox>
        <span className="quiet">共 {countText(total)} 条，不能改、不能删，留存三年以上</span>
      </div>
      <DataGrid
        label="导出台账"
        columns={columns}
        rows={rows}
        total={total}
        empty={pages.isPending ? '正在读取…' : '还没有导出过。'}
        rowKey={(entry) => entry.entryId}
        selectedKey={chosen}
        onSelect={(entry) => setChosen(entry.entryId)}
        onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
      />
    </>
  )
}

/** Cut where the column ends; whole when one rests on it. */
function long(text: string): ReactNode {
  return <span title={text}>{text}</span>
}
