import { Problem } from '../domain/problem.ts'
import { cleanText } from './clean-text.ts'
import { repack } from './repack.ts'
import { findSheetPart } from './sheet-part.ts'
import { readSheetXml, type SheetXml, writeSheetXml, type XmlCell, type XmlRow } from './sheet-rows-xml.ts'
import { type LinesAdded, shiftFormula, shiftNames, shiftRanges } from './shift-references.ts'

/** A number where the form may add up, otherwise text. */
export type FormCell = string | number

export interface FormFilling {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly sheet: string
  /** Cells by line, both from 0; lines beyond the last that is free are put in. */
  readonly lines: readonly {
    readonly line: number
    readonly cells: readonly (readonly [number, FormCell])[]
  }[]
  /** Where rows go, and how many free lines there are before something else stands below; null: as many as one likes. */
  readonly room: {
    readonly from: number
    readonly free: number | null
    readonly wanted: number
    /** Whether the line above them is a row too, and not the head. */
    readonly follows: boolean
  } | null
  /** Printed at the foot of every page of a file with whole numbers. */
  readonly mark?: string
}

/** 回填 — their own file with our values in it: layout, styles, pictures and every other sheet stay byte by byte. */
export async function fillForm(filling: FormFilling): Promise<Uint8Array> {
  const zip = Buffer.from(filling.bytes)
  const { fileName, sheet: sheetName, mark } = filling
  const part = findSheetPart(zip, fileName, sheetName)
  const sheet = part === undefined ? undefined : readSheetXml(part.xml)
  if (part === undefined || sheet === undefined) throw new Problem('form.not-fillable', { fileName })
  const added = linesToAdd(filling)
  const grown = withoutOldSums(added === undefined ? sheet : withLines(sheet, added))
  for (const { line, cells } of filling.lines) setCells(grown, line + 1, cells, filling.room)
  const xml = writeSheetXml({ ...grown, after: withMark(grown, mark) }).replace(
    /<(?:\w+:)?dimension\b[^>]*\/>/,
    '',
  )
  const names = added === undefined ? part.workbookXml : shiftNames(part.workbookXml, sheetName, added)
  return repack(zip, new Map([...part.chain, [part.path, xml], [part.workbookPath, calculatedAnew(names)]]))
}

/** Put in before the last free line, as one would by hand: sums over the rows and frames around them grow along. */
function linesToAdd({ room }: FormFilling): (LinesAdded & { readonly hasModel: boolean }) | undefined {
  if (room === null || room.free === null || room.wanted <= room.free) return undefined
  return { at: room.from + Math.max(room.free, 1), by: room.wanted - room.free, hasModel: room.free > 0 }
}

function withLines(
  { prefix, before, rows, after }: SheetXml,
  added: LinesAdded & { readonly hasModel: boolean },
): SheetXml {
  const moved = new Map<number, XmlRow>()
  for (const [line, row] of rows) moved.set(line >= added.at ? line + added.by : line, movedRow(row, added))
  const merges = after.replace(
    /(\s(?:ref|sqref)=")([^"]*)"/g,
    (_, start: string, ranges: string) => `${start}${shiftRanges(ranges, added)}"`,
  )
  const breaks = merges.replace(/<((?:\w+:)?)rowBreaks\b[\s\S]*?<\/\1rowBreaks>/, (text) =>
    text.replace(/\sid="(\d+)"/g, (_, line: string) => ` id="${String(shifted(Number(line), added))}"`),
  )
  return {
    prefix,
    before,
    rows: moved,
    after: added.hasModel ? withRowMerges(breaks, prefix, added) : breaks,
  }
}

function shifted(line: number, { at, by }: LinesAdded): number {
  return line >= at ? line + by : line
}

/** What is merged within a row is merged in the rows put in as well. */
function withRowMerges(after: string, prefix: string, { at, by }: LinesAdded): string {
  const model = at + by
  const own = [...after.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"\s*\/>/g)].filter(
    ([, , first, , last]) => Number(first) === model && Number(last) === model,
  )
  if (own.length === 0) return after
  const made = Array.from({ length: by }, (_, index) => at + index).flatMap((line) =>
    own.map(
      ([, from, , to]) =>
        `<${prefix}mergeCell ref="${from ?? ''}${String(line)}:${to ?? ''}${String(line)}"/>`,
    ),
  )
  return after
    .replace(new RegExp(`</${prefix}mergeCells>`), `${made.join('')}</${prefix}mergeCells>`)
    .replace(/(<(?:\w+:)?mergeCells\b[^>]*?)\scount="\d+"/, '$1')
}

