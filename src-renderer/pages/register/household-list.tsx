import { useInfiniteQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'

type HouseholdRow = Outputs['register']['households']['rows'][number]

interface Props {
  readonly villageCode: string | undefined
  readonly pendingOnly: boolean
}

const columns: readonly GridColumn<HouseholdRow>[] = [
  {
    key: 'village',
    title: '村组',
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.villageName + row.groupName,
  },
  { key: 'no', title: '户编号', width: 'minmax(150px, 1fr)', cell: (row) => row.householdNo },
  {
    key: 'name',
    title: '户主',
    width: 'minmax(110px, 1fr)',
    cell: (row) => (row.householderPending ? <PendingName row={row} /> : row.householderName),
  },
  { key: 'id', title: '证号', width: '180px', cell: (row) => row.householderIdMasked },
  { key: 'members', title: '人口', width: '56px', align: 'right', cell: (row) => row.members },
  { key: 'phone', title: '电话', width: '120px', cell: (row) => row.phoneMasked },
]

export function HouseholdList({ villageCode, pendingOnly }: Props): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const navigate = useNavigate()
  const pages = useInfiniteQuery(
    calls.register.households.infiniteOptions({
      input: (after: string | null) => ({
        ...(villageCode ? { villageCode } : {}),
        pendingOnly,
        after,
        limit: 300,
      }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  return (
    <>
      <DataGrid
        label="户"
        columns={columns}
        rows={rows}
        total={total}
        empty={pages.isPending ? '正在读取…' : '这里还没有户。先在“数据导入”导入户籍人口花名册。'}
        rowKey={(row) => row.householdId}
        selectedKey={chosen}
        onSelect={(row) => setChosen(row.householdId)}
        onOpen={(row) => void navigate(`/register/${row.householdId}`)}
        onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
      />
      <p className="quiet">共 {countText(total)} 户，双击或 Enter 打开</p>
    </>
  )
}

function PendingName({ row }: { readonly row: HouseholdRow }): ReactNode {
  return (
    <>
      {row.householderName} <Tag color="warning">户主待补</Tag>
    </>
  )
}
