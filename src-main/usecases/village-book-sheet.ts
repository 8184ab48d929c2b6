import { sha256Hex } from '../crypto/digest.ts'
import { bookCheck, rowCodeText } from '../domain/row-code.ts'
import { type BookColumn, type BookColumns, codeKey, hiddenCodeKey } from '../domain/village-book.ts'
import type { PrintedRow } from '../domain/village-book-row.ts'
import { bookInstructions } from '../wording/village-book-texts.ts'
import { dayInWords } from '../wording/sentence.ts'
import type { SheetCell, SheetPart, VillageBookSheet } from '../workbook/village-book-sheet.ts'

/** 工作簿 — which one it is, as its own lines say and the office keeps. */
export interface BookIdentity {
  readonly code: string
  readonly edition: number
  readonly township: string
  readonly village: string
  readonly roundName: string
  readonly issuedOn: string
}

/** 校验码 — over who the workbook is for and which rows it has: another print has another one. */
export function checkOf(identity: BookIdentity, rows: readonly PrintedRow[]): string {
  const { code, edition, township, village } = identity
  const keys = rows.map(({ rowNo, personId, householdId }) => [rowNo, personId, householdId])
  return bookCheck(sha256Hex(Buffer.from(JSON.stringify([code, edition, township, village, keys]), 'utf8')))
}

export function identityText(identity: BookIdentity, check: string): string {
  const { code, edition, township, village, issuedOn } = identity
  return `工作簿编号 ${code}　第 ${String(edition)} 版　校验 ${check}　${township}${village}　${dayInWords(issuedOn)}发　只填黄色、绿色格子`
}

/** What a blank row may be filled with. */
const openOnBlank: ReadonlySet<string> = new Set([
  'householdNo',
  'householder',
  'name',
  'relation',
  'newIdNumber',
  'newPhone',
  'newAccount',
  'newBank',
  'area',
  'remark',
])

export const frozen = { people: 5, answers: 4 }

export function bookSheet(
  identity: BookIdentity,
  columns: BookColumns,
  rows: readonly PrintedRow[],
  isOfRound: boolean,
): VillageBookSheet {
  const { code, township, village, roundName } = identity
  const asked = rows.filter((row) => isAsked(row, columns.answers))
  const people = partOf(
    '人员核对',
    columns.people,
    rows,
    (column, row) => sheetCell(code, column, row),
    frozen.people,
  )
  const answers = partOf(
    '问答',
    columns.answers,
    asked,
    (column, row) => sheetCell(code, column, row),
    frozen.answers,
  )
  return {
    title: `${township}${village} ${roundName} 村级核对表`,
    identity: identityText(identity, checkOf(identity, rows)),
    parts: columns.answers.length === 0 ? [people] : [people, answers],
    instructions: bookInstructions(isOfRound),
  }
}

export function partOf<Row>(
  name: string,
  columns: readonly BookColumn[],
  rows: readonly Row[],
  cellOf: (column: BookColumn, row: Row) => SheetCell,
  frozenColumns: number,
): SheetPart {
  return {
    sheetName: name,
    name,
    frozen: frozenColumns,
    columns: columns.map(({ key, header, width, note }) => ({
      ...{ header, width, isHidden: key === hiddenCodeKey },
      ...(note === undefined ? {} : { note }),
    })),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  }
}

/** Whether a row has anything to answer on the second sheet. */
export function isAsked(row: PrintedRow, answers: readonly BookColumn[]): boolean {
  return answers.some(({ key }) => row.cells[key]?.subject !== undefined)
}

export function sheetCell(code: string, column: BookColumn, row: PrintedRow): SheetCell {
  if (column.key === codeKey || column.key === hiddenCodeKey)
    return { text: rowCodeText({ book: code, rowNo: row.rowNo }), use: 'code' }
  const choices = column.choices === undefined ? {} : { choices: column.choices.map(({ label }) => label) }
  if (row.personId === null)
    return openOnBlank.has(column.key) ? { text: '', use: 'new', ...choices } : { text: '', use: 'off' }
  const cell = row.cells[column.key]
  const text = cell?.text ?? ''
  if (column.use === 'locked') return { text, use: 'locked' }
  if (cell?.subject === undefined) return { text: '', use: 'off' }
  return { text, use: column.use === 'new' ? 'new' : 'entry', ...choices }
}
