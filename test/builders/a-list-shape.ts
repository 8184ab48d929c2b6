import fc from 'fast-check'
import iconv from 'iconv-lite'
import * as XLSX from 'xlsx'
import type { Cell } from '../workbook/a-workbook.ts'

/** A column of a list as some township writes it: its field and the names it goes by. */
export interface ShapedColumn {
  readonly field: string
  readonly names: readonly string[]
  /** A heading over it, in files with two header lines; `short` is its name below that. */
  readonly under?: readonly [heading: string, short: string]
}

/** Rows by field, and the village each stands in. */
export interface ShapedRow {
  readonly village: string
  readonly cells: Readonly<Record<string, Cell>>
}

export interface ListShape {
  readonly titles: readonly string[]
  readonly order: readonly number[]
  readonly names: readonly number[]
  readonly extra: readonly (readonly [name: string, at: number])[]
  readonly villages: 'column' | 'merged' | 'sheets' | 'sheets-with-column'
  readonly isTwoLevel: boolean
  readonly subtotals: boolean
  readonly total: boolean
  /** 甲 乙 1 2 … right below the head. */
  readonly numbering: boolean
  /** The head again and a page line where a printed page would begin. */
  readonly secondPage: boolean
  readonly mergedTitle: boolean
  readonly notes: readonly string[]
  readonly hiddenEvery: number
  readonly hidesColumn: boolean
  readonly asText: boolean
  readonly padding: 'none' | 'spaces' | 'wide' | 'apostrophe'
  readonly otherSheets: readonly ('说明' | '汇总' | '旧表')[]
  readonly format: 'xlsx' | 'biff8' | 'csv' | 'gb18030'
}

const titleLines = [
  '甘亭镇人民政府',
  '填报单位（盖章）：甘亭镇人民政府',
  '单位：亩、元、人',
  '',
  '附件2',
  '填表日期：2026年3月5日',
  '（公开前请脱敏）',
  '',
]
const noteLines = [
  '注：以本人身份证为准。',
  '说明：本表一式三份，村、镇、县各存一份，涂改无效。',
  '1、面积以确权证书为准，有异议的请在公示期内向村委会提出。',
  '审核人：          制表人：',
  '单位负责人（签字）：',
  '2026年3月10日',
  '填表人：张三    联系电话：0357-0000000',
]
const extraColumns = ['序号', '是否脱贫户', '政治面貌', '文化程度', '打印次数', '备注1', '录入批次']

/** Any of the many ways the same list comes; `columns` says what it has. */
export function anyShape(columns: readonly ShapedColumn[], title: string): fc.Arbitrary<ListShape> {
  const base = fc.record({
    titles: fc.tuple(fc.subarray(titleLines), fc.nat(12)).map(([lines, at]) => {
      const all = [...lines.slice(0, at), title, ...lines.slice(at)]
      return all.slice(0, 12)
    }),
    order: fc.shuffledSubarray(
      columns.map((_, at) => at),
      { minLength: columns.length },
    ),
    names: fc.array(fc.nat(30), { minLength: columns.length, maxLength: columns.length }),
    extra: fc.uniqueArray(fc.tuple(fc.constantFrom(...extraColumns), fc.nat(columns.length)), {
      maxLength: 3,
      selector: ([name]) => name,
    }),
    villages: fc.constantFrom('column', 'column', 'merged', 'sheets', 'sheets-with-column'),
    isTwoLevel: fc.boolean(),
    subtotals: fc.boolean(),
    total: fc.boolean(),
    numbering: fc.boolean(),
    secondPage: fc.boolean(),
    mergedTitle: fc.boolean(),
    notes: fc.subarray(noteLines),
    hiddenEvery: fc.constantFrom(0, 0, 2, 3),
    hidesColumn: fc.boolean(),
    asText: fc.boolean(),
    padding: fc.constantFrom('none', 'none', 'spaces', 'wide', 'apostrophe'),
    otherSheets: fc.subarray(['说明', '汇总', '旧表']),
    format: fc.constantFrom('xlsx', 'xlsx', 'xlsx', 'biff8', 'csv', 'gb18030'),
  })
  return base.map((shape) => possible(shape as ListShape))
}

