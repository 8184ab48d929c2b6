import * as XLSX from 'xlsx'
import { Problem } from '../domain/problem.ts'
import { withPlainInlineStrings } from './plain-inline-strings.ts'
import { withPlainReferences } from './plain-references.ts'
import { sheetGrid } from './sheet-grid.ts'
import { unpackParts } from './unpack-parts.ts'
import type { Grid } from './grid.ts'
import type { Part } from './unpack-parts.ts'
import type { ReadLimits } from './read-limits.ts'

/** SheetJS takes unpacked parts in this shape; its types leave the function out. */
const parseParts = (
  XLSX as unknown as { parse_zip: (parts: object, options: XLSX.ParsingOptions) => XLSX.WorkBook }
).parse_zip

/** A part as SheetJS takes it: unpacked bytes, or an XML part already as the latin1 text it would make of them. */
type ReadyPart = { readonly name: string } & ({ readonly bytes: Buffer } | { readonly text: string })

interface LineCounts {
  readonly hiddenLines: number
  readonly hiddenColumns: readonly number[]
  readonly emptyFormulas: number
}

/** Sheets of an .xlsx. Empty cells are left out: the grid has their places, and stubs would only cost memory. */
export function xlsxGrids(zip: Buffer, fileName: string, limits: ReadLimits): Grid[] {
  const parts = unpackParts(zip, fileName, limits).map(asSheetJsReads)
  const counts = new Map(
    parts.filter(isSheet).map((part) => [part.name.toLowerCase(), countLines(part, fileName, limits)]),
  )
  const options = { dense: true, cellText: false, cellHTML: false, cellNF: true, cellFormula: false }
  const book = parseParts(asContainer(parts), options)
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    const isGrid = sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet')
    return isGrid ? [sheetGrid(sheet, settingOf(book, name, index, counts))] : []
  })
}

function settingOf(
  book: XLSX.WorkBook,
  name: string,
  index: number,
  counts: ReadonlyMap<string, LineCounts>,
) {
  const path = (book as { Directory?: { sheets?: readonly string[] } }).Directory?.sheets?.[index] ?? ''
  const counted = counts.get(path.replace(/^\//, '').toLowerCase()) ?? {
    hiddenLines: 0,
    hiddenColumns: [],
    emptyFormulas: 0,
  }
  return {
    name,
    isHidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    is1904: book.Workbook?.WBProps?.date1904 === true,
    ...counted,
  }
}

function asContainer(parts: readonly ReadyPart[]): object {
  return {
    FullPaths: parts.map((part) => part.name),
    FileIndex: parts.map((part) =>
      'text' in part
        ? { name: part.name, data: part.text }
        : { name: part.name, type: 2, content: part.bytes },
    ),
  }
}

function isSheet(part: ReadyPart): boolean {
  return /(^|\/)worksheets\/[^/]+\.xml$/i.test(part.name)
}

/** Counted on the bytes, before they become cells: too many lines must not fill the memory first. */
function countLines(part: ReadyPart, fileName: string, limits: ReadLimits): LineCounts {
  const text = 'text' in part ? part.text : part.bytes.toString('latin1')
  let lines = 0
  let hiddenLines = 0
  for (const [tag] of text.matchAll(/<(?:\w+:)?row\b[^<>]*>/g)) {
    lines++
    if (tag.includes('hidden') && /\shidden="(?:1|true)"/.test(tag)) hiddenLines++
  }
  if (lines > limits.rows) throw new Problem('file.too-large', { fileName, limit: limits.rows, unit: 'rows' })
  return { hiddenLines, hiddenColumns: hiddenColumnsOf(text), emptyFormulas: countEmptyFormulas(text) }
}

function hiddenColumnsOf(text: string): number[] {
  const [columns = ''] = /<(?:\w+:)?cols>.*?<\/(?:\w+:)?cols>/s.exec(text.slice(0, 50_000)) ?? []
  const hidden = [...columns.matchAll(/<(?:\w+:)?col\b[^<>]*>/g)].filter(([tag]) =>
    /\shidden="(?:1|true)"/.test(tag),
  )
  return hidden.flatMap(([tag]) => {
    const [from, to] = [/\smin="(\d+)"/, /\smax="(\d+)"/].map((edge) => Number(edge.exec(tag)?.[1] ?? 0))
    return Array.from({ length: Math.min((to ?? 0) - (from ?? 0) + 1, 300) }, (_, at) => (from ?? 0) - 1 + at)
  })
}

function countEmptyFormulas(text: string): number {
  if (!text.includes('<f') && !text.includes(':f')) return 0
  const empty = /(?:<\/f>|<f[^<>]*\/>)(?:<v ?\/>|<v><\/v>)?<\/c>/g
  return [...text.matchAll(empty)].length
}

const openingBracket = 0x3c

/** Things SheetJS would get wrong without a word, and one it is slow at. A part in UTF-16 is left to it. */
function asSheetJsReads({ name, bytes }: Part): ReadyPart {
  if (!/\.(xml|rels)$/i.test(name) || bytes[0] !== openingBracket) return { name, bytes }
  const text = bytes.toString('latin1')
  const isStyles = /(^|\/)styles\.xml$/i.test(name)
  return {
    name,
    text: isStyles ? withChineseDateFormats(text) : withPlainInlineStrings(withPlainReferences(text)),
  }
}

/**
 * A Chinese Excel names its built-in date formats (27–31, 36, 50–58) by number only, and SheetJS knows no format
 * by those numbers. 14 is the date format everybody knows.
 */
function withChineseDateFormats(styles: string): string {
  const isDefined = (id: string) => styles.includes(`<numFmt numFmtId="${id}"`)
  const numbered = /(<xf\b[^<>]*\bnumFmtId=")(2[7-9]|3[016]|5[0-478])"/g
  return styles.replace(numbered, (whole, start: string, id: string) =>
    isDefined(id) ? whole : `${start}14"`,
  )
}
