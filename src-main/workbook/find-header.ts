import { matchColumns } from './match-columns.ts'
import { textAt } from './grid.ts'
import type { Grid, Merge } from './grid.ts'
import type { HeaderLevels } from './match-columns.ts'
import type { WantedField } from './table-read.ts'

/** 表头 — the lines that name the columns, and which field each column is. */
export interface Header {
  readonly firstLine: number
  readonly lastLine: number
  readonly columns: readonly HeaderLevels[]
  readonly fieldByColumn: ReadonlyMap<number, string>
  readonly missingRequired: readonly WantedField[]
  readonly strength: number
}

const linesSearched = 15
const deepest = 3
/** An ID or account number, whatever its digits are written with. */
const longNumber = /[\d０-９]{14}/

/** The best header in the first lines of a sheet; undefined when no line names at least two of the fields. */
export function findHeader(grid: Grid, fields: readonly WantedField[]): Header | undefined {
  const leastMatches = Math.min(2, fields.length)
  const top = { ...grid, merges: grid.merges.filter((merge) => merge.firstLine < linesSearched + deepest) }
  let best: Header | undefined
  for (let line = 0; line < Math.min(linesSearched, grid.lineCount); line++) {
    if (isLowerLine(top, line)) continue
    // the head of a second page, below rows, is the same head again
    if (best && hasNumbersBetween(top, best.lastLine, line)) break
    for (const depth of possibleDepths(top, line)) {
      const header = headerAt(top, line, depth, fields)
      if (header.fieldByColumn.size >= leastMatches && (!best || isBetter(header, best))) best = header
    }
  }
  return best
}

function hasNumbersBetween(grid: Grid, after: number, before: number): boolean {
  return grid.texts.slice(after + 1, before).some((own) => own.some((text) => longNumber.test(text)))
}

/** The head that a person has shown, whatever the lines around it look like. */
export function headerOn(
  grid: Grid,
  firstLine: number,
  lastLine: number,
  fields: readonly WantedField[],
): Header {
  return headerAt(grid, firstLine, lastLine - firstLine + 1, fields)
}

export function isBetter(header: Header, than: Header): boolean {
  return (
    (than.missingRequired.length - header.missingRequired.length ||
      header.fieldByColumn.size - than.fieldByColumn.size ||
      header.strength - than.strength) > 0
  )
}

/** The lower of two header lines would fit alone too, but columns named above it would have lost their names. */
function isLowerLine(grid: Grid, line: number): boolean {
  const isInsideMerge = (merge: Merge) =>
    merge.firstLine < line && line <= merge.lastLine && !isTitle(merge, grid)
  return grid.merges.some(isInsideMerge) || (line > 0 && looksSplit(grid, line - 1))
}

function headerAt(grid: Grid, line: number, depth: number, fields: readonly WantedField[]): Header {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => levelsAt(grid, line, depth, column))
  const { fieldByColumn, strength } = matchColumns(columns, fields)
  const found = new Set(fieldByColumn.values())
  const missingRequired = fields.filter((field) => field.required && !found.has(field.key))
  return { firstLine: line, lastLine: line + depth - 1, columns, fieldByColumn, missingRequired, strength }
}

function levelsAt(grid: Grid, line: number, depth: number, column: number): HeaderLevels {
  const levels: string[] = []
  for (let at = line; at < line + depth; at++) {
    const text = headerText(grid, at, column).replaceAll('\n', '')
    if (text !== '' && levels.at(-1) !== text) levels.push(text)
  }
  return levels
}

/** A merged heading stands over every column it covers, except one over the whole sheet: that is a title. */
function headerText(grid: Grid, line: number, column: number): string {
  const merge = grid.merges.find((each) => covers(each, line, column) && !isTitle(each, grid))
  return merge ? textAt(grid, merge.firstLine, merge.firstColumn) : textAt(grid, line, column)
}

function covers(merge: Merge, line: number, column: number): boolean {
  const isOnLine = merge.firstLine <= line && line <= merge.lastLine
  return isOnLine && merge.firstColumn <= column && column <= merge.lastColumn
}

function isTitle(merge: Merge, grid: Grid): boolean {
  return merge.firstColumn === 0 && merge.lastColumn >= grid.columnCount - 1 && grid.columnCount > 1
}

function possibleDepths(grid: Grid, line: number): number[] {
  const heads = grid.merges.filter((merge) => merge.firstLine === line && !isTitle(merge, grid))
  const isSpread = heads.some((merge) => merge.lastColumn > merge.firstColumn) || looksSplit(grid, line)
  const deep = Math.max(0, ...heads.map((merge) => merge.lastLine - line + 1))
  const depths = [1, isSpread ? 2 : 1, Math.min(deepest, deep)].filter((depth) => depth >= 1)
  return [...new Set(depths)].filter((depth) => depth === 1 || isOnlyWordsBelow(grid, line, depth))
}

/** A line with numbers in it is a row already, even when it has 户主 in a cell. */
function isOnlyWordsBelow(grid: Grid, line: number, depth: number): boolean {
  if (line + depth > grid.lineCount) return false
  const below = grid.texts.slice(line + 1, line + depth).flat()
  return below.every((text) => !/\d{6}|^[\d.,\s]+$/.test(text))
}

/** Two header lines whose merges were lost, as in a .csv: the lower has words exactly where the upper is blank. */
function looksSplit(grid: Grid, line: number): boolean {
  const columns = Array.from({ length: grid.columnCount }, (_, column) => column)
  const below = columns.filter((column) => textAt(grid, line + 1, column) !== '')
  const hasUnderBlank = below.some((column) => textAt(grid, line, column) === '')
  const isOnlyWords = below.every((column) => !/\d/.test(textAt(grid, line + 1, column)))
  const isOpenAbove = columns.some((column) => textAt(grid, line, column) !== '' && !below.includes(column))
  return hasUnderBlank && isOnlyWords && isOpenAbove
}
