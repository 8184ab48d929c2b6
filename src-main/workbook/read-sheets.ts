import { readFile, stat } from 'node:fs/promises'
import { Problem } from '../domain/problem.ts'
import type { CellText } from './cell-text.ts'
import { readGrids } from './read-grids.ts'
import { readLimits } from './read-limits.ts'

/** Every cell of a sheet as text; a line shorter than others ends in nothing. */
export interface SheetAsRead {
  readonly name: string
  readonly isHidden: boolean
  readonly lines: readonly (readonly CellText[])[]
}

/** A form or a workbook somebody filled in: every sheet of it as it stands, within the same limits as lists. */
export async function readSheets(path: string, fileName: string): Promise<SheetAsRead[]> {
  const file = await stat(path).catch(() => undefined)
  if (!file?.isFile()) throw new Problem('file.not-found', { fileName })
  if (file.size > readLimits.fileMegabytes * 1024 * 1024)
    throw new Problem('file.too-large', { fileName, limit: readLimits.fileMegabytes, unit: 'MB' })
  const grids = await readGrids(await readFile(path), fileName, readLimits)
  return grids.map(({ name, isHidden, texts, numbers, columnCount }) => ({
    name,
    isHidden,
    lines: texts.map((own, line) =>
      own.map((text, column) => ({ text, wasNumber: numbers[line * columnCount + column] === 1 })),
    ),
  }))
}
