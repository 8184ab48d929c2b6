import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, muText, yuanText } from '../../format/amount.ts'
import { recheckRuleText } from '../programme/recheck-rule-text.ts'
import { ProgrammeChoice } from '../../app/programme-choice.tsx'
import { RecheckDrawer } from './recheck-drawer.tsx'
import { RecheckDraws } from './recheck-draws.tsx'
import type { ChosenProgramme } from '../../app/use-programme.ts'

export type Drawn = Outputs['review']['rechecks']['records'][number]

const states = {
  open: '待复核',
  confirmed: '一致',
  contradicted: '不一致',
  'not-due': '已退回，待重审',
} as const
const colors = { open: 'warning', confirmed: 'success', contradicted: 'error', 'not-due': 'default' } as const

const columns: readonly GridColumn<Drawn>[] = [
  {
    key: 'place',
    title: '村组',
    width: 'minmax(120px, 1fr)',
    cell: (row) => row.villageName + row.groupName,
  },
  { key: 'name', title: '姓名', width: '90px', cell: (row) => row.name },
  { key: 'id', title: '证号', width: '72px', cell: (row) => `…${row.idTail}` },
  { key: 'area', title: '面积（亩）', width: '90px', align: 'right', cell: (row) => muText(row.areaCentiMu) },
  {
    key: 'amount',
    title: '金额（元）',
    width: '100px',
    align: 'right',
    cell: (row) => yuanText(row.amountFen),
  },
  {
    key: 'state',
    title: '复核',
    width: '120px',
    cell: (row) => <Tag color={colors[row.state]}>{states[row.state]}</Tag>,
  },
  {
    key: 'said',
    title: '结果',
    width: 'minmax(220px, 3fr)',
    cell: (row) => saidOf(row),
  },
]

function saidOf(row: Drawn): string {
  if (row.doneBy !== null) return `${row.doneOn} ${row.doneBy}：${row.statement}`
  return row.isConcerned ? '您经手过这一笔，须由别人复核' : ''
}

/** 抽查复核 — the drawn records of a programme; a double click opens one to say what was found. */
export function RecheckTab({ programme }: { readonly programme: ChosenProgramme }): ReactNode {
  const { year } = useWho()
  const { programmeCode } = programme
  const period = { programmeCode, year }
  const mayDraw = useHasRole('reviewer', 'approver')
  const [chosen, setChosen] = useState<string>()
  const [openId, setOpenId] = useState<string>()
  const shown = useQuery(calls.review.rechecks.queryOptions({ input: period }))
  const draw = useCommand(client.review.drawRechecks)
  const { data } = shown
  const opened = data?.records.find((row) => row.applicationId === openId)
  const left = data?.records.filter((row) => row.state === 'open' || row.state === 'contradicted').length ?? 0
  return (
    <Panel
      title={
        <>
          <ProgrammeChoice programme={programme} /> 抽查复核
        </>
      }
      extra={<Link to={`/review?programme=${programmeCode}`}>返回初审</Link>}
    >
      {shown.isError && <ProblemAlert problem={problemOf(shown.error)} />}
      {data && (
        <div className="line filters">
          <span>{recheckRuleText(data.rule)}</span>
          {data.undrawn > 0 && (
            <span className="explain">
              {data.undrawnVillages.length} 个村 {countText(data.undrawn)} 笔已通过、还没有抽过
            </span>
          )}
          {data.undrawn > 0 && mayDraw && (
            <Button type="primary" loading={draw.isPending} onClick={() => draw.mutate(period)}>
              抽取
            </Button>
          )}
          {data.records.length > 0 && (
            <span className={left > 0 ? 'explain' : 'ties'}>
              抽中 {countText(data.records.length)} 笔，
              {left > 0 ? `还有 ${countText(left)} 笔没有办完` : '都已办完'}
            </span>
          )}
        </div>
      )}
      {draw.isError && <ProblemAlert problem={problemOf(draw.error)} />}
      <DataGrid
        label="抽中的记录"
        columns={columns}
        rows={data?.records ?? []}
        total={data?.records.length ?? 0}
        empty={shown.isPending ? '正在取…' : '还没有抽取。审核人或负责人抽取后，由没有经手的人复核。'}
        rowKey={(row) => row.applicationId}
        selectedKey={chosen}
        onSelect={(row) => setChosen(row.applicationId)}
        onOpen={(row) => setOpenId(row.applicationId)}
      />
      <p className="quiet">
        双击或 Enter 打开一笔登记复核结果。没有办完或不一致的，公示名单不能冻结，也不能打包。
      </p>
      {data && <RecheckDraws draws={data.draws} />}
      {opened && <RecheckDrawer record={opened} onClose={() => setOpenId(undefined)} />}
    </Panel>
  )
}
