import { formatMu } from '../domain/area.ts'
import type { ExtractDefinition } from '../domain/extract-definition.ts'
import { formatYuan } from '../domain/money.ts'
import type { QueryContext } from './context.ts'
import { cellsOf, type ExtractCell, type ExtractColumn } from './extract-values.ts'
import { countLines, pageOfLines, readingOf } from './read-extract.ts'

/** 条数 while the clerk is still choosing. */
export function countExtractLines(ctx: QueryContext, { definition }: { definition: ExtractDefinition }) {
  return countLines(ctx, definition)
}

/** 预览 — as the masked file will say it. */
export async function showExtractRows(
  ctx: QueryContext,
  input: { definition: ExtractDefinition; after: string | null; limit: number },
) {
  const reading = await readingOf(ctx, input.definition)
  const { rows, next } = await pageOfLines(ctx, input.definition, input)
  return {
    columns: reading.columns.map(({ key, label, kind }) => ({ key, label, isNumber: isNumber(kind) })),
    rows: rows.map((row) => ({
      id: row.id,
      personId: row.personId,
      cells: cellsOf(row, reading).map((cell, at) => shown(cell, reading.columns[at])),
    })),
    next,
  }
}

function isNumber(kind: ExtractColumn['kind']): boolean {
  return kind === 'area' || kind === 'money' || kind === 'count'
}

function shown(cell: ExtractCell, column: ExtractColumn | undefined): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (column?.kind === 'area') return formatMu(cell)
  return column?.kind === 'money' ? formatYuan(cell) : String(cell)
}
