import { sha256Hex } from '../crypto/digest.ts'
import type { ExtractDefinition } from '../domain/extract-definition.ts'
import { sumFen } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import { getTownship, listVillages } from '../store/division-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import { delimitedText } from '../workbook/write-delimited.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import type { SummarySheet } from '../workbook/write-summary.ts'
import { conditionsText } from '../wording/extract-sentences.ts'
import { grainLabels } from '../wording/extract-labels.ts'
import type { JobContext, QueryContext } from './context.ts'
import { cellsOf, type ExtractCell, type ExtractColumn, summaryKindOf } from './extract-values.ts'
import { allLines, readingOf } from './read-extract.ts'

export type ExtractFormat = 'xlsx' | 'csv'

/** A spreadsheet of more takes a process over its memory; text does not. */
export const mostRows: { readonly [F in ExtractFormat]: number } = { xlsx: 20_000, csv: 200_000 }

/** 取到的表 — every line rendered, with what is counted over it. */
export interface ExtractTable {
  readonly columns: readonly ExtractColumn[]
  readonly rows: readonly (readonly ExtractCell[])[]
  readonly people: number
  readonly conditions: string
  readonly township: string
  /** Over every cell: tells whether the table is still the one a second person agreed to. */
  readonly contentSha256: string
}

export async function readTableOf(
  ctx: JobContext,
  definition: ExtractDefinition,
  format: ExtractFormat,
  fullNumbers = false,
): Promise<ExtractTable> {
  const reading = await readingOf(ctx, definition, fullNumbers)
  const rows: ExtractCell[][] = []
  const people = new Set<string>()
  for await (const lines of allLines(ctx, definition)) {
    for (const line of lines) {
      rows.push(cellsOf(line, reading))
      if (line.personId !== null) people.add(line.personId)
    }
    if (rows.length > mostRows[format])
      throw new Problem('extract.too-many-rows', { rows: rows.length, most: mostRows[format], format })
    ctx.progress('取数', rows.length, 0)
    await ctx.breathe()
  }
  if (rows.length === 0) throw new Problem('extract.nothing-found')
  const conditions = await conditionsOf(ctx, definition)
  const contentSha256 = sha256Hex(Buffer.from(JSON.stringify([reading.columns, rows]), 'utf8'))
  const township = (await getTownship(ctx.reader)).name
  return { columns: reading.columns, rows, people: people.size, conditions, township, contentSha256 }
}

/** 口径和条件 in words, as the ledger keeps them. */
export async function conditionsOf(ctx: QueryContext, definition: ExtractDefinition): Promise<string> {
  return `${grainLabels[definition.grain]}；${conditionsText(definition.conditions, await namesOf(ctx))}`
}

export interface ExtractPaper {
  readonly title: string
  readonly format: ExtractFormat
  readonly serial: string
  /** Said under the table: who, when, for what, and what may be done with it. */
  readonly foot: readonly string[]
  /** 水印 — on every page and on every line of a file with whole numbers. */
  readonly watermark?: string
}

export async function writeTable(
  ctx: JobContext,
  table: ExtractTable,
  paper: ExtractPaper,
): Promise<Uint8Array> {
  const fileName = `${paper.title}.${paper.format}`
  if (paper.format === 'csv') return writeText(table, paper)
  ctx.progress('写成表格', 0, 1)
  const sheets = [sheetOf(table, paper)]
  return runSheetWork(
    { work: 'write-tables', fileName, sheets },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
}

function sheetOf(table: ExtractTable, paper: ExtractPaper): SummarySheet {
  const { columns, rows } = table
  const marked = paper.watermark === undefined ? [] : [{ header: '流水号', width: 18, kind: 'text' as const }]
  const own = paper.watermark === undefined ? [] : [paper.serial]
  const totals = totalsOf(table)
  return {
    name: paper.title,
    title: `${table.township}${paper.title}`,
    columns: [
      { header: '序号', width: 7, kind: 'count' },
      ...columns.map(({ label, kind }, at) => ({
        header: label,
        width: widthOf(label, rows, at),
        kind: summaryKindOf(kind),
      })),
      ...marked,
    ],
    rows: rows.map((cells, index) => [index + 1, ...cells, ...own]),
    ...(totals === undefined ? {} : { totals: [...totals, ...marked.map(() => null)] }),
    foot: paper.foot,
    ...(paper.watermark === undefined ? {} : { watermark: paper.watermark }),
  }
}

/** Sums of area and money over the lines; other columns have none. */
function totalsOf({ columns, rows }: ExtractTable): ExtractCell[] | undefined {
  const summed = columns.map(({ kind }) => kind === 'area' || kind === 'money')
  if (!summed.includes(true)) return undefined
  const of = (at: number) => sumFen(rows.map((cells) => Number(cells[at] ?? 0)))
  return ['合计', ...columns.map((_, at) => (summed[at] ? of(at) : null))]
}

const narrowest = 8
const widest = 30

function widthOf(label: string, rows: ExtractTable['rows'], at: number): number {
  const texts = [label, ...rows.slice(0, 200).map((cells) => String(cells[at] ?? ''))]
  const longest = Math.max(
    ...texts.map((text) => [...text].reduce((sum, c) => sum + (c > '\u00ff' ? 2 : 1), 0)),
  )
  return Math.min(widest, Math.max(narrowest, longest + 2))
}

function writeText(table: ExtractTable, { foot, serial, watermark }: ExtractPaper): Uint8Array {
  const marked = watermark === undefined ? [] : [serial]
  const lines = table.rows.map((cells) => [
    ...cells.map((cell, at) => plainCell(cell, table.columns[at])),
    ...marked,
  ])
  const head = [...table.columns.map(({ label }) => label), ...marked.map(() => '流水号')]
  return delimitedText([head, ...lines, ...foot.map((line) => [line])])
}

function plainCell(cell: ExtractCell, column: ExtractColumn | undefined): string {
  if (cell === null) return ''
  const kind = column === undefined ? 'text' : summaryKindOf(column.kind)
  return typeof cell === 'number' && kind !== 'count' && kind !== 'text'
    ? (cell / 100).toFixed(2)
    : String(cell)
}

async function namesOf(ctx: QueryContext) {
  const villages = new Map(
    (await listVillages(ctx.reader)).map(({ code, name }) => [code, villageTitle(name)]),
  )
  const programmes = new Map((await listProgrammes(ctx.reader)).map(({ code, name }) => [code, name]))
  return {
    village: (code: string) => villages.get(code) ?? code,
    programme: (code: string) => programmes.get(code) ?? code,
  }
}
