import { Tag } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../app/who.tsx'
import { DataGrid, type GridColumn } from '../../components/data-grid.tsx'
import { LineDetail, type LineDetailHandle } from './line-detail.tsx'
import type { BookLine, ReturnView } from './return-review.tsx'

const kinds = { added: ['增', 'success'], changed: ['变', 'processing'], removed: ['减', 'error'] } as const

const columns: readonly GridColumn<BookLine>[] = [
  {
    key: 'kind',
    title: '改动',
    width: '54px',
    cell: ({ kind }) => <Tag color={kinds[kind][1]}>{kinds[kind][0]}</Tag>,
  },
  { key: 'group', title: '组', width: '54px', cell: ({ group }) => group },
  { key: 'head', title: '户主', width: '78px', cell: ({ householder }) => householder },
  { key: 'name', title: '姓名', width: '78px', cell: ({ name }) => name },
  { key: 'tail', title: '证号', width: '70px', cell: ({ idTail }) => idTail },
  {
    key: 'what',
    title: '内容（原 → 新）',
    width: 'minmax(160px, 1fr)',
    className: ({ cells, doubts }) =>
      cells.some(({ rule }) => rule !== null) ? 'must' : doubts.length > 0 ? 'explain' : '',
    cell: (line) => <span title={whatText(line)}>{whatText(line)}</span>,
  },
]

interface Props {
  readonly view: ReturnView
  readonly lines: readonly BookLine[]
}

/** The lines at the left, the chosen one at the right. ↑↓ choose, Space takes, Enter goes to the reason. */
export function LineList({ view, lines }: Props): ReactNode {
  const [chosenId, setChosen] = useState<string>()
  const detail = useRef<LineDetailHandle>(null)
  const decide = useCommand(client.villageBook.decide)
  const mayWork = useHasRole('clerk') && view.isOpen
  const index = Math.max(
    0,
    lines.findIndex(({ lineId }) => lineId === chosenId),
  )
  const chosen = lines[index]
  const next = (): void => setChosen((lines[index + 1] ?? lines[index - 1])?.lineId)
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== ' ' || chosen === undefined || !mayWork) return
    event.preventDefault()
    detail.current?.accept()
  }
  return (
    <div className="book-review">
      <div className="column" onKeyDown={onKeyDown}>
        <DataGrid
          label="交回的改动"
          columns={columns}
          rows={lines}
          total={lines.length}
          empty="这里没有行。"
          rowKey={({ lineId }) => lineId}
          selectedKey={chosen?.lineId}
          onSelect={({ lineId }) => setChosen(lineId)}
          onOpen={() => detail.current?.askWhyNot()}
        />
        <p className="quiet">↑↓ 选行 · 空格 采 · Enter 写不采的原因</p>
      </div>
      {chosen && (
        <LineDetail
          key={`${chosen.lineId}-${chosen.version}`}
          handle={detail}
          line={chosen}
          view={view}
          decide={decide}
          mayWork={mayWork}
          onDecided={next}
        />
      )}
    </div>
  )
}

function whatText({ kind, cells, doubts }: BookLine): string {
  if (kind === 'removed') return '交回的表里没有这一行'
  const said = cells.map(
    ({ header, old, typed }) =>
      `${header} ${old === '' ? '' : `${old} → `}${typed === '' ? '（清空）' : typed}`,
  )
  return said.length === 0 ? (doubts[0]?.text ?? '') : said.join('；')
}
