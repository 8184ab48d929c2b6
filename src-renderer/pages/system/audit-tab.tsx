import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useJob } from '../../api/use-job.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { auditDetails } from '../../../src-main/wording/audit-details.ts'
import { auditActionLabel } from '../../../src-main/wording/audit-labels.ts'

type Entry = Outputs['system']['audit']['rows'][number]

const columns: readonly GridColumn<Entry>[] = [
  { key: 'seq', title: '序号', width: '70px', align: 'right', cell: (entry) => entry.seq },
  { key: 'at', title: '时间', width: '140px', cell: (entry) => instantText(entry.at) },
  { key: 'actor', title: '经办人', width: '90px', cell: (entry) => entry.actor },
  {
    key: 'action',
    title: '动作',
    width: '150px',
    cell: (entry) => <span title={entry.action}>{auditActionLabel(entry.action)}</span>,
  },
  {
    key: 'subject',
    title: '对象',
    width: '130px',
    cell: (entry) => <span title={entry.subject}>{subjectText(entry)}</span>,
  },
  { key: 'details', title: '内容', width: 'minmax(300px, 1fr)', cell: (entry) => <Details entry={entry} /> },
  {
    key: 'hash',
    title: '链值',
    width: '100px',
    cell: (entry) => <code title={entry.hash}>{entry.hash.slice(0, 10)}</code>,
  },
]

/** 操作留痕 — appended, never changed; each entry holds the one before it. */
export function AuditTab(): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const pages = useInfiniteQuery(
    calls.system.audit.infiniteOptions({
      input: (after: string | null) => ({ after, limit: 200 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0
  if (pages.isError) return <ProblemAlert problem={problemOf(pages.error)} />
  return (
    <>
      <Verify total={total} />
      <DataGrid
        label="操作留痕"
        columns={columns}
        rows={rows}
        total={total}
        empty={pages.isPending ? '正在读取…' : '还没有留痕。'}
        rowKey={(entry) => String(entry.seq)}
        selectedKey={chosen}
        onSelect={(entry) => setChosen(String(entry.seq))}
        onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
      />
    </>
  )
}

function Details({ entry }: { readonly entry: Entry }): ReactNode {
  return <span title={JSON.stringify(entry.details)}>{auditDetails(entry.details)}</span>
}

/** Ids that begin alike were made at the same moment: their ends tell them apart. */
function subjectText({ subject, subjectName }: Entry): string {
  return subjectName ?? (subject.length === 36 ? `…${subject.slice(-12)}` : subject)
}

function Verify({ total }: { readonly total: number }): ReactNode {
  const verify = useJob('audit.verify')
  const result = verify.result
  return (
    <>
      <div className="buttons">
        <Button type="primary" loading={verify.isRunning} onClick={() => verify.start({})}>
          核验全部留痕
        </Button>
        <span className="quiet">共 {countText(total)} 条</span>
      </div>
      <JobProgress title="正在核验" view={verify.view} onCancel={verify.cancel} onClose={verify.clear} />
      {result && (
        <Alert
          type={result.ok ? 'success' : 'error'}
          showIcon
          title={
            result.ok
              ? `${countText(result.entries)} 条留痕首尾相接，没有改动。末条链值 ${result.head.slice(0, 16)}`
              : `第 ${result.brokenAt ?? '?'} 条处断链：数据被改动过，请停止办理并联系技术支持。`
          }
        />
      )}
    </>
  )
}
