import { Input, Segmented } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { useWindow } from '../../api/use-window.ts'
import type { GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { columnWidth } from '../../components/column-width.ts'
import { WindowGrid } from '../../components/window-grid.tsx'
import { countText } from '../../format/amount.ts'
import type { Stage } from './stage.ts'

type Outcome = 'all' | 'accepted' | 'warned' | 'rejected' | 'skipped'
type StageRow = Outputs['list']['stageRows']['rows'][number]

const outcomeLabels: Record<StageRow['outcome'], string> = {
  accepted: '有效',
  warned: '有提示',
  rejected: '退回',
  skipped: '跳过',
}
const empty: Record<Outcome, string> = {
  all: '表里没有数据行。',
  accepted: '没有有效行。',
  warned: '没有需要留意的行。',
  rejected: '没有退回的行。',
  skipped: '没有跳过的行。',
}

/** The rows as they stand in the sheets, the offending cells marked and the reasons beside them. */
export function StageRows({ stage }: { readonly stage: Stage }): ReactNode {
  const { counts } = stage
  const [outcome, setOutcome] = useState<Outcome>(counts.rejected > 0 ? 'rejected' : 'all')
  const [find, setFind] = useState('')
  return (
    <>
      <div className="line">
        <Segmented<Outcome>
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'rejected', label: `退回 ${countText(counts.rejected)}` },
            { value: 'warned', label: `有提示 ${countText(counts.warned)}` },
            { value: 'accepted', label: `有效 ${countText(counts.accepted)}` },
            { value: 'skipped', label: `跳过 ${countText(counts.skipped)}` },
            { value: 'all', label: `全部 ${countText(counts.lines)}` },
          ]}
        />
        <Input.Search
          allowClear
          value={find}
          onChange={(event) => setFind(event.target.value)}
          placeholder="找姓名、证号、村…"
          style={{ width: 220 }}
        />
      </div>
      <Rows key={outcome} stage={stage} outcome={outcome} find={useDeferredValue(find.trim())} />
    </>
  )
}

function Rows({
  stage,
  outcome,
  find,
}: {
  readonly stage: Stage
  readonly outcome: Outcome
  readonly find: string
}): ReactNode {
  const [selected, setSelected] = useState(0)
  const rows = useWindow<StageRow>((page) =>
    calls.list.stageRows.queryOptions({ input: { stageId: stage.stageId, outcome, find, ...page } }),
  )
  const first = rows.rowAt(0)
  const columns = useMemo(
    () => columnsOf(stage, outcome, first === undefined ? [] : [first]),
    [stage, outcome, first],
  )
  const chosen = rows.rowAt(selected)
  if (rows.problem) return <ProblemAlert problem={rows.problem} />
  const nothing = find === '' ? empty[outcome] : `没有含“${find}”的行。`
  return (
    <>
      <WindowGrid
        label="表内各行"
        columns={columns}
        total={rows.total}
        empty={rows.isPending ? '正在读取…' : nothing}
        rowAt={rows.rowAt}
        onShow={rows.show}
        selected={selected}
        onSelect={setSelected}
      />
      {chosen && chosen.reasons.length > 0 && (
        <p role="status">
          {stage.tables.length > 1 && `“${chosen.sheet}”`}第 {chosen.line} 行：{reasonText(chosen)}
        </p>
      )}
    </>
  )
}

function columnsOf(
  stage: Stage,
  outcome: Outcome,
  sample: readonly StageRow[],
): readonly GridColumn<StageRow>[] {
  return [
    ...(stage.tables.length > 1 ? [sheetName] : []),
    { key: 'line', title: '行', width: '56px', align: 'right', cell: (row) => row.line },
    { key: 'outcome', title: '结果', width: '64px', cell: (row) => outcomeLabels[row.outcome] },
    {
      key: 'reason',
      title: '原因',
      width: outcome === 'accepted' ? '56px' : 'minmax(240px, 2fr)',
      className: (row) => (row.outcome === 'rejected' ? 'must' : 'explain'),
      cell: (row) => <span title={reasonText(row)}>{reasonText(row)}</span>,
    },
    ...fieldColumns(stage, sample),
  ]
}

const sheetName: GridColumn<StageRow> = {
  key: 'sheet',
  title: '表',
  width: '90px',
  cell: (row) => <span title={row.sheet}>{row.sheet}</span>,
}

/** One column for each field any of the sheets has; where it stands in a row depends on the row's sheet. */
function fieldColumns(stage: Stage, sample: readonly StageRow[]): GridColumn<StageRow>[] {
  const places = new Map(
    stage.tables.map((table) => [
      table.sheet,
      new Map(table.columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const]))),
    ]),
  )
  const known = new Map(
    stage.tables.flatMap(({ columns }) =>
      columns.flatMap(({ field, fieldLabel, samples }) =>
        field === null ? [] : [[field, { label: fieldLabel ?? field, samples }] as const],
      ),
    ),
  )
  return [...known].map(([field, { label, samples }]): GridColumn<StageRow> => {
    const textOf = (row: StageRow) => row.raw[places.get(row.sheet)?.get(field) ?? -1] ?? ''
    const widest = columnWidth([label, ...samples, ...sample.map(textOf)])
    return {
      key: field,
      title: label,
      width: `minmax(${widest}px, 1fr)`,
      className: (row) => (row.reasons.some((reason) => reason.field === field) ? `cell-${row.outcome}` : ''),
      cell: (row) => <span title={textOf(row)}>{row.outcome === 'skipped' ? '' : textOf(row)}</span>,
    }
  })
}

function reasonText(row: StageRow): string {
  const skipped = row.outcome === 'skipped' ? `：${row.raw[0] ?? ''}` : ''
  return row.reasons.map((reason) => reason.text).join('；') + skipped
}
