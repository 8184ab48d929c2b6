import { mergeEdits } from '../domain/survey-merge.ts'
import { type BookColumn, changedOnKey } from '../domain/village-book.ts'
import { dayField } from '../domain/village-book-difference.ts'
import type { BookCellChange, PrintedRow } from '../domain/village-book-row.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { newAccount, newLine } from './village-book-rows.ts'

/** Of whom and of which field a changed cell speaks; undefined for one that changes nothing. */
export function cellField(
  columns: readonly BookColumn[],
  row: PrintedRow,
  cell: BookCellChange,
  line: readonly BookCellChange[],
): { subject: string; field: string } | undefined {
  const subject = row.cells[cell.column]?.subject
  if (subject === undefined) return undefined
  if (cell.column === changedOnKey) {
    const presence =
      line.find(({ column }) => column === 'presence')?.typed ?? row.cells['presence']?.text ?? ''
    const field = dayField(presence)
    return field && { subject, field }
  }
  const field = columns.find(({ key }) => key === cell.column)?.field
  return field === undefined ? undefined : { subject, field }
}

export function stateKey(taskId: string, subject: string, field: string): string {
  return `${taskId}|${subject}|${field}`
}

/** Who says what when: the workbook is a workstation of its own, its filler the one who says it. */
export interface Saying {
  readonly bookId: string
  readonly taskId: string
  readonly editedBy: string
  readonly editorName: string
  readonly editedAt: string
  newId(): string
}

/** 采纳一行 — the taken cells as edits. They take the place of what the village had before its eyes, and of nothing newer. */
export function editsOfChange(
  saying: Saying,
  columns: readonly BookColumn[],
  row: PrintedRow,
  cells: readonly BookCellChange[],
  present: readonly StoredEdit[],
): StoredEdit[] {
  const ids = new Map<string, string>()
  const said = cells.flatMap((cell) => {
    const at = cellField(columns, row, cell, cells)
    if (at === undefined || cell.value === undefined) return []
    const subject = realSubject(ids, cell, at.subject, cells, saying)
    const printed = row.cells[cell.column]
    const base = subject === at.subject ? (printed?.base ?? null) : null
    const heads = [...(printed?.heads ?? []), ...ownHeads(present, saying.bookId, subject, at.field)]
    return [editOf(saying, subject, at.field, cell.value, base, heads)]
  })
  return [...ownersOf(saying, ids, row.personId ?? ''), ...said]
}

/** 采纳新增的人 — under a fresh id, with account and line of their own where the row says so. */
export function editsOfAdded(
  saying: Saying,
  columns: readonly BookColumn[],
  cells: readonly BookCellChange[],
): StoredEdit[] {
  const personId = saying.newId()
  const ids = new Map<string, string>()
  const said = cells.flatMap((cell) => {
    const field =
      cell.column === 'name' ? 'person.name' : columns.find(({ key }) => key === cell.column)?.field
    const of = cell.column === 'name' ? 'person' : columns.find(({ key }) => key === cell.column)?.of
    if (field === undefined || cell.value === undefined || cell.value === null) return []
    const subject =
      of === 'person'
        ? personId
        : of === 'account'
          ? idFor(ids, newAccount, saying)
          : of === 'line'
            ? idFor(ids, newLine, saying)
            : undefined
    return subject === undefined ? [] : [editOf(saying, subject, field, cell.value, null, [])]
  })
  return [...said, ...ownersOf(saying, ids, personId)]
}

/** A new account or line says whose it is, or nobody could tell. */
function ownersOf(saying: Saying, ids: ReadonlyMap<string, string>, personId: string): StoredEdit[] {
  return [...ids].map(([what, id]) =>
    editOf(saying, id, what === newAccount ? 'account.person' : 'line.person', personId, null, []),
  )
}

/** With a new account on the same row the bank and the keeper of the card are the new one's. */
function realSubject(
  ids: Map<string, string>,
  { column }: BookCellChange,
  subject: string,
  cells: readonly BookCellChange[],
  saying: Saying,
): string {
  const hasNewAccount = cells.some((cell) => cell.column === 'newAccount')
  if ((column === 'newBank' || column === 'custody') && hasNewAccount) return idFor(ids, newAccount, saying)
  return subject === newLine || subject === newAccount ? idFor(ids, subject, saying) : subject
}

function idFor(ids: Map<string, string>, what: string, saying: Saying): string {
  const id = ids.get(what) ?? saying.newId()
  ids.set(what, id)
  return id
}

function ownHeads(present: readonly StoredEdit[], bookId: string, subject: string, field: string): string[] {
  const state = mergeEdits(present).find((one) => one.subject === subject && one.field === field)
  return (state?.heads ?? []).filter(({ workstationId }) => workstationId === bookId).map(({ id }) => id)
}

function editOf(
  saying: Saying,
  subject: string,
  field: string,
  value: string | null,
  baseValue: string | null,
  supersedes: readonly string[],
): StoredEdit {
  const { bookId, taskId, editedBy, editorName, editedAt } = saying
  return {
    ...{ id: saying.newId(), taskId, subject, field, value, baseValue },
    ...{ supersedes: [...new Set(supersedes)], workstationId: bookId },
    ...{ editedBy, editorName, editedAt, packageId: null, receivedAt: null },
  }
}
