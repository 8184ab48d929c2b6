import { cleanText } from './clean-text.ts'
import { parseDelimited } from './parse-delimited.ts'
import type { Grid } from './grid.ts'

export function delimitedGrid(text: string, name: string): Grid {
  const texts = parseDelimited(text).map((fields) => fields.map(cleanText))
  while (texts.length > 0 && isBlank(texts.at(-1))) texts.pop()
  const columnCount = texts.reduce((widest, fields) => Math.max(widest, lastText(fields)), 0)
  return {
    name,
    isHidden: false,
    lineCount: texts.length,
    columnCount,
    texts,
    numbers: new Uint8Array(texts.length * columnCount),
    merges: [],
    hiddenLines: 0,
    hiddenColumns: [],
    emptyFormulas: 0,
  }
}

function isBlank(fields: readonly string[] | undefined): boolean {
  return fields === undefined || lastText(fields) === 0
}

function lastText(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field !== '') + 1
}
