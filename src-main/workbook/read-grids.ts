import { Problem } from '../domain/problem.ts'
import { decodeText } from './decode-text.ts'
import { delimitedGrid } from './delimited-grid.ts'
import { fileKind } from './file-kind.ts'
import { xlsGrids } from './xls-grids.ts'
import { xlsxGrids } from './xlsx-grids.ts'
import type { Grid } from './grid.ts'
import type { ReadLimits } from './read-limits.ts'

/** All sheets of a file, by what its bytes are. */
export async function readGrids(bytes: Buffer, fileName: string, limits: ReadLimits): Promise<Grid[]> {
  const grids = await gridsOf(bytes, fileName, limits)
  for (const grid of grids) refuseTooMany(grid, fileName, limits)
  return grids
}

async function gridsOf(bytes: Buffer, fileName: string, limits: ReadLimits): Promise<Grid[]> {
  if (bytes.length === 0) throw new Problem('file.is-empty', { fileName })
  if (/^(?:~\$|\.~)/.test(fileName)) throw new Problem('file.is-lock-file', { fileName })
  const kind = fileKind(bytes)
  if (kind === 'web-page') throw new Problem('file.is-web-page', { fileName })
  if (kind === 'other') throw new Problem('file.not-a-spreadsheet', { fileName })
  if (kind === 'text') return [textGrid(bytes, fileName)]
  try {
    return kind === 'zip' ? xlsxGrids(bytes, fileName, limits) : await xlsGrids(bytes, fileName)
  } catch (error) {
    throw asProblem(error, fileName, limits)
  }
}

function textGrid(bytes: Buffer, fileName: string): Grid {
  const text = decodeText(bytes)
  if (text === undefined) throw new Problem('file.not-a-spreadsheet', { fileName })
  return delimitedGrid(text, fileName.replace(/\.[^.]*$/, ''))
}

/** Whatever the parser trips over is the file's damage, except what it says about passwords and memory. */
function asProblem(error: unknown, fileName: string, limits: ReadLimits): Problem {
  if (error instanceof Problem) return error
  const message = error instanceof Error ? error.message : ''
  if (/password|encrypt/i.test(message)) return new Problem('file.is-password-protected', { fileName })
  if (/Invalid (string|array) length|allocation failed/i.test(message)) {
    return new Problem('file.too-large', { fileName, limit: limits.memberMegabytes, unit: 'MB' })
  }
  return new Problem('file.damaged', { fileName })
}

function refuseTooMany(grid: Grid, fileName: string, limits: ReadLimits): void {
  if (grid.lineCount > limits.rows)
    throw new Problem('file.too-large', { fileName, limit: limits.rows, unit: 'rows' })
  if (grid.columnCount > limits.columns) {
    throw new Problem('file.too-large', { fileName, limit: limits.columns, unit: 'columns' })
  }
}
