import { sumFen } from '../domain/money.ts'
import { fillPages, type Piece } from './fill-pages.ts'
import { sheetRoomMm } from './paper-sheet.tsx'

/** 核实行 — one household of a village register; numbers only by their last four (field-notes 19). */
export interface RegisterLine {
  readonly lineNo: number
  readonly group: string
  readonly householder: string
  readonly idTail: string
  readonly accountTail: string
  /** 上年面积; null where the household stood on no list. */
  readonly formerCentiMu: number | null
  /** 本年核实面积; null is left open to be written in. */
  readonly verifiedCentiMu: number | null
  /** 外出, 拒访, 不再申报 … as the visit found it. */
  readonly note: string
}

export interface RegisterSum {
  readonly label: string
  readonly households: number
  readonly formerCentiMu: number
  /** null while any line is still open. */
  readonly verifiedCentiMu: number | null
}

export type RegisterRow =
  | { readonly is: 'line'; readonly line: RegisterLine }
  | { readonly is: 'sum'; readonly sum: RegisterSum }
  | { readonly is: 'signing' }

export const rowMm = 9
export const headMm = 11
export const signingMm = 62

/** The register page by page: lines by group, a subtotal after each, the total, and where the village signs. */
export function registerPages(lines: readonly RegisterLine[]): RegisterRow[][] {
  const groups = [...Map.groupBy(lines, (line) => line.group)]
  const rows: Piece<RegisterRow>[] = groups.flatMap(([group, own]) => [
    ...own.map((line) => ({ heightMm: rowMm, value: { is: 'line', line } as const })),
    ...(groups.length > 1 ? [sumRow(`${group || '未分组'}小计`, own)] : []),
  ])
  const closing = [
    sumRow('合计', lines),
    { heightMm: signingMm, value: { is: 'signing' }, withPrevious: true } as const,
  ]
  return fillPages([...rows, ...closing], sheetRoomMm - headMm)
}

function sumRow(label: string, lines: readonly RegisterLine[]): Piece<RegisterRow> {
  const verified = lines.map((line) => line.verifiedCentiMu)
  const sum = {
    label,
    households: lines.length,
    formerCentiMu: sumFen(lines.map((line) => line.formerCentiMu ?? 0)),
    verifiedCentiMu: verified.includes(null) ? null : sumFen(verified.map((area) => area ?? 0)),
  }
  return { heightMm: rowMm, value: { is: 'sum', sum }, withPrevious: true }
}
