import type { QuestionSet } from './survey-question.ts'
import { type BookColumn, changedOnKey, remarkKey, shownInBook } from './village-book.ts'
import { parseBookCell, sameLocked } from './village-book-cell.ts'
import { matchRows, type MatchedRow } from './village-book-match.ts'
import type {
  BookCellChange,
  BookDoubt,
  BookLine,
  PrintedCell,
  PrintedRow,
  ReturnedCell,
  ReturnedRow,
} from './village-book-row.ts'

export interface BookReading {
  readonly columns: readonly BookColumn[]
  readonly set: Pick<QuestionSet, 'questions'>
  readonly printed: readonly PrintedRow[]
  readonly returned: readonly ReturnedRow[]
  /** 退回件 — holds some rows only: the others were not taken out. */
  readonly isPartial: boolean
  readonly today: string
}

export interface BookDifference {
  readonly lines: readonly BookLine[]
  /** Rows that say what was printed. */
  readonly same: number
  /** Blank rows nobody wrote into. */
  readonly blank: number
}

/** 增、减、变 — what a returned workbook says otherwise than it was printed, in the order of its rows. */
export function bookDifference(reading: BookReading): BookDifference {
  const matched = matchRows(reading.printed, reading.returned)
  const lines: BookLine[] = []
  let same = 0
  let blank = 0
  for (const one of matched) {
    const line = lineOf(reading, one)
    if (line !== undefined) lines.push(line)
    else if (one.printed === undefined || one.printed.personId === null) blank++
    else same++
  }
  return { lines: [...lines, ...removedLines(reading, matched)], same, blank }
}

function lineOf(reading: BookReading, matched: MatchedRow): BookLine | undefined {
  const { printed, returned } = matched
  if (printed === undefined || printed.personId === null) return addedLine(reading, matched)
  const judged = reading.columns.map((column) => cellChange(reading, column, printed, returned))
  const cells = judged.flatMap(({ change }) => change ?? [])
  const doubts = [...matched.doubts, ...judged.flatMap(({ doubt }) => doubt ?? [])]
  if (cells.length === 0 && doubts.length === 0) return undefined
  const at = { rowNo: printed.rowNo, line: returned.line, householdId: printed.householdId }
  return { kind: 'changed', ...at, cells, doubts: [...new Set(doubts)] }
}

interface JudgedCell {
  readonly change?: BookCellChange
  readonly doubt?: BookDoubt
}

function cellChange(
  reading: BookReading,
  column: BookColumn,
  printed: PrintedRow,
  { cells }: ReturnedRow,
): JudgedCell {
  const cell = cells[column.key]
  if (column.use === 'code' || cell === undefined) return {}
  const was = printed.cells[column.key] ?? emptyCell
  const base = { column: column.key, header: column.header, old: was.text, typed: cell.text }
  if (column.use === 'locked')
    return sameLocked(was.text, cell)
      ? {}
      : { change: { ...base, value: undefined, rule: 'locked-changed' }, doubt: 'locked-changed' }
  if (cell.text === '' && was.text === '') return {}
  if (was.subject === undefined)
    return column.key === remarkKey
      ? { doubt: 'remark-not-taken', change: { ...base, value: null, rule: 'not-here' } }
      : { change: { ...base, value: undefined, rule: 'not-here' } }
  return judgedEntry(reading, column, was, cell, cells, base)
}

function judgedEntry(
  { set, today }: BookReading,
  column: BookColumn,
  was: PrintedCell,
  cell: ReturnedCell,
  cells: ReturnedRow['cells'],
  base: Pick<BookCellChange, 'column' | 'header' | 'old' | 'typed'>,
): JudgedCell {
  const parsed = parseBookCell(column, cell, set, today)
  if (!parsed.ok) return { change: { ...base, value: undefined, rule: parsed.rule } }
  if (parsed.value === was.value) return {}
  if (parsed.value === null) return { change: { ...base, value: null, rule: null }, doubt: 'emptied' }
  const change = { ...base, typed: shownInBook(column, parsed.value), value: parsed.value, rule: null }
  if (column.key === changedOnKey && dayField(cells['presence']?.text ?? '') === undefined)
    return { change: { ...change, rule: 'day-without-presence' } }
  return { change }
}

