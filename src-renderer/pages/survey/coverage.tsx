import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { DataGrid, type GridColumn, type GridWidth } from '../../components/data-grid.tsx'
import { countText } from '../../format/amount.ts'
import type { Round } from './use-round.ts'

type VillageRow = Round['byVillage'][number]

const number = (
  key: keyof Round['progress'],
  title: string,
  width: GridWidth = '70px',
  warn?: 'must' | 'explain',
): GridColumn<VillageRow> => ({
  key,
  title,
  width,
  align: 'right',
  ...(warn ? { className: (row) => (row[key] > 0 ? warn : '') } : {}),
  cell: (row) => (row[key] === 0 ? '·' : countText(row[key])),
})

const columns: readonly GridColumn<VillageRow>[] = [
  { key: 'village', title: '村', width: '130px', cell: (row) => row.villageName },
  { key: 'bar', title: '走访情况', width: 'minmax(120px, 1fr)', cell: (row) => <Bar row={row} /> },
  number('tasks', '应访'),
  number('visited', '已访'),
  number('away', '外出'),
  number('refused', '拒访'),
  number('notFound', '查无'),
  number('unvisited', '未访'),
  number('mustVisitOpen', '必访未办', '84px', 'must'),
  number('due', '到期再访', '84px', 'must'),
  number('conflicts', '冲突', '60px', 'must'),
  number('drafts', '草稿', '60px', 'explain'),
]

const reportedLabels = { dead: '死亡', 'moved-out': '迁出', householder: '任户主' } as const

/** 进度 by village: the states add up to what was to be visited; the last columns need somebody's hand. */
export function Coverage({ round }: { readonly round: Round }): ReactNode {
  const [chosen, setChosen] = useState<string>()
  const navigate = useNavigate()
  const { progress } = round
  return (
    <>
      <p className="line">
        <span>
          应访 <b>{countText(progress.tasks)}</b> 户 ＝ 已访 {countText(progress.visited)} ＋ 外出{' '}
          {countText(progress.away)} ＋ 拒访 {countText(progress.refused)} ＋ 查无{' '}
          {countText(progress.notFound)} ＋ 未访 {countText(progress.unvisited)}
        </span>
        <span className={round.tiesOut ? 'ties' : 'ties-not'}>
          {round.tiesOut ? '合计一致' : '合计不一致，请停下来核对'}
        </span>
        {progress.mustVisitOpen > 0 && (
          <span className="must">必访还有 {countText(progress.mustVisitOpen)} 户</span>
        )}
      </p>
      <DataGrid
        label="各村进度"
        columns={columns}
        rows={round.byVillage}
        total={round.byVillage.length}
        empty="这一轮还没有任务。"
        rowKey={(row) => row.villageCode}
        selectedKey={chosen}
        onSelect={(row) => setChosen(row.villageCode)}
        onOpen={(row) => void navigate(`/survey/task?round=${round.roundId}&village=${row.villageCode}`)}
      />
      {round.reported.length > 0 && (
        <p className="line">
          <span className="must">调查报死亡、迁出、换户主，待在户页登记：</span>
          {round.reported.slice(0, 12).map((one) => (
            <Link key={one.what + one.personId} to={`/register/${one.householdId}?person=${one.personId}`}>
              {one.place} {one.name}（{reportedLabels[one.what]}）
            </Link>
          ))}
          {round.reported.length > 12 && <span>等 {round.reported.length} 人</span>}
        </p>
      )}
      {round.byVisitor.length > 0 && (
        <p className="line quiet">
          调查员：
          {round.byVisitor.map((one) => (
            <span key={one.visitor}>
              {one.visitor || '未写'} 已访 {one.visited}、外出 {one.away}、拒访 {one.refused}、查无{' '}
              {one.notFound}
            </span>
          ))}
        </p>
      )}
      <p className="quiet">双击或 Enter 打开一个村的走访任务</p>
    </>
  )
}

const states = ['visited', 'away', 'refused', 'notFound'] as const
const classOf = { visited: 'visited', away: 'away', refused: 'refused', notFound: 'not-found' }

function Bar({ row }: { readonly row: VillageRow }): ReactNode {
  const done = row.tasks - row.unvisited
  const percent = row.tasks === 0 ? 0 : Math.floor((done / row.tasks) * 100)
  return (
    <span className="coverage-bar" role="img" aria-label={`已办 ${percent}%`}>
      {states.map((state) => (
        <span
          key={state}
          className={classOf[state]}
          style={{ width: `${(row[state] / row.tasks) * 100}%` }}
        />
      ))}
    </span>
  )
}
