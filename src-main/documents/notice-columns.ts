import type { PublicLine } from '../domain/masking.ts'
import { formatYuan, sumFen } from '../domain/money.ts'
import type { NoticeDocument } from './notice-document.ts'
import { groupedMu } from './printed-values.ts'

export interface NoticeColumn {
  readonly key: 'lineNo' | 'group' | 'name' | 'area' | 'rate' | 'amount' | 'note'
  readonly label: string
  readonly unit?: string
  readonly text: (line: PublicLine) => string
  readonly sum?: (lines: readonly PublicLine[]) => string
  readonly widthMm: number
}

export interface NoticeColumns {
  readonly columns: readonly NoticeColumn[]
  readonly fontSizePt: number
}

type Unsized = Omit<NoticeColumn, 'widthMm'>

export const textAreaMm = 156
const paddingMm = 4
const emptyNoteMm = 15
const noteMm = 26
const longestNameInFull = 10
const longestGroupOnOneLine = 6
const headScale = 0.86
const boldScale = 1.06
/** 四号, 小四, 五号, 小五 */
const fontSizesPt = [14, 12, 10.5, 9] as const

/** The columns this list needs, as wide as their longest text, in the largest size that fits the page. */
export function noticeColumns(notice: NoticeDocument): NoticeColumns {
  const unsized = wantedColumns(notice)
  const ems = unsized.slice(0, -1).map((column) => widestEm(column, notice.lines))
  const hasNotes = notice.lines.some((line) => line.note !== '')
  const roomMm = textAreaMm - (hasNotes ? noteMm : emptyNoteMm)
  const fontSizePt = fontSizesPt.find((size) => totalMm(ems, size) <= roomMm) ?? fontSizesPt[3]
  const spareMm = Math.max(0, roomMm - totalMm(ems, fontSizePt))
  const share = hasNotes ? 0 : spareMm / unsized.length
  const widths = ems.map((em) => widthMm(em, fontSizePt) + share)
  const restMm = textAreaMm - widths.reduce((sum, width) => sum + width, 0)
  const columns = unsized.map((column, index) => ({ ...column, widthMm: widths[index] ?? restMm }))
  return { columns, fontSizePt }
}

/** How far a very long name is made smaller so that it stays on one line of its column. */
export function nameScale(line: PublicLine): number {
  return Math.min(1, longestNameInFull / emOf(printedName(line)))
}

function wantedColumns(notice: NoticeDocument): Unsized[] {
  const has = (test: (line: PublicLine) => boolean) => notice.lines.some(test)
  return [
    { key: 'lineNo', label: '序号', text: (line) => String(line.lineNo) },
    ...(has((line) => line.group !== '') ? [groupColumn] : []),
    { key: 'name', label: notice.nameLabel, text: printedName },
    ...(has((line) => line.areaCentiMu !== null) ? [areaColumn] : []),
    ...(has((line) => line.rateText !== '') ? [{ ...rateColumn, unit: notice.rateUnit }] : []),
    ...(has((line) => line.amountFen !== null) ? [amountColumn] : []),
    { key: 'note', label: '备注', text: (line) => line.note },
  ]
}

const groupColumn: Unsized = { key: 'group', label: '组别', text: (line) => line.group }
const rateColumn: Unsized = { key: 'rate', label: '标准', text: (line) => line.rateText }
const areaColumn: Unsized = {
  key: 'area',
  label: '面积',
  unit: '亩',
  text: (line) => (line.areaCentiMu === null ? '' : groupedMu(line.areaCentiMu)),
  sum: (lines) => groupedMu(sumFen(lines.map((line) => line.areaCentiMu ?? 0))),
}
const amountColumn: Unsized = {
  key: 'amount',
  label: '金额',
  unit: '元',
  text: (line) => (line.amountFen === null ? '' : formatYuan(line.amountFen)),
  sum: (lines) => formatYuan(sumFen(lines.map((line) => line.amountFen ?? 0))),
}

function printedName(line: PublicLine): string {
  return line.idTail === null ? line.name : `${line.name}${line.idTail}`
}

function widestEm(column: Unsized, lines: readonly PublicLine[]): number {
  const heads = Math.max(emOf(column.label), emOf(column.unit ?? '') + 2) * headScale
  const total = emOf(column.sum?.(lines) ?? '') * boldScale
  const longest = lines.reduce(
    (widest, line) => Math.max(widest, emOf(column.text(line))),
    Math.max(heads, total),
  )
  if (column.key === 'name') return Math.min(longest, longestNameInFull)
  return column.key === 'group' ? Math.min(longest, longestGroupOnOneLine) : longest
}

/** Width in ems: a Han character is one, a digit or letter a little over half of one. */
function emOf(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u0300' && character !== '·' ? 0.56 : 1
  return width
}

function widthMm(em: number, fontSizePt: number): number {
  return (em * fontSizePt * 25.4) / 72 + paddingMm
}

function totalMm(ems: readonly number[], fontSizePt: number): number {
  return ems.reduce((sum, em) => sum + widthMm(em, fontSizePt), 0)
}