/** Text files have one sheet and no merges. */
function possible(shape: ListShape): ListShape {
  const isText = shape.format === 'csv' || shape.format === 'gb18030'
  if (!isText) return shape
  return {
    ...shape,
    villages: 'column',
    isTwoLevel: false,
    otherSheets: [],
    hiddenEvery: 0,
    hidesColumn: false,
  }
}

interface Sheet {
  readonly name: string
  readonly lines: Cell[][]
  readonly merges: string[]
}

/** The rows in that shape, as the bytes of a file. */
export function shaped(
  shape: ListShape,
  columns: readonly ShapedColumn[],
  rows: readonly ShapedRow[],
): Uint8Array {
  const villages = [...new Set(rows.map(({ village }) => village))]
  const isBySheet = shape.villages === 'sheets' || shape.villages === 'sheets-with-column'
  const sheets = isBySheet
    ? villages.map((village) =>
        sheetOf(
          shape,
          columns,
          rows.filter((row) => row.village === village),
          village,
        ),
      )
    : [
        sheetOf(
          shape,
          columns,
          villages.flatMap((village) => rows.filter((row) => row.village === village)),
          '表1',
        ),
      ]
  return bytesOf(shape, [
    ...sheets,
    ...shape.otherSheets.map((name) => otherSheet(name, sheets[0]!, villages)),
  ])
}

function sheetOf(
  shape: ListShape,
  columns: readonly ShapedColumn[],
  rows: readonly ShapedRow[],
  name: string,
): Sheet {
  const hasVillage = shape.villages !== 'sheets'
  const shown = shape.order
    .map((at) => ({ column: columns[at]!, name: shape.names[at]! }))
    .filter(({ column }) => hasVillage || column.field !== 'village')
  const heads = shown.map(({ column, name: chosen }) => {
    const isUnder = shape.isTwoLevel && column.under !== undefined
    return {
      field: column.field,
      over: isUnder ? column.under[0] : '',
      name: isUnder ? column.under[1] : column.names[chosen % column.names.length]!,
    }
  })
  for (const [extra, at] of shape.extra)
    heads.splice(Math.min(at, heads.length), 0, { field: '', over: '', name: extra })
  const lines: Cell[][] = shape.titles.map((title) => [title === '' ? null : title])
  const merges: string[] = []
  writeHeads(heads, lines, merges)
  if (shape.mergedTitle && heads.length > 1)
    shape.titles.forEach((title, at) => title !== '' && merges.push(range(at, 0, at, heads.length - 1)))
  if (shape.numbering) lines.push(heads.map((_, at) => (at < 2 ? '甲乙'[at]! : at - 1)))
  const villageAt = heads.findIndex(({ field }) => field === 'village')
  writeRows(shape, heads, rows, lines, merges, villageAt)
  for (const note of shape.notes) lines.push([note])
  return { name, lines, merges }
}

interface Head {
  readonly field: string
  readonly over: string
  readonly name: string
}

/** Neighbours under one heading share it; all other columns reach over both lines. */
function writeHeads(heads: readonly Head[], lines: Cell[][], merges: string[]): void {
  const first = lines.length
  if (heads.every(({ over }) => over === '')) {
    lines.push(heads.map(({ name }) => name))
    return
  }
  const top: Cell[] = heads.map(({ over, name }, at) => {
    if (over === '') return name
    return at > 0 && heads[at - 1]!.over === over ? null : over
  })
  lines.push(
    top,
    heads.map(({ over, name }) => (over === '' ? null : name)),
  )
  heads.forEach(({ over }, at) => {
    if (over === '') merges.push(range(first, at, first + 1, at))
    else if (at === 0 || heads[at - 1]!.over !== over) {
      let last = at
      while (heads[last + 1]?.over === over) last++
      if (last > at) merges.push(range(first, at, first, last))
    }
  })
}

