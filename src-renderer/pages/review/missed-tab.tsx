import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWho } from '../../app/who.tsx'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { OpenApplication } from './open-application.tsx'
import { sourceText } from '../../format/source-text.ts'

type Missed = Outputs['review']['missed']['rows'][number]

const all = 'all'

const columns: readonly GridColumn<Missed>[] = [
  {
    key: 'place',
    title: '村组',
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.villageName + row.groupName,
  },
  { key: 'name', title: '姓名', width: '90px', cell: (row) => row.name },
  { key: 'id', title: '证号', width: '72px', cell: (row) => `…${row.idTail}` },
  { key: 'age', title: '年龄', width: '52px', align: 'right', cell: (row) => row.age },
  { key: 'detail', title: '为什么', width: 'minmax(320px, 4fr)', cell: (row) => row.detail },
  {
    key: 'source',
    title: '出处',
    width: 'minmax(150px, 2fr)',
    cell: (row) => row.sources.map(sourceText).join('；') || '户籍登记',
  },
]

/** 应享未享 — people to ask, by programme and village; a double click leads to their household. */
export function MissedTab(): ReactNode {
  const { year } = useWho()
  const navigate = useNavigate()
  const [entitlementId, setEntitlementId] = useState<string>()
  const [villageCode, setVillageCode] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const villages = useQuery(calls.register.summary.queryOptions())
  const pages = useInfiniteQuery(
    calls.review.missed.infiniteOptions({
      input: (after: string | null) => ({
        ...{ year, after, limit: 300 },
        ...(entitlementId ? { entitlementId } : {}),
        ...(villageCode ? { villageCode } : {}),
      }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const first = pages.data?.pages[0]
  const picked = rows.find(({ key }) => key === chosen)
  const people = first?.byEntitlement.reduce((sum, one) => sum + one.people, 0) ?? 0
  return (
    <Panel
      title="应享未享"
      extra={
        <>
          <span className="quiet">可能符合，待核：只按登记和名单推算，不作决定</span>
          {picked && (
            <OpenApplication
              key={picked.key}
              programmeCode={picked.programmeCode}
              person={{
                ...{ personId: picked.personId, householdId: picked.householdId },
                label: `${picked.name}（${picked.villageName}${picked.groupName}，…${picked.idTail}）`,
              }}
            />
          )}
          <Link to="/review">返回初审</Link>
        </>
      }
    >
      <div className="line filters">
        <Segmented
          aria-label="项目"
          value={entitlementId ?? all}
          onChange={(id) => setEntitlementId(id === all ? undefined : id)}
          options={[
            { value: all, label: `全部 ${countText(people)}` },
            ...(first?.byEntitlement ?? []).map((one) => ({
              value: one.entitlementId,
              label: `${one.programmeName} ${countText(one.people)}`,
            })),
          ]}
        />
        <Select
          aria-label="村"
          placeholder="全部村"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 130 }}
          value={villageCode ?? null}
          onChange={(code: string | null | undefined) => setVillageCode(code ?? undefined)}
          options={(villages.data?.byVillage ?? []).map((village) => ({
            value: village.villageCode,
            label: village.villageName,
          }))}
        />
      </div>
      {pages.isError && <ProblemAlert problem={problemOf(pages.error)} />}
      <DataGrid
        label="应享未享"
        columns={columns}
        rows={rows}
        total={first?.total ?? 0}
        empty={pages.isPending ? '正在核对…' : '没有查到。名单不全时查不全，可先导入残疾人证和低保名单。'}
        rowKey={(row) => row.key}
        selectedKey={chosen}
        onSelect={(row) => setChosen(row.key)}
        onOpen={(row) => void navigate(`/register/${row.householdId}`)}
        onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
      />
      <p className="quiet">
        共 {countText(first?.total ?? 0)} 人次，双击或 Enter 打开这一户；Ctrl+C 可复制成表
      </p>
    </Panel>
  )
}
