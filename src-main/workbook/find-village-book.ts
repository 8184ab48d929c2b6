import { parseRowCode } from '../domain/row-code.ts'
import type { ReturnedRow } from '../domain/village-book-row.ts'
import type { CellText } from './cell-text.ts'
import { normalizeHeader } from '../domain/normalize-header.ts'
import type { SheetAsRead } from './read-sheets.ts'
import { filledOnLabel, fillerLabel, sentBackMark } from './village-book-sheet.ts'

/** What a file says about itself before its rows are read. */
export interface BookSeen {
  /** Codes of the workbooks its rows are of, with how many rows; the most first. */
  readonly books: readonly { readonly code: string; readonly rows: number }[]
  /** The identity line as it stands, where it still does. */
  readonly identity: string
  readonly isSentBack: boolean
  readonly filledBy: string
  readonly filledOn: string
}

const identityLine = /工作簿编号/

/** Looks over all sheets: a copy of a sheet, or another village's sheet in the same file, is seen as such. */
export function seeVillageBook(sheets: readonly SheetAsRead[]): BookSeen {
  const counts = new Map<string, number>()
  for (const line of sheets.flatMap((sheet) => sheet.lines)) {
    const code = codeOnLine(line)
    if (code !== undefined) counts.set(code.book, (counts.get(code.book) ?? 0) + 1)
  }
  const texts = sheets.flatMap((sheet) =>
    sheet.lines
      .slice(0, 12)
      .flat()
      .map(({ text }) => text),
  )
  const identity = texts.find((text) => identityLine.test(text)) ?? ''
  return {
    books: [...counts].map(([code, rows]) => ({ code, rows })).sort((a, b) => b.rows - a.rows),
    identity,
    isSentBack: identity.includes(sentBackMark),
    filledBy: saidAfter(sheets, fillerLabel),
    filledOn: saidAfter(sheets, filledOnLabel),
  }
}

export interface BookRows {
  readonly rows: readonly ReturnedRow[]
  /** Headers that are nowhere any more. */
  readonly missing: readonly string[]
  /** Lines of other workbooks, which are not read. */
  readonly others: number
  /** The sheets they stand on: more than one where a sheet was copied. */
  readonly sheets: readonly string[]
}

interface Wanted {
  readonly key: string
  readonly header: string
}

/** The rows of one workbook wherever its columns have gone; undefined for a part no sheet has enough headers of. */
export function rowsOfBook(
  sheets: readonly SheetAsRead[],
  columns: { readonly people: readonly Wanted[]; readonly answers: readonly Wanted[] },
  bookCode: string,
): { readonly people: BookRows | undefined; readonly answers: BookRows | undefined } {
  const read = sheets.map((sheet) => {
    const [people, answers] = [findHead(sheet.lines, columns.people), findHead(sheet.lines, columns.answers)]
    const isAnswers = (answers?.share ?? 0) > (people?.share ?? 0)
    const head = isAnswers ? answers : people
    const wanted = isAnswers ? columns.answers : columns.people
    return head && { isAnswers, ...rowsUnder(sheet, head, wanted, bookCode) }
  })
  const of = (isAnswers: boolean) =>
    together(read.flatMap((one) => (one?.isAnswers === isAnswers ? [one] : [])))
  return { people: of(false), answers: of(true) }
}

function together(parts: readonly BookRows[]): BookRows | undefined {
  const [first] = parts
  return first === undefined
    ? undefined
    : {
        rows: parts.flatMap(({ rows }) => rows),
        missing: first.missing,
        others: parts.reduce((sum, { others }) => sum + others, 0),
        sheets: parts.flatMap(({ sheets }) => sheets),
      }
}

function rowsUnder(
  { name, lines }: SheetAsRead,
  head: Head,
  columns: readonly Wanted[],
  bookCode: string,
): BookRows {
  const rows: ReturnedRow[] = []
  let others = 0
  for (const [at, line] of lines.entries()) {
    if (at <= head.line || line.every(({ text }) => text === '')) continue
    const code = codeOnLine(line)
    if (code !== undefined && code.book !== bookCode) {
      others++
      continue
    }
    const cells = Object.fromEntries(
      [...head.columns].map(([key, column]) => [key, line[column] ?? { text: '', wasNumber: false }]),
    )
    rows.push({ line: at + 1, rowNo: code?.rowNo, cells })
  }
  const missing = columns.filter(({ key }) => !head.columns.has(key)).map(({ header }) => header)
  return { rows, missing, others, sheets: [name] }
}

const linesSearched = 40

interface Head {
  readonly line: number
  readonly columns: ReadonlyMap<string, number>
  /** How many of the wanted headers it has, of one. */
  readonly share: number
}

/** The line with the most of the headers; half of them must be there, or it is no workbook of ours. */
function findHead(lines: SheetAsRead['lines'], columns: readonly Wanted[]): Head | undefined {
  const keyByHeader = new Map(columns.map(({ key, header }) => [normalizeHeader(header), key]))
  let best: Head | undefined
  for (const [at, line] of lines.slice(0, linesSearched).entries()) {
    const found = new Map<string, number>()
    line.forEach(({ text }, column) => {
      const key = keyByHeader.get(normalizeHeader(text.replaceAll('\n', '')))
      if (key !== undefined && !found.has(key)) found.set(key, column)
    })
    const share = found.size / columns.length
    if (share > (best?.share ?? 0)) best = { line: at, columns: found, share }
  }
  return best !== undefined && best.share >= 0.5 ? best : undefined
}

/** A row's code in whichever cell it stands; two that say different rows say nothing. */
function codeOnLine(line: readonly CellText[]) {
  const codes = line.flatMap(({ text }) => parseRowCode(text) ?? [])
  const [first] = codes
  const isOne = codes.every((code) => code.book === first?.book && code.rowNo === first.rowNo)
  return isOne ? first : undefined
}

function saidAfter(sheets: readonly SheetAsRead[], label: string): string {
  for (const line of sheets.flatMap((sheet) => sheet.lines.slice(0, 12))) {
    const at = line.findIndex(({ text }) => plainLabel(text).startsWith(plainLabel(label)))
    if (at < 0) continue
    const within = plainLabel(line[at]?.text ?? '').slice(plainLabel(label).length)
    const beside = line.slice(at + 1).find(({ text }) => text !== '')?.text ?? ''
    const said = within !== '' ? within : beside
    return /^填表(?:人|日期)/.test(said) ? '' : said
  }
  return ''
}

function plainLabel(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
