import { useVirtualizer } from '@tanstack/react-virtual'
import { type ClipboardEvent, type MouseEvent, useEffect, useId, useRef, type ReactNode } from 'react'
import { copiedRows } from './copied-rows.ts'
import { gridMove } from './grid-move.ts'
import { cellWidth, GridRow, rowIndexAt } from './grid-row.tsx'
import { useChosenRows } from './use-chosen-rows.ts'
import './data-grid.css'

/** Fixed, or at least so wide and a share of what is left. */
export type GridWidth = `${number}px` | `minmax(${number}px, ${number}fr)`

export interface GridColumn<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly width: GridWidth
  readonly align?: 'right'
  readonly className?: (row: Row) => string
  cell(row: Row, index: number): ReactNode
  /** The cell's words for copying, where a part of its own draws it. */
  text?(row: Row): string
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  /** How many there are in all, loaded or not. */
  readonly total: number
  readonly empty: ReactNode
  readonly selectedKey?: string | undefined
  readonly rowClassName?: (row: Row) => string
  rowKey(row: Row): string
  onSelect?(row: Row): void
  /** Enter or a double click. */
  onOpen?(row: Row): void
  onReachEnd?(): void
}

const rowHeightPixels = 32
const reachEndRows = 30
/** Rows drawn out of sight on either side: every one more is laid out at every turn of the wheel. */
export const overscanRows = 4

/**
 * A virtual list with a fixed head for any number of rows; ↑ ↓ PgUp PgDn Home End choose, Enter opens. Ctrl+C copies the
 * chosen row as a table, with Shift several, with Ctrl+A before it all that are loaded.
 */
export function DataGrid<Row>(props: Props<Row>): ReactNode {
  const { rows, columns, selectedKey, rowKey } = props
  const scroller = useRef<HTMLDivElement>(null)
  const gridId = useId()
  const selectedIndex = selectedKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === selectedKey)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPixels,
    overscan: overscanRows,
  })
  const visible = virtual.getVirtualItems()
  const isNearEnd = (visible.at(-1)?.index ?? 0) >= rows.length - reachEndRows && rows.length < props.total
  const { onReachEnd } = props
  useEffect(() => {
    if (isNearEnd) onReachEnd?.()
  }, [isNearEnd, rows.length, onReachEnd])
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: 'auto' })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- follows the choice only, not every new measure
  }, [selectedIndex])

  const chosenRows = useChosenRows(selectedIndex, rows.length)
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      return chosenRows.chooseAll()
    }
    const chosen = rows[selectedIndex]
    if (event.key === 'Enter' && chosen !== undefined) return void props.onOpen?.(chosen)
    const next = gridMove(event.key, selectedIndex, rows.length)
    if (next === undefined || rows[next] === undefined) return
    event.preventDefault()
    choose(event, next)
  }
  const choose = (event: { readonly shiftKey: boolean }, index: number): void => {
    const row = rows[index]
    if (event.shiftKey) chosenRows.extendTo(index)
    else chosenRows.forget()
    if (row !== undefined) props.onSelect?.(row)
  }
  const onCopy = (event: ClipboardEvent): void => {
    const indexes = chosenRows.indexes()
    if (indexes.length === 0 || isSelectingText()) return
    event.preventDefault()
    const copied = indexes.flatMap((index) => rows[index] ?? [])
    event.clipboardData.setData('text/plain', copiedRows(columns, copied))
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const row = rows[rowIndexAt(event) ?? -1]
    if (row !== undefined) props.onOpen?.(row)
  }
  return (
    <div
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-activedescendant={selectedIndex >= 0 ? `${gridId}-${selectedIndex}` : undefined}
      ref={scroller}
      aria-multiselectable
      onKeyDown={onKeyDown}
      onCopy={onCopy}
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
      {rows.length === 0 && <EmptyLine>{props.empty}</EmptyLine>}
      <div
        role="rowgroup"
        className="grid-rows"
        style={{ height: virtual.getTotalSize() }}
        onClick={(event) => choose(event, rowIndexAt(event) ?? -1)}
        onDoubleClick={onDoubleClick}
      >
        {visible.map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <GridRow
              key={rowKey(row)}
              id={`${gridId}-${index}`}
              columns={columns as readonly GridColumn<unknown>[]}
              row={row}
              index={index}
              start={start}
              isSelected={index === selectedIndex || chosenRows.isChosen(index)}
              className={props.rowClassName?.(row) ?? ''}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Somebody who has marked a few letters with the mouse wants these. */
function isSelectingText(): boolean {
  return (window.getSelection()?.toString() ?? '') !== ''
}

function EmptyLine({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div role="row" className="grid-empty">
      <div role="gridcell">{children}</div>
    </div>
  )
}
