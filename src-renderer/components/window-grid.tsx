import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { type GridColumn, overscanRows } from './data-grid.tsx'
import { gridMove } from './grid-move.ts'
import { cellWidth, GridRow, rowIndexAt } from './grid-row.tsx'
import './data-grid.css'

interface Props<Row> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  /** How many rows there are, loaded or not: the scroll bar is as long as the list. */
  readonly total: number
  readonly empty: ReactNode
  readonly selected?: number | undefined
  rowAt(index: number): Row | undefined
  /** What is on the screen now. */
  onShow(first: number, last: number): void
  onSelect?(index: number): void
}

const rowHeightPixels = 32

/** A list of any length of which only what is looked at is loaded; ↑ ↓ PgUp PgDn Home End choose. */
export function WindowGrid<Row>(props: Props<Row>): ReactNode {
  const { columns, total, rowAt, selected = -1, onShow } = props
  const scroller = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPixels,
    overscan: overscanRows,
  })
  const visible = virtual.getVirtualItems()
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  useEffect(() => onShow(first, last), [first, last, onShow])
  useEffect(() => {
    if (selected >= 0) virtual.scrollToIndex(selected, { align: 'auto' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- follows the choice only, not every new measure
  }, [selected])
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const next = gridMove(event.key, selected, total)
    if (next === undefined || next < 0 || next >= total) return
    event.preventDefault()
    props.onSelect?.(next)
  }
  return (
    <div
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-activedescendant={selected >= first && selected <= last ? `${gridId}-${selected}` : undefined}
      ref={scroller}
      onKeyDown={onKeyDown}
    >
      <div className="grid-head" role="row">
        {columns.map((column) => (
          <div
            key={column.key}
            role="columnheader"
            className={column.align === 'right' ? 'right' : ''}
            style={cellWidth(column)}
          >
            {column.title}
          </div>
        ))}
      </div>
      {total === 0 && (
        <div role="row" className="grid-empty">
          <div role="gridcell">{props.empty}</div>
        </div>
      )}
      <div
        role="rowgroup"
        className="grid-rows"
        style={{ height: virtual.getTotalSize() }}
        onClick={(event) => {
          const index = rowIndexAt(event)
          if (index !== undefined) props.onSelect?.(index)
        }}
      >
        {visible.map(({ index, start }) => (
          <GridRow
            key={index}
            id={`${gridId}-${index}`}
            columns={columns as readonly GridColumn<unknown>[]}
            row={rowAt(index)}
            index={index}
            start={start}
            isSelected={index === selected}
          />
        ))}
      </div>
    </div>
  )
}
