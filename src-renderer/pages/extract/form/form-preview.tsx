import { useMemo, type ReactNode } from 'react'
import { columnWidth } from '../../../components/column-width.ts'
import { DataGrid, type GridColumn } from '../../../components/data-grid.tsx'
import type { FormView } from './form.ts'

interface Row {
  readonly key: string
  readonly cells: readonly string[]
}

interface Props {
  readonly view: FormView
  readonly rows: readonly (readonly string[])[]
  readonly total: number
}

/** The first lines, under the form's own heads; what stays empty is written by hand. */
export function FormPreview({ view, rows, total }: Props): ReactNode {
  const lines = useMemo(() => rows.map((cells, at) => ({ key: String(at), cells })), [rows])
  const columns = useMemo(
    () =>
      view.columns.map(({ header }, at): GridColumn<Row> => {
        const name = header === '' ? `第 ${String(at + 1)} 列` : (header.split('/').at(-1) ?? header)
        const width = Math.max(60, columnWidth([name, ...rows.slice(0, 40).map((cells) => cells[at] ?? '')]))
        return {
          key: String(at),
          title: name,
          width: `minmax(${width}px, 1fr)`,
          ...(isNumeric(rows, at) ? { align: 'right' as const } : {}),
          cell: (row) => row.cells[at] ?? '',
        }
      }),
    [view, rows],
  )
  return (
    <>
      {total > rows.length && <p className="quiet">只预览前 {rows.length} 行</p>}
      <DataGrid
        label="填好的样子"
        columns={columns}
        rows={lines}
        total={lines.length}
        empty="没有要填的行。"
        rowKey={(row) => row.key}
      />
    </>
  )
}

function isNumeric(rows: Props['rows'], at: number): boolean {
  return rows.length > 0 && rows.every((cells) => /^[\d,]+(\.\d+)?$/.test(cells[at] ?? ''))
}