const emptyCell: PrintedCell = { text: '', value: null, base: null, heads: [] }

/** Which day a changed presence speaks of. */
export function dayField(presence: string): 'person.diedOn' | 'person.movedOn' | undefined {
  if (['死亡', 'dead', '4'].includes(presence)) return 'person.diedOn'
  return ['迁出', 'moved-out', '3'].includes(presence) ? 'person.movedOn' : undefined
}

/** 增 — a line written into a blank row, or below them. */
function addedLine(reading: BookReading, { printed, returned, doubts }: MatchedRow): BookLine | undefined {
  const { columns, set, today } = reading
  const cells = columns.flatMap((column): BookCellChange[] => {
    const cell = returned.cells[column.key]
    if (column.use === 'code' || cell === undefined || cell.text === '') return []
    const parsed = parseBookCell(column, cell, set, today)
    const base = { column: column.key, header: column.header, old: '', typed: cell.text }
    return [
      parsed.ok
        ? { ...base, value: parsed.value, rule: null }
        : { ...base, value: undefined, rule: parsed.rule },
    ]
  })
  if (cells.length === 0) return undefined
  const household = findHousehold(reading.printed, returned)
  const found: BookDoubt[] = [...doubts]
  if (household === undefined) found.push('household-unknown')
  if (!cells.some(({ column, value }) => column === 'newIdNumber' && value)) found.push('number-missing')
  if (isThere(reading.printed, household, returned)) found.push('same-name-there')
  return {
    kind: 'added',
    rowNo: printed?.rowNo ?? null,
    line: returned.line,
    cells: withNameRequired(cells),
    doubts: found,
    householdId: household ?? null,
  }
}

/** Without a name there is nobody to add. */
function withNameRequired(cells: readonly BookCellChange[]): readonly BookCellChange[] {
  if (cells.some(({ column }) => column === 'name')) return cells
  return [
    { column: 'name', header: '姓名', old: '', typed: '', value: undefined, rule: 'required' },
    ...cells,
  ]
}

function findHousehold(printed: readonly PrintedRow[], { cells }: ReturnedRow): string | undefined {
  const by = (key: string) => {
    const cell = cells[key]
    if (cell === undefined || cell.text === '') return undefined
    const fitting = printed.filter(
      (row) => row.personId !== null && sameLocked(row.cells[key]?.text ?? '', cell),
    )
    const ids = new Set(fitting.map(({ householdId }) => householdId))
    return ids.size === 1 ? ([...ids][0] ?? undefined) : undefined
  }
  return by('householdNo') ?? by('householder')
}

function isThere(
  printed: readonly PrintedRow[],
  household: string | undefined,
  { cells }: ReturnedRow,
): boolean {
  const name = cells['name']
  if (household === undefined || name === undefined || name.text === '') return false
  return printed.some(
    (row) =>
      row.householdId === household &&
      row.personId !== null &&
      sameLocked(row.cells['name']?.text ?? '', name),
  )
}

/** 减 — a printed row that is not there any more: taken out on purpose or by accident, a person has to say. */
function removedLines(reading: BookReading, matched: readonly MatchedRow[]): BookLine[] {
  if (reading.isPartial) return []
  const there = new Set(matched.map(({ printed }) => printed))
  return reading.printed
    .filter((row) => row.personId !== null && !there.has(row))
    .map(({ rowNo, householdId }) => ({
      kind: 'removed',
      rowNo,
      line: null,
      cells: [],
      doubts: ['row-missing'],
      householdId,
    }))
}
