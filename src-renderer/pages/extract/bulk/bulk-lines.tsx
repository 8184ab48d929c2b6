import { Segmented } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { DataGrid, type GridColumn } from '../../../components/data-grid.tsx'
import { columnLabel, type Preview } from './bulk.ts'

interface Row {
  readonly key: string
  readonly line: number
  readonly name: string
  readonly place: string
  readonly idMasked: string
  readonly field: string
  readonly before: string
  readonly after: string
  readonly state: 'change' | 'same' | 'wrong'
  readonly why: string
}

const says = { change: '改', same: '一样，不动', wrong: '有错' } as const

const columns: readonly GridColumn<Row>[] = [
  { key: 'line', title: '行', width: '44px', align: 'right', cell: (row) => row.line },
  { key: 'name', title: '姓名', width: '74px', cell: (row) => row.name },
  { key: 'place', title: '村组', width: '104px', cell: (row) => row.place },
  { key: 'id', title: '证号', width: '68px', cell: (row) => row.idMasked },
  { key: 'field', title: '栏目', width: '92px', cell: (row) => row.field },
  { key: 'before', title: '原来', width: 'minmax(112px, 1fr)', cell: (row) => row.before },
  {
    key: 'after',
    title: '改为',
    width: 'minmax(112px, 1fr)',
    cell: (row) => (row.state === 'change' ? <b>{row.after}</b> : row.after),
  },
  {
    key: 'why',
    title: '说明',
    width: 'minmax(140px, 1.6fr)',
    className: (row) => (row.state === 'wrong' ? 'must' : 'quiet'),
    cell: (row) => <span title={row.why}>{row.why === '' ? says[row.state] : row.why}</span>,
  },
]

type Shown = 'all' | Row['state']

/** 对照 — one line for every value, old and new beside each other, what is wrong said on it. */
export function BulkLines({ preview }: { readonly preview: Preview }): ReactNode {
  const [shown, setShown] = useState<Shown>('all')
  const [chosen, setChosen] = useState<string>()
  const rows = useMemo(() => rowsOf(preview), [preview])
  const seen = shown === 'all' ? rows : rows.filter(({ state }) => state === shown)
  return (
    <>
      <Segmented<Shown>
        size="small"
        aria-label="显示哪些"
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: '全部' },
          { value: 'change', label: '要改的' },
          { value: 'wrong', label: '有错的' },
          { value: 'same', label: '不动的' },
        ]}
      />
      <DataGrid
        label="对照"
        columns={columns}
        rows={seen}
        total={seen.length}
        empty="没有这样的行。"
        rowKey={(row) => row.key}
        selectedKey={chosen}
        onSelect={(row) => setChosen(row.key)}
      />
    </>
  )
}

function rowsOf({ lines }: Preview): Row[] {
  return lines.flatMap(({ line, name, place, idMasked, why, cells }): Row[] => {
    const of = { line, name, place, idMasked }
    if (cells.length === 0) {
      const state = why === '' ? 'same' : 'wrong'
      return [{ ...of, key: String(line), field: '', before: '', after: '', state, why }]
    }
    return cells.map(({ field, ...cell }) => ({
      ...{ ...of, ...cell },
      key: `${String(line)}-${field}`,
      field: columnLabel(field),
    }))
  })
}
