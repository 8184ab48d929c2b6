import type { CellLook } from '../domain/list-field.ts'
import { textAt, type Grid } from './grid.ts'

const linesLookedAt = 400
const cellsLookedAt = 60
const samplesShown = 5
const mostCells = 0.7

/** 列的样子 — what stands in a column, whatever its header says. */
export interface ColumnLook {
  readonly look: CellLook | undefined
  /** The first different texts of it. */
  readonly samples: readonly string[]
  readonly isEmpty: boolean
}

const looks: readonly (readonly [CellLook, RegExp])[] = [
  [
    'id-number',
    /^[1-9]\d{5}(?:(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dX]|\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4})$/,
  ],
  ['certificate', /^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dX][1-7][1-4](?:B\d{1,2})?$/],
  ['account', /^\d{12,21}$/],
  ['day', /^(?:19|20)\d{2}(?:[-/.年])\d{1,2}(?:[-/.月])\d{1,2}日?$/],
  ['number', /^-?[\d,]{1,9}(?:\.\d+)?(?:元|亩)?$/],
  ['name', /^[\p{Script=Han}\p{Co}·•]{2,8}$/u],
]

/** Looks at the first cells of a column that say something. */
export function lookAt(grid: Grid, column: number, fromLine: number): ColumnLook {
  const filled: string[] = []
  const last = Math.min(grid.lineCount, fromLine + linesLookedAt)
  for (let line = fromLine; line < last && filled.length < cellsLookedAt; line++) {
    const text = textAt(grid, line, column)
    if (text !== '') filled.push(text)
  }
  const samples = [...new Set(filled)].slice(0, samplesShown)
  return { look: lookOf(filled), samples, isEmpty: filled.length === 0 }
}

/** Names differ from line to line; a village or a remark does not. */
function lookOf(filled: readonly string[]): CellLook | undefined {
  const plain = filled.map((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s'"‘’]/g, '')
      .toUpperCase(),
  )
  const found = looks.find(
    ([, shape]) => plain.filter((text) => shape.test(text)).length >= plain.length * mostCells,
  )
  if (plain.length === 0 || found === undefined) return undefined
  const [look] = found
  const isVaried = new Set(plain).size * 2 >= plain.length
  return look === 'name' && !isVaried ? undefined : look
}
