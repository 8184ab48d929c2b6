import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, yuanText } from '../../format/amount.ts'
import { shortInstantText } from '../../format/instant.ts'
import { BuildPackage } from './build-package.tsx'
import { PackageDetail } from './package-detail.tsx'
import { PackageStatus } from './package-status.tsx'
import { VerifyFile } from './verify-file.tsx'
import './package.css'

type PackageRow = Outputs['package']['list'][number]

/** 报送 — build what is through publicity, release it as a second person, save it, verify any package. */
export function PackagePage(): ReactNode {
  const [chosenId, setChosenId] = useState<string>()
  const list = useQuery(calls.package.list.queryOptions())
  const chosen = chosenId ?? list.data?.[0]?.packageId
  return (
    <>
      <div className="column">
        <BuildPackage onBuilt={setChosenId} />
        <Panel title="报送包" extra={<VerifyFile />}>
          {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
          <Packages
            rows={list.data ?? []}
            isPending={list.isPending}
            chosen={chosen}
            onChoose={setChosenId}
          />
        </Panel>
      </div>
      <Panel title="报送包内容" className="package-detail">
        {chosen ? <PackageDetail key={chosen} packageId={chosen} /> : <p className="quiet">还没有报送包。</p>}
      </Panel>
    </>
  )
}

interface PackagesProps {
  readonly rows: readonly PackageRow[]
  readonly isPending: boolean
  readonly chosen: string | undefined
  onChoose(packageId: string): void
}

function Packages({ rows, isPending, chosen, onChoose }: PackagesProps): ReactNode {
  return (
    <Table
      rowKey="packageId"
      loading={isPending}
      pagination={false}
      dataSource={[...rows]}
      rowClassName={(row) => (row.packageId === chosen ? 'chosen-row' : '')}
      onRow={(row) => ({ onClick: () => onChoose(row.packageId) })}
      locale={{ emptyText: '还没有报送包' }}
      columns={[
        { title: '序号', width: 56, render: (_, row) => row.sequence ?? '—' },
        {
          title: '收件单位',
          render: (_, row) => (
            <button type="button" className="link" onClick={() => onChoose(row.packageId)}>
              {row.recipientName}
            </button>
          ),
        },
        { title: '村', dataIndex: 'villages', width: 48, align: 'right' },
        { title: '行', width: 64, align: 'right', render: (_, row) => countText(row.totals.rows) },
        {
          title: '金额（元）',
          width: 120,
          align: 'right',
          render: (_, row) => yuanText(row.totals.amountFen),
        },
        {
          title: '状态',
          width: 84,
          render: (_, row) => (
            <>
              <PackageStatus status={row.status} />
              {row.paperSignOff && <div className="quiet">线下签批</div>}
            </>
          ),
        },
        { title: '生成', width: 150, render: (_, row) => `${shortInstantText(row.builtAt)} ${row.builtBy}` },
      ]}
    />
  )
}
