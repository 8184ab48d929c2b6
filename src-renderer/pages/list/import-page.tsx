import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useHasRole } from '../../app/who.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, muText, yuanText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { GoneList } from './gone-list.tsx'
import { ImportReasonForm } from './import-reason-form.tsx'
import { periodText } from './import-log.tsx'
import './list.css'

export type ImportView = Outputs['list']['import']

/** 一次导入 — what it was, how it was understood, what became of it; its file, its rejected rows, and the way back. */
export function ImportPage(): ReactNode {
  const { importId = '' } = useParams()
  const found = useQuery(calls.list.import.queryOptions({ input: { importId } }))
  if (found.isError) return <ProblemAlert problem={problemOf(found.error)} />
  if (found.isPending) return <p className="quiet">正在打开…</p>
  return <Details view={found.data} />
}

function Details({ view }: { readonly view: ImportView }): ReactNode {
  const navigate = useNavigate()
  const [asking, setAsking] = useState<'undo' | 'source'>()
  const reject = useFileDownload(() => client.list.rejectFile({ importId: view.importId }))
  const isClerk = useHasRole('clerk')
  return (
    <Panel
      title={`${view.kindLabel} · ${view.fileName}`}
      extra={
        <>
          <Button onClick={() => void navigate('/list')}>回到导入记录</Button>
          {isClerk && view.isOwn && view.counts.rejected > 0 && (
            <Button loading={reject.isPending} onClick={() => reject.mutate(undefined)}>
              下载退回件
            </Button>
          )}
          {isClerk && view.isOwn && <Button onClick={() => setAsking('source')}>取原文件…</Button>}
          {isClerk && view.canUndo && (
            <Button danger onClick={() => setAsking('undo')}>
              撤销这次导入…
            </Button>
          )}
        </>
      }
    >
      {reject.isError && <ProblemAlert problem={problemOf(reject.error)} />}
      {asking && <ImportReasonForm what={asking} view={view} onDone={() => setAsking(undefined)} />}
      {view.undone && (
        <p className="must">
          {view.undone.by}于 {instantText(view.undone.at)} 撤销，原因：{view.undone.reason}
        </p>
      )}
      <Facts view={view} />
      <Sheets view={view} />
      {view.difference.gone > 0 && <GoneList view={view} />}
    </Panel>
  )
}

function Facts({ view }: { readonly view: ImportView }): ReactNode {
  const { added, changed, same, gone } = view.difference
  return (
    <dl className="facts">
      <dt>导入</dt>
      <dd>
        {instantText(view.importedAt)} {view.importedBy}
      </dd>
      {view.year !== null && (
        <>
          <dt>期</dt>
          <dd>{periodText(view)}</dd>
        </>
      )}
      {view.asOf !== null && (
        <>
          <dt>名单截至</dt>
          <dd>{view.asOf}</dd>
        </>
      )}
      {view.sums && (
        <>
          <dt>合计</dt>
          <dd>
            {view.sums.areaCentiMu > 0 && `${muText(view.sums.areaCentiMu)} 亩，`}
            {yuanText(view.sums.amountFen)} 元
          </dd>
        </>
      )}
      <dt>与当时已存的比较</dt>
      <dd>
        新增 {countText(added)} · 变更 {countText(changed)} · 相同 {countText(same)} · 本次没有{' '}
        {countText(gone)}
      </dd>
    </dl>
  )
}

function Sheets({ view }: { readonly view: ImportView }): ReactNode {
  return (
    <Table
      rowKey="sheet"
      pagination={false}
      dataSource={view.sheets.map((sheet, at) => ({ ...sheet, how: view.mapping[at] }))}
      columns={[
        { title: '工作表', width: 130, render: (_, row) => row.sheet },
        count('表内行', (row) => row.counts.lines),
        count('有效', (row) => row.counts.accepted),
        count('退回', (row) => row.counts.rejected),
        count('跳过', (row) => row.counts.skipped),
        {
          title: '怎样认的',
          render: (_, { how }) =>
            how === undefined ? (
              '—'
            ) : (
              <span>
                表头第 {how.headerFrom}
                {how.headerTo > how.headerFrom && `–${how.headerTo}`} 行；
                {how.columns.map(({ header, label }) => `${header}→${label}`).join('，')}
                {how.constants.map(({ label, text }) => `；${label}：${text}`).join('')}
              </span>
            ),
        },
      ]}
    />
  )
}

type SheetRow = ImportView['sheets'][number]

function count(title: string, of: (row: SheetRow) => number) {
  return {
    title,
    width: 74,
    align: 'right' as const,
    render: (_: unknown, row: SheetRow) => countText(of(row)),
  }
}
