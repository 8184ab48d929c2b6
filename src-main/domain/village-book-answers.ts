import { sameLocked } from './village-book-cell.ts'
import type { PrintedRow, ReturnedRow } from './village-book-row.ts'

/** 问答 — puts the answers of a row to the person's or household's row they belong to; one without a code belongs to none. */
export function withAnswers(
  printed: readonly PrintedRow[],
  people: readonly ReturnedRow[],
  answers: readonly ReturnedRow[],
): { readonly rows: readonly ReturnedRow[]; readonly lost: number } {
  const byNo = new Map(printed.map((row) => [row.rowNo, row]))
  const ofRow = new Map(
    answers.flatMap((row) => (row.rowNo === undefined ? [] : [[row.rowNo, row] as const])),
  )
  const rows = people.map((row) => {
    const own = row.rowNo === undefined ? undefined : ofRow.get(row.rowNo)
    if (own === undefined || row.rowNo === undefined) return row
    if (!isSameHousehold(byNo.get(row.rowNo), own))
      return hasAnswer(own) ? { ...row, doubts: ['answers-of-another' as const] } : row
    return { ...row, cells: { ...own.cells, ...row.cells } }
  })
  return { rows, lost: answers.filter((row) => row.rowNo === undefined && hasAnswer(row)).length }
}

function isSameHousehold(printed: PrintedRow | undefined, { cells }: ReturnedRow): boolean {
  const householder = cells['householder']
  return householder === undefined || sameLocked(printed?.cells['householder']?.text ?? '', householder)
}

function hasAnswer({ cells }: ReturnedRow): boolean {
  return Object.entries(cells).some(([key, { text }]) => key.startsWith('q.') && text !== '')
}
