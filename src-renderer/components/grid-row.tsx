import { memo, type CSSProperties, type MouseEvent, type ReactNode } from 'react'
import type { GridColumn, GridWidth } from './data-grid.tsx'

interface Props {
  readonly id: string
  readonly columns: readonly GridColumn<unknown>[]
  /** undefined while it is on its way. */
  readonly row: unknown
  readonly index: number
  readonly start: number
  readonly isSelected: boolean
  readonly className?: string
}

/** One row of a long list. Drawn once: scrolling draws only the rows that come into sight. */
export const GridRow = memo(function GridRow({ columns, row, index, ...props }: Props): ReactNode {
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      className={`grid-row ${props.isSelected ? 'selected' : ''} ${props.className ?? ''}`}
      style={{ transform: `translateY(${String(props.start)}px)` }}
    >
      {row === undefined ? (
        <div role="gridcell" className="quiet">
          …
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.key} role="gridcell" className={cellClass(column, row)} style={cellWidth(column)}>
            {column.cell(row, index)}
          </div>
        ))
      )}
    </div>
  )
})

/** How wide a column is. Cells stand in a flexible line: laying out a grid for every row takes a third longer. */
export function cellWidth({ width }: { readonly width: GridWidth }): CSSProperties {
  const known = widths.get(width)
  if (known !== undefined) return known
  const [, least = '0', share] = /^(?:minmax\()?(\d+)px(?:, ([\d.]+)fr\))?$/.exec(width) ?? []
  const made =
    share === undefined ? { flex: `0 0 ${least}px` } : { flex: `${share} 1 0`, minWidth: `${least}px` }
  widths.set(width, made)
  return made
}

const widths = new Map<GridWidth, CSSProperties>()

/** The place in the list of the row that was clicked, or undefined beside all rows. */
export function rowIndexAt(event: MouseEvent): number | undefined {
  const place = (event.target as Element).closest('[role=row]')?.getAttribute('aria-rowindex')
  return place === null || place === undefined ? undefined : Number(place) - 2
}

function cellClass<Row>(column: GridColumn<Row>, row: Row): string {
  return `${column.align === 'right' ? 'right' : ''} ${column.className?.(row) ?? ''}`
}
