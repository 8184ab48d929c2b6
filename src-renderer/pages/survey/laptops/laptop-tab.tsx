import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useWho } from '../../../app/who.tsx'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { useRound } from '../use-round.ts'
import { AssignmentPane } from './assignment-pane.tsx'
import { ConflictPane } from './conflict-pane.tsx'
import { ExchangeBar } from './exchange-bar.tsx'
import { FieldDesk } from './field-desk.tsx'
import { FoundPane } from './found-pane.tsx'
import { IncomingPane } from './incoming-pane.tsx'
import { WrittenOut } from './package-out.tsx'
import './laptops.css'

/** 外业笔记本 — at the office who is out and what came back; on a laptop what it was given and takes home. */
export function LaptopTab(): ReactNode {
  const { state } = useWho()
  return state.machine === 'field' ? <FieldDesk /> : <OfficeDesk />
}

const panes = ['assignment', 'incoming', 'found', 'conflict'] as const
type Pane = (typeof panes)[number]

function OfficeDesk(): ReactNode {
  const [params, setParams] = useSearchParams()
  const { chosen } = useRound()
  const incoming = useQuery(calls.fieldwork.incoming.queryOptions())
  const found = useQuery(calls.fieldwork.found.queryOptions())
  const pane = panes.find((one) => one === params.get('pane')) ?? 'assignment'
  const show = (next: Pane): void =>
    setParams(
      (before) => {
        before.set('pane', next)
        return before
      },
      { replace: true },
    )
  if (incoming.isError) return <ProblemAlert problem={problemOf(incoming.error)} />
  const waiting = incoming.data?.received.filter(({ status }) => status === 'held').length ?? 0
  const aside = waiting + (incoming.data?.quarantined.length ?? 0)
  const open = found.data?.filter(({ status }) => status === 'open').length ?? 0
  return (
    <>
      <ExchangeBar onReceived={() => show('incoming')} />
      <WrittenOut />
      <div className="round-line">
        <Segmented<Pane>
          aria-label="外业笔记本"
          value={pane}
          options={[
            { value: 'assignment', label: '任务' },
            { value: 'incoming', label: aside === 0 ? '收件' : `收件（${String(aside)} 件待处理）` },
            { value: 'found', label: open === 0 ? '新遇到的户' : `新遇到的户 ${String(open)} 户待定` },
            { value: 'conflict', label: `冲突 ${String(chosen?.progress.conflicts ?? 0)}` },
          ]}
          onChange={show}
        />
      </div>
      {pane === 'assignment' && <AssignmentPane />}
      {pane === 'incoming' && <IncomingPane />}
      {pane === 'found' && <FoundPane />}
      {pane === 'conflict' && <ConflictPane />}
    </>
  )
}