function writeRows(
  shape: ListShape,
  heads: readonly Head[],
  rows: readonly ShapedRow[],
  lines: Cell[][],
  merges: string[],
  villageAt: number,
): void {
  let serial = 0
  for (const village of new Set(rows.map((row) => row.village))) {
    const first = lines.length
    for (const row of rows.filter((one) => one.village === village)) {
      serial++
      const isFirst = lines.length === first
      lines.push(heads.map(({ field, name }) => cellOf(shape, { field, name, row, serial, isFirst })))
    }
    const last = lines.length - 1
    if (shape.villages === 'merged' && villageAt >= 0 && last > first)
      merges.push(range(first, villageAt, last, villageAt))
    if (shape.secondPage)
      lines.push(
        ['第2页'],
        heads.map(({ name }) => name),
      )
    if (shape.subtotals)
      lines.push(heads.map(({ name }, at) => (at === 0 ? '小计' : /面积|金额/.test(name) ? 12.5 : null)))
  }
  if (shape.total)
    lines.push(heads.map(({ name }, at) => (at === 0 ? '合　计' : /面积|金额/.test(name) ? 99 : null)))
}

function cellOf(
  shape: ListShape,
  {
    field,
    name,
    row,
    serial,
    isFirst,
  }: { field: string; name: string; row: ShapedRow; serial: number; isFirst: boolean },
): Cell {
  if (field === '') return name === '序号' ? serial : serial % 2 === 0 ? '是' : null
  if (field === 'village') return shape.villages === 'merged' && !isFirst ? null : row.village
  const value = row.cells[field] ?? null
  if (typeof value === 'number') return shape.asText ? String(value) : value
  return typeof value === 'string' && /^\d{15,}/.test(value) ? padded(value, shape.padding) : value
}

function padded(text: string, padding: ListShape['padding']): string {
  if (padding === 'spaces') return ` ${text} `
  if (padding === 'apostrophe') return `'${text}`
  return padding === 'wide'
    ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : text
}

function otherSheet(name: string, first: Sheet, villages: readonly string[]): Sheet {
  if (name === '旧表') return { ...first, name }
  if (name === '说明')
    return {
      name,
      lines: [['填表说明'], ['一、本表由村委会填写。'], ['二、身份证号请填 18 位。']],
      merges: [],
    }
  const lines: Cell[][] = [
    ['分村汇总表'],
    ['村', '户数', '面积', '金额'],
    ...villages.map((village) => [village, 3, 12.5, 99]),
  ]
  return { name, lines, merges: [] }
}

function bytesOf(shape: ListShape, sheets: readonly Sheet[]): Uint8Array {
  if (shape.format === 'csv' || shape.format === 'gb18030') {
    const text = sheets[0]!.lines.map((line) => line.map((cell) => quoted(cell)).join(',')).join('\r\n')
    return shape.format === 'csv' ? Buffer.from(`\ufeff${text}`) : iconv.encode(text, 'gb18030')
  }
  const book = XLSX.utils.book_new()
  for (const { name, lines, merges } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(lines)
    sheet['!merges'] = merges.map((merge) => XLSX.utils.decode_range(merge))
    if (shape.hiddenEvery > 0)
      sheet['!rows'] = lines.map((_, at) => (at > 16 && at % shape.hiddenEvery === 0 ? { hidden: true } : {}))
    if (shape.hidesColumn) sheet['!cols'] = [{}, { hidden: true }]
    XLSX.utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(
    XLSX.write(book, { type: 'buffer', bookType: shape.format, compression: true }) as Buffer,
  )
}

function quoted(cell: Cell): string {
  return cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`
}

function range(firstLine: number, firstColumn: number, lastLine: number, lastColumn: number): string {
  const address = (r: number, c: number) => XLSX.utils.encode_cell({ r, c })
  return `${address(firstLine, firstColumn)}:${address(lastLine, lastColumn)}`
}