function movedRow({ attributes, cells }: XmlRow, added: LinesAdded): XmlRow {
  return {
    attributes,
    cells: new Map([...cells].map(([column, cell]) => [column, movedCell(cell, added)])),
  }
}

function movedCell(cell: XmlCell, added: LinesAdded): XmlCell {
  if (!/<(?:\w+:)?f\b/.test(cell.content)) return cell
  const content = cell.content
    .replace(
      /(<(?:\w+:)?f\b[^>]*?\sref=")([^"]*)"/,
      (_, start: string, range: string) => `${start}${shiftRanges(range, added)}"`,
    )
    .replace(
      /(<(?:\w+:)?f\b[^>]*>)([^<]*)/,
      (_, tag: string, formula: string) => tag + shiftFormula(formula, added),
    )
  return { ...cell, content }
}

function setCells(
  { rows, prefix }: SheetXml,
  line: number,
  cells: readonly (readonly [number, FormCell])[],
  room: FormFilling['room'],
): void {
  const own = rows.get(line)
  const model = own ?? modelRow(rows, room)
  const next = new Map(own?.cells ?? emptied(model?.cells))
  for (const [column, value] of cells) {
    const style = (next.get(column) ?? model?.cells.get(column))?.style ?? ''
    next.set(column, cellOf(prefix, style, value))
  }
  rows.set(line, { attributes: own?.attributes ?? model?.attributes ?? '', cells: next })
}

/** A new row looks like the first free one, or like the row above it. */
function modelRow(rows: ReadonlyMap<number, XmlRow>, room: FormFilling['room']): XmlRow | undefined {
  if (room === null) return undefined
  return rows.get(room.from + 1) ?? (room.follows ? rows.get(room.from) : undefined)
}

function emptied(cells: XmlRow['cells'] = new Map()): [number, XmlCell][] {
  return [...cells].map(([column, { style }]) => [column, { style, rest: styled(style), content: '' }])
}

function styled(style: string): string {
  return style === '' ? '' : ` s="${style}"`
}

function cellOf(prefix: string, style: string, value: FormCell): XmlCell {
  if (typeof value === 'number')
    return { style, rest: styled(style), content: `<${prefix}v>${String(value)}</${prefix}v>` }
  const text = cleanText(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const content = `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`
  return { style, rest: `${styled(style)} t="inlineStr"`, content }
}

/** A program that does not work formulas out shows nothing then, and no sum of the empty form. */
function withoutOldSums(sheet: SheetXml): SheetXml {
  for (const row of sheet.rows.values())
    for (const [column, cell] of row.cells)
      if (/<(?:\w+:)?f\b/.test(cell.content))
        row.cells.set(column, {
          ...cell,
          rest: cell.rest.replace(/\st="[^"]*"/, ''),
          content: cell.content.replace(/<((?:\w+:)?)v>[^<]*<\/\1v>/, ''),
        })
  return sheet
}

/** Sums are worked out when the file is opened. */
function calculatedAnew(workbookXml: string): string {
  const prefix = /<((?:\w+:)?)workbook\b/.exec(workbookXml)?.[1] ?? ''
  const without = workbookXml.replace(/<(?:\w+:)?calcPr\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?calcPr>)/, '')
  const calc = `<${prefix}calcPr fullCalcOnLoad="1"/>`
  const after = new RegExp(`</${prefix}(?:definedNames|sheets)>(?![\\s\\S]*</${prefix}definedNames>)`)
  return without.replace(after, (end) => `${end}${calc}`)
}

const behindFoot =
  /<(?:\w+:)?(?:rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/(?:\w+:)?worksheet>/

function withMark({ after, prefix }: SheetXml, mark: string | undefined): string {
  if (mark === undefined) return after
  const text = mark.replaceAll('&', '&amp;amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const foot = `<${prefix}headerFooter><${prefix}oddFooter>&amp;C${text}</${prefix}oddFooter></${prefix}headerFooter>`
  const without = after.replace(
    /<(\w+:)?headerFooter\b[\s\S]*?<\/\1headerFooter>|<(?:\w+:)?headerFooter\b[^>]*\/>/,
    '',
  )
  const at = behindFoot.exec(without)?.index ?? without.length
  return without.slice(0, at) + foot + without.slice(at)
}
