import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { householdStatusLabels } from '../../../src-main/wording/register-labels.ts'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { textOf } from '../../components/copied-rows.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'

type HouseholdRow = Outputs['register']['households']['rows'][number]

interface Props {
  readonly villageCode: string | undefined
  readonly shown: 'registered' | 'pending' | 'ended'
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
    cell: (row) => <HeadCell row={row} />,
    text: (row) => textOf(HeadCell({ row })),
  },
  { key: 'id', title: '证号', width: '180px', cell: (row) => row.householderIdMasked },
  { key: 'members', title: '人口', width: '56px', align: 'right', cell: (row) => row.members },
  { key: 'phone', title: '电话', width: '120px', cell: (row) => row.phoneMasked },
]

const nothing = {
  registered: '这里还没有户。先在“数据导入”导入户籍人口花名册。',
  pending: '没有户主待补的户。',
  ended: '没有销户或整户迁出的户。',
} as const

export function HouseholdList({ villageCode, shown }: Props): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const navigate = useNavigate()
  const pages = useInfiniteQuery(
    calls.register.households.infiniteOptions({
      input: (after: string | null) => ({
        ...(villageCode ? { villageCode } : {}),
        pendingOnly: shown === 'pending',
        status: shown === 'ended' ? ('ended' as const) : ('registered' as const),
        after,
        limit: 300,
      }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
      // A hundred thousand rows are never compared one by one only because three hundred more have come.
      structuralSharing: false,
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
        empty={pages.isPending ? '正在读取…' : nothing[shown]}
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

function HeadCell({ row }: { readonly row: HouseholdRow }): ReactNode {
  if (row.status !== 'registered') return <span className="quiet">{householdStatusLabels[row.status]}</span>
  if (!row.householderPending) return row.householderName
  return (
    <>
      {row.householderName} <span className="mark">户主待补</span>
    </>
  )
}
