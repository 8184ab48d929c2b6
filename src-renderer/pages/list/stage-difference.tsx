import { Input, Radio, Segmented } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { useWindow } from '../../api/use-window.ts'
import type { GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { WindowGrid } from '../../components/window-grid.tsx'
import { countText } from '../../format/amount.ts'
import { Changes, changesText } from './changes.tsx'
import type { Stage } from './stage.ts'

export type GoneChoice = 'note' | 'end'
type What = 'added' | 'changed' | 'gone'
type Row = Outputs['list']['differenceRows']['rows'][number]

const empty: Record<What, string> = {
  added: '没有新增的行。',
  changed: '没有与已存不同的行。',
  gone: '已存的人这份清单上都有。',
}

interface Props {
  readonly stage: Stage
  readonly gone: GoneChoice
  onGone(choice: GoneChoice): void
}

/** 与已存比较 — what would be new, what would change and how, who is missing, and what becomes of those. */
export function StageDifference({ stage, gone, onGone }: Props): ReactNode {
  const { added, changed, same, gone: goneCount } = stage.difference
  const [what, setWhat] = useState<What>(changed > 0 ? 'changed' : goneCount > 0 ? 'gone' : 'added')
  const [find, setFind] = useState('')
  return (
    <>
      <div className="line">
        <Segmented<What>
          value={what}
          onChange={setWhat}
          options={[
            { value: 'added', label: `新增 ${countText(added)}` },
            { value: 'changed', label: `${stage.isRoll ? '同一人已有一行' : '变更'} ${countText(changed)}` },
            { value: 'gone', label: `本次没有 ${countText(goneCount)}` },
          ]}
        />
        <Input.Search
          allowClear
          value={find}
          onChange={(event) => setFind(event.target.value)}
          placeholder="找姓名…"
          style={{ width: 200 }}
        />
        <span className="quiet">与已存相同的 {countText(same)} 行不列。证号只显示后四位。</span>
      </div>
      {what === 'gone' && goneCount > 0 && <Choice stage={stage} gone={gone} onGone={onGone} />}
      {what === 'changed' && stage.isRoll && changed > 0 && (
        <p className="explain">
          这些人在同期名册上已有一行，导入后两行并存；要替换的，请先撤销以前那次导入。
        </p>
      )}
      <Rows key={what} stage={stage} what={what} find={useDeferredValue(find.trim())} />
    </>
  )
}

function Choice({ stage, gone, onGone }: Props): ReactNode {
  if (!stage.canEndGone)
    return <p className="explain">库里有、这份清单上没有的，只在导入记录里记下，不改动。</p>
  const isRegister = stage.kind === 'household-register'
  return (
    <div className="line">
      <span>库里有、这份清单上没有的：</span>
      <Radio.Group value={gone} onChange={(event) => onGone(event.target.value as GoneChoice)}>
        <Radio value="note">只记下，不改动</Radio>
        <Radio value="end">{isRegister ? '在登记簿里标为已注销' : '不再用于比对'}</Radio>
      </Radio.Group>
      {gone === 'end' && (
        <span className="must">
          只有这份清单{isRegister ? '是这些村的全部人口' : '是全部在册人员'}时才选；撤销导入可以恢复。
        </span>
      )}
    </div>
  )
}

function Rows({
  stage,
  what,
  find,
}: {
  readonly stage: Stage
  readonly what: What
  readonly find: string
}): ReactNode {
  const [selected, setSelected] = useState(0)
  const rows = useWindow<Row>((page) =>
    calls.list.differenceRows.queryOptions({ input: { stageId: stage.stageId, what, find, ...page } }),
  )
  const columns = useMemo(() => columnsOf(stage, what), [stage, what])
  const chosen = rows.rowAt(selected)
  if (rows.problem) return <ProblemAlert problem={rows.problem} />
  return (
    <>
      <WindowGrid
        label="与已存的差别"
        columns={columns}
        total={rows.total}
        empty={rows.isPending ? '正在比较…' : find === '' ? empty[what] : `没有“${find}”。`}
        rowAt={rows.rowAt}
        onShow={rows.show}
        selected={selected}
        onSelect={setSelected}
      />
      {chosen && chosen.changes.length > 0 && (
        <p role="status">
          {chosen.name}（{chosen.idTail}）：{changesText(chosen.changes)}
        </p>
      )}
    </>
  )
}

function columnsOf(stage: Stage, what: What): readonly GridColumn<Row>[] {
  const inSheet: GridColumn<Row>[] = [
    { key: 'line', title: '行', width: '64px', align: 'right', cell: (row) => row.line },
  ]
  const sheet: GridColumn<Row>[] = [
    { key: 'sheet', title: '表', width: '100px', cell: (row) => <span title={row.sheet}>{row.sheet}</span> },
  ]
  const changes: GridColumn<Row>[] = [
    {
      key: 'changes',
      title: what === 'gone' ? '库里记的' : '原来 → 现在',
      width: 'minmax(360px, 3fr)',
      cell: (row) => <Changes changes={row.changes} />,
    },
  ]
  return [
    ...(what !== 'gone' && stage.tables.length > 1 ? sheet : []),
    ...(what === 'gone' ? [] : inSheet),
    { key: 'name', title: '姓名', width: 'minmax(90px, 1fr)', cell: (row) => row.name },
    { key: 'id', title: '证号后四位', width: '96px', cell: (row) => row.idTail },
    { key: 'village', title: '村', width: 'minmax(110px, 1fr)', cell: (row) => row.village },
    ...(what === 'added' ? [] : changes),
  ]
}
