import { useMemo, type ReactNode } from 'react'
import { calls, type Outputs } from '../../api/calls.ts'
import { useWindow } from '../../api/use-window.ts'
import type { GridColumn } from '../../components/data-grid.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { WindowGrid } from '../../components/window-grid.tsx'
import { countText } from '../../format/amount.ts'
import { Changes } from './changes.tsx'
import type { ImportView } from './import-page.tsx'

type Row = Outputs['list']['goneRows']['rows'][number]

/** Who stood in the books and was missing from the list. */
export function GoneList({ view }: { readonly view: ImportView }): ReactNode {
  const { importId, difference, goneChoice } = view
  const rows = useWindow<Row>((page) => calls.list.goneRows.queryOptions({ input: { importId, ...page } }))
  const columns = useMemo(
    (): readonly GridColumn<Row>[] => [
      { key: 'name', title: '姓名', width: 'minmax(90px, 1fr)', cell: (row) => row.name },
      { key: 'id', title: '证号后四位', width: '96px', cell: (row) => row.idTail },
      { key: 'village', title: '村', width: 'minmax(110px, 1fr)', cell: (row) => row.village },
      {
        key: 'facts',
        title: '当时库里记的',
        width: 'minmax(360px, 3fr)',
        cell: (row) => <Changes changes={row.changes} />,
      },
    ],
    [],
  )
  if (rows.problem) return <ProblemAlert problem={rows.problem} />
  return (
    <>
      <h3>
        库里有、清单上没有的 {countText(difference.gone)} 条
        <span className="quiet">
          （{goneChoice === 'end' ? '已停用，撤销导入可以恢复' : '只记下，没有改动'}）
        </span>
      </h3>
      <WindowGrid
        label="清单上没有的"
        columns={columns}
        total={rows.total}
        empty="正在读取…"
        rowAt={rows.rowAt}
        onShow={rows.show}
      />
    </>
  )
}
