import { fold, isNumbering, whySkipped } from './why-skipped.ts'
import { normalizeHeader } from '../domain/normalize-header.ts'
import type { ChosenSheet } from './choose-sheet.ts'
import type { Grid } from './grid.ts'
import type { Header } from './find-header.ts'
import type { SkippedLine, SkippedWhy } from './table-read.ts'
import type { LineContext } from './why-skipped.ts'

export interface SortedLines {
  /** 0-based lines that are rows. */
  readonly rowLines: readonly number[]
  readonly skipped: readonly SkippedLine[]
}

const longestQuote = 200

/** Every line outside the header is either a row or skipped with a reason: none is lost. */
export function sortLines({ grid, header }: ChosenSheet): SortedLines {
  const rowLines: number[] = []
  const skipped: SkippedLine[] = []
  const context = contextOf(grid, header)
  for (let line = 0; line < grid.lineCount; line++) {
    if (line >= header.firstLine && line <= header.lastLine) continue
    const own = grid.texts[line] ?? []
    const why = whyAt(line, own, header, context)
    if (why) skipped.push({ line: line + 1, why, text: quote(own) })
    else rowLines.push(line)
  }
  return { rowLines, skipped }
}

function whyAt(
  line: number,
  own: readonly string[],
  header: Header,
  context: LineContext,
): SkippedWhy | undefined {
  if (line < header.firstLine) return whyAbove(own)
  if (line === header.lastLine + 1 && isNumbering(own)) return 'numbering'
  return whySkipped(own, context)
}

function whyAbove(own: readonly string[]): SkippedWhy {
  return own.every((text) => text === '') ? 'blank' : 'title'
}

function quote(own: readonly string[]): string {
  return own
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, longestQuote)
}

function contextOf(grid: Grid, header: Header): LineContext {
  const above = grid.texts.slice(0, header.firstLine).filter((own) => whyAbove(own) === 'title')
  const words = header.columns.flatMap((levels) => [...levels, levels.join('')]).map(normalizeHeader)
  return {
    headerWords: new Set(words),
    titles: new Set(
      above.map((own) =>
        own
          .filter((text) => text !== '')
          .map(fold)
          .join(' '),
      ),
    ),
    serialColumns: new Set(header.columns.flatMap((levels, column) => (isSerial(levels) ? [column] : []))),
  }
}

function isSerial(levels: readonly string[]): boolean {
  return /^(?:序号|编号|顺序号|行号|NO\.?)$/.test(fold(levels.at(-1) ?? ''))
}
