import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { stopKindLabels, stopReasonLabels, stopStateLabels } from '../../../src-main/wording/stop-labels.ts'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import type { ChosenProgramme } from '../../app/use-programme.ts'
import { useWho } from '../../app/who.tsx'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, yuanText } from '../../format/amount.ts'
import { DecisionPanel } from './decision-panel.tsx'
import { monthText } from './stops.tsx'

type Stop = Outputs['stop']['list']['rows'][number]

const columns: readonly GridColumn<Stop>[] = [
  { key: 'state', title: '状态', width: '100px', cell: (row) => stopStateLabels[row.state] },
  { key: 'place', title: '村组', width: 'minmax(90px, 1fr)', cell: (row) => row.villageName + row.groupName },
  { key: 'name', title: '享受人', width: '76px', cell: (row) => row.name },
  {
    key: 'what',
    title: '事项',
    width: 'minmax(150px, 2fr)',
    cell: (row) => `${stopKindLabels[row.kind]} ${stopReasonLabels[row.reasonCode]}`,
  },
  { key: 'due', title: '应停', width: '52px', cell: (row) => `${String(row.dueMonth)} 月` },
  { key: 'stopped', title: '实停', width: '76px', cell: (row) => monthText(row.stoppedMonth) },
  {
    key: 'owed',
    title: '应追缴（元）',
    width: '112px',
    align: 'right',
    cell: (row) =>
      row.kind === 'suspend' ? '—' : row.recoverFen === null ? '无法计算' : yuanText(row.recoverFen),
  },
  { key: 'back', title: '已追回', width: '80px', align: 'right', cell: (row) => yuanText(row.recoveredFen) },
]

/** 停发与追缴 — what waits for a second person, and what is still owed, with the record beside it. */
export function StopTab({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const [chosenId, setChosenId] = useState<string>()
  const list = useQuery(
    calls.stop.list.queryOptions({ input: { programmeCode: programme.programmeCode, year, limit: 500 } }),
  )
  const rows = list.data?.rows ?? []
  const at = Math.max(
    rows.findIndex(({ stopId }) => stopId === chosenId),
    0,
  )
  const chosen = rows[at]
  const go = (by: number): void => setChosenId(rows[at + by]?.stopId ?? chosenId)
  return (
    <>
      <Panel title={<ProgrammeChoice programme={programme} />} extra={<Link to="/review">返回初审</Link>}>
        {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
        {list.data && (
          <p className="line">
            <b>停发与追缴</b>
            <span>待确认 {countText(list.data.proposed)} 笔</span>
            <span>
              应追缴 {yuanText(list.data.toRecoverFen)} 元，已追回 {yuanText(list.data.recoveredFen)}{' '}
              元，未追回 {yuanText(list.data.toRecoverFen - list.data.recoveredFen)} 元
            </span>
            {list.data.undecided > 0 && (
              <span className="explain">另有 {countText(list.data.undecided)} 笔金额无法计算</span>
            )}
          </p>
        )}
        <DataGrid
          label="停发与追缴"
          columns={columns}
          rows={rows}
          total={list.data?.total ?? 0}
          empty={
            list.isPending ? '正在读取…' : '还没有登记过停发、中止。在初审列表里选一笔，“登记停发、中止”。'
          }
          rowKey={(row) => row.stopId}
          selectedKey={chosen?.stopId}
          onSelect={(row) => setChosenId(row.stopId)}
        />
      </Panel>
      <DecisionPanel
        key={chosen?.applicationId}
        applicationId={chosen?.applicationId}
        place={chosen ? `${String(at + 1)} / ${String(rows.length)}` : ''}
        onNext={() => go(1)}
        onPrevious={() => go(-1)}
      />
    </>
  )
}
