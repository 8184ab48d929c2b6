import { isValidElement, type ReactNode } from 'react'
import type { GridColumn } from './data-grid.tsx'

/** What a spreadsheet would take for a formula when it is pasted there. */
const formula = /^[=+\-@]/

/** 复制为表 — lines as Excel and WPS take them: the very texts of the screen, numbers masked as they are there. */
export function copiedRows<Row>(columns: readonly GridColumn<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter((column) => textOf(column.title) !== '')
  const head = shown.map((column) => cellText(textOf(column.title)))
  const lines = rows.map((row, index) =>
    shown.map((column) => cellText(column.text?.(row) ?? textOf(column.cell(row, index)))),
  )
  return [head, ...lines].map((cells) => cells.join('\t')).join('\r\n')
}

function cellText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return formula.test(plain) && !/^-?[\d,]+(\.\d+)?$/.test(plain) ? `'${plain}` : plain
}

/** The words of what is drawn; a part that draws itself has to say them by the column's `text`. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return (node as readonly ReactNode[]).map(textOf).join('')
  if (!isValidElement<{ readonly children?: ReactNode }>(node)) return ''
  return textOf(node.props.children)
}
