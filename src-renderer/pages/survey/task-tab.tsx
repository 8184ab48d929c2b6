import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Segmented, Select, Tag } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { mustVisitText, visitStateLabels } from '../../../src-main/wording/survey-labels.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { textOf } from '../../components/copied-rows.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, muText } from '../../format/amount.ts'
import { shortDay } from '../../format/instant.ts'
import { AddHousehold } from './add-household.tsx'
import { FoundHousehold } from './found-household.tsx'
import { RoundChoice } from './round-choice.tsx'
import { SheetForm } from './sheet-form.tsx'
import { filterInput, type Need, useTaskFilter } from './use-task-filter.ts'
import { useRound, type RoundRow } from './use-round.ts'

type TaskRow = Outputs['survey']['tasks']['rows'][number]

const columns: readonly GridColumn<TaskRow>[] = [
  { key: 'group', title: '村组', width: '150px', cell: (row) => row.villageName + row.groupName },
  { key: 'no', title: '户编号', width: '150px', cell: (row) => row.householdNo },
  {
    key: 'head',
    title: '户主',
    width: '90px',
    cell: (row) => row.householderName || <span className="explain">待补</span>,
  },
  {
    key: 'area',
    title: '上年面积',
    width: '84px',
    align: 'right',
    cell: (row) => (row.previousNames.length === 0 ? '—' : muText(row.previousAreaCentiMu)),
  },
  {
    key: 'state',
    title: '走访',
    width: '76px',
    cell: (row) => <State row={row} />,
    text: (row) => visitStateLabels[row.state],
  },
  {
    key: 'on',
    title: '日期',
    width: '60px',
    cell: (row) => (row.visitedOn === null ? '' : shortDay(row.visitedOn)),
  },
  { key: 'visitor', title: '调查员', width: '80px', cell: (row) => row.visitor },
  {
    key: 'next',
    title: '下次',
    width: '60px',
    cell: (row) => (row.nextOn === null ? '' : shortDay(row.nextOn)),
  },
  {
    key: 'note',
    title: '提示',
    width: 'minmax(200px, 1fr)',
    cell: (row) => <Notes row={row} />,
    text: (row) => textOf(Notes({ row })),
  },
]

/** 走访录入 — which round, and its households. */
export function TaskTab(): ReactNode {
  const { rounds, error, chosen, choose } = useRound()
  const isAfield = useWho().state.machine === 'field'
  if (error !== null) return <ProblemAlert problem={problemOf(error)} />
  if (rounds === undefined) return <p className="quiet">正在读取…</p>
  if (chosen === undefined)
    return (
      <p className="quiet">
        {isAfield ? '还没有任务，先在“外业笔记本”接收任务包。' : '还没有摸底轮次，先在“轮次与进度”开一轮。'}
      </p>
    )
  return <RoundTasks rounds={rounds} round={chosen} onChoose={choose} />
}

interface RoundTasksProps {
  readonly rounds: readonly RoundRow[]
  readonly round: RoundRow
  onChoose(roundId: string): void
}

/** The households of a round as they are walked; Enter opens one for entry. */
function RoundTasks({ rounds, round, onChoose }: RoundTasksProps): ReactNode {
  const { roundId, progress } = round
  const filter = useTaskFilter(roundId)
  const navigate = useNavigate()
  const isAfield = useWho().state.machine === 'field'
  const mayEnter = useHasRole('clerk') && round.status === 'open'
  const pages = useInfiniteQuery(
    calls.survey.tasks.infiniteOptions({
      input: (after: string | null) => ({ ...filterInput(filter), roundId, after, limit: 300 }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const total = pages.data?.pages[0]?.total ?? 0
  const openTask = (taskId: string): void => void navigate(`/survey/task/${taskId}?${filter.search}`)
  return (
    <>
      <div className="round-line">
        <RoundChoice rounds={rounds} chosen={round} onChoose={onChoose} />
        {mayEnter && isAfield && (
          <FoundHousehold roundId={roundId} villageCode={filter.village} onAdded={openTask} />
        )}
        {mayEnter && !isAfield && <AddHousehold roundId={roundId} onAdded={openTask} />}
        {mayEnter && !isAfield && filter.village !== undefined && (
          <SheetForm
            roundId={roundId}
            villageCode={filter.village}
            villageName={rows[0]?.villageName ?? ''}
          />
        )}
      </div>
      <div className="round-line">
        <VillageChoice
          roundId={roundId}
          value={filter.village}
          onChange={(village) => filter.change({ village })}
        />
        <Segmented
          aria-label="走访任务"
          value={filter.need}
          options={[
            { value: '', label: '全部' },
            { value: 'unvisited', label: '未访' },
            { value: 'must-visit', label: `必访未办 ${progress.mustVisitOpen}` },
            { value: 'due', label: `到期再访 ${progress.due}` },
            { value: 'conflict', label: `冲突 ${progress.conflicts}` },
            { value: 'draft', label: `草稿 ${progress.drafts}` },
          ]}
          onChange={(need) => filter.change({ need: need as Need })}
        />
        <span className="quiet">共 {countText(total)} 户 · ↑↓ 选择 · Enter 录入</span>
      </div>
      {pages.isError && <ProblemAlert problem={problemOf(pages.error)} />}
      <DataGrid
        label="走访任务"
        columns={columns}
        rows={rows}
        total={total}
        empty={pages.isPending ? '正在读取…' : '没有符合条件的户。可放宽上面的条件。'}
        rowKey={(row) => row.taskId}
        selectedKey={filter.task ?? rows[0]?.taskId}
        onSelect={(row) => filter.change({ task: row.taskId })}
        onOpen={(row) => openTask(row.taskId)}
        onReachEnd={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
      />
    </>
  )
}

interface VillageChoiceProps {
  readonly roundId: string
  readonly value: string | undefined
  onChange(village: string | undefined): void
}

function VillageChoice({ roundId, value, onChange }: VillageChoiceProps): ReactNode {
  const round = useQuery(calls.survey.round.queryOptions({ input: { roundId } }))
  const villages = round.data?.byVillage ?? []
  return (
    <Select
      aria-label="村"
      style={{ width: 220 }}
      allowClear
      placeholder="全部村"
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={villages.map((one) => ({
        value: one.villageCode,
        label: `${one.villageName}（未访 ${one.unvisited}／${one.tasks}）`,
      }))}
      onChange={(village) => onChange(village ?? undefined)}
    />
  )
}

function State({ row }: { readonly row: TaskRow }): ReactNode {
  const colors = { unvisited: 'default', visited: 'success', away: 'warning', refused: 'error' } as const
  const color = row.state === 'not-found' ? 'error' : colors[row.state]
  return <Tag color={color}>{visitStateLabels[row.state]}</Tag>
}

function Notes({ row }: { readonly row: TaskRow }): ReactNode {
  const reasons = row.mustVisit.map(mustVisitText).join('；')
  return (
    <span title={reasons}>
      {row.conflicts > 0 && <span className="must">{row.conflicts} 处冲突 </span>}
      {row.draftOf !== '' && <span className="explain">{row.draftOf}有草稿 </span>}
      {reasons !== '' && <span className="must">必访：{reasons}</span>}
    </span>
  )
}
