import { withoutNumbers } from '../domain/masking.ts'
import { shortHouseholdNo, tailText } from '../domain/masked-cell.ts'
import { allColumns, type BookColumn, type BookColumns, shownInBook } from '../domain/village-book.ts'
import type { BookCellChange, BookDoubt, PrintedRow } from '../domain/village-book-row.ts'
import { villageTitle } from '../domain/village-name.ts'
import {
  getLine,
  getReturn,
  listBookRows,
  listLines,
  type StoredBookLine,
} from '../store/village-book-queries.ts'
import { readBookSource, readStatuses } from '../store/register-book-source.ts'
import type { VillageSource } from '../store/village-book-source.ts'
import { listUserNames } from '../store/users-queries.ts'
import { bookDoubtText, bookRuleText, registerBookName } from '../wording/village-book-texts.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'
import { isRecorded } from './take-register-line.ts'
import { printedRows } from './village-book-rows.ts'

/** 增减变 — every line of a return with what a clerk needs to decide it; new numbers by their last four digits. */
export async function showVillageLines(ctx: QueryContext, { returnId }: { returnId: string }) {
  const returned = await getReturn(ctx.reader, ctx.scope, returnId)
  const { book } = returned
  const columns = allColumns(JSON.parse(book.columns) as BookColumns)
  const source = await readBookSource(ctx.reader, book)
  const look: Look = {
    columns: new Map(columns.map((column) => [column.key, column])),
    printed: new Map((await listBookRows(ctx.reader, book.id)).map((row) => [row.rowNo, row])),
    now: cellsNow(printedRows(source, columns, book.villageCode)),
    users: await listUserNames(ctx.reader),
    statuses: book.roundId === null ? await readStatuses(ctx.reader, book.villageCode) : undefined,
  }
  const lines = await listLines(ctx.reader, returnId)
  return {
    ...{ returnId, bookId: book.id, code: book.code, edition: book.edition },
    ...{ villageCode: book.villageCode, villageName: villageTitle(book.villageName) },
    ...{ roundId: book.roundId, roundName: book.roundName ?? registerBookName },
    isOpen: book.roundId === null || book.roundStatus === 'open',
    ...{ fileName: returned.fileName, filledBy: returned.filledBy, readAt: returned.readAt },
    ...(JSON.parse(returned.counts) as { same: number; blank: number }),
    notes: JSON.parse(returned.notes) as string[],
    lines: lines.map((line) => lineView(line, look)),
    households: householdsOf(source, book.villageCode),
  }
}

interface Look {
  readonly columns: ReadonlyMap<string, BookColumn>
  readonly printed: ReadonlyMap<number, PrintedRow>
  /** What a fresh print would say: it tells whether somebody here has changed a value since. */
  readonly now: ReadonlyMap<string, string | null>
  readonly users: ReadonlyMap<string, string>
  /** By person, where the workbook is of the register alone. */
  readonly statuses: ReadonlyMap<string, string> | undefined
}

function lineView(line: StoredBookLine, look: Look) {
  const row = line.rowNo === null ? undefined : look.printed.get(line.rowNo)
  const cells = JSON.parse(line.cells) as BookCellChange[]
  const doubts = JSON.parse(line.doubts) as BookDoubt[]
  const views = cells.map((cell) => cellView(cell, row, look))
  const isWrong = views.some(({ rule }) => rule !== null)
  const isChangedHere = line.status === 'open' && views.some(({ now }) => now !== null)
  const needsEvent = line.status !== 'accepted' && isForEvent(line, cells, row, look)
  const added = (key: string) => cells.find(({ column }) => column === key)?.typed ?? ''
  const said = (key: string) => (line.kind === 'added' ? added(key) : (row?.cells[key]?.text ?? ''))
  return {
    ...{ lineId: line.id, version: line.version, kind: line.kind, rowNo: line.rowNo, line: line.line },
    ...{
      group: said('group'),
      householder: withoutNumbers(said('householder')),
      name: withoutNumbers(said('name')),
    },
    ...{ idTail: line.kind === 'added' ? '' : said('idTail'), householdId: line.householdId },
    cells: views,
    needsEvent,
    doubts: doubts.map((code) => ({ code, text: bookDoubtText(code) })),
    isClean:
      line.status === 'open' &&
      line.kind !== 'removed' &&
      !isWrong &&
      doubts.length === 0 &&
      !isChangedHere &&
      !needsEvent,
    ...{ status: line.status, reason: line.reason, decidedAt: line.decidedAt },
    decidedBy: line.decidedBy === null ? null : (look.users.get(line.decidedBy) ?? line.decidedBy),
  }
}

/** 先办事件 — the register has to know of a death or a move before a line that tells of it is taken. */
function isForEvent(
  { kind }: StoredBookLine,
  cells: readonly BookCellChange[],
  row: PrintedRow | undefined,
  look: Look,
): boolean {
  const status = look.statuses?.get(row?.personId ?? '')
  if (status === undefined) return false
  if (kind === 'removed') return status === 'registered'
  const told = cells.find(({ column, rule }) => column === 'presence' && rule === null)
  return told !== undefined && !isRecorded(status, told.value ?? '')
}

function cellView(cell: BookCellChange, row: PrintedRow | undefined, look: Look) {
  const column = look.columns.get(cell.column)
  const printed = row?.cells[cell.column]
  const now = printed === undefined ? undefined : look.now.get(nowKey(row, cell.column, printed.subject))
  const isOther = now !== undefined && now !== printed?.value && now !== cell.value && cell.rule === null
  return {
    column: cell.column,
    header: cell.header,
    old: column?.use === 'new' ? oldTail(row, cell.column) : cell.old,
    typed: typedText(cell, column),
    isNumber: column?.use === 'new' && cell.column !== 'newBank',
    rule: cell.rule,
    ruleText: cell.rule === null ? null : bookRuleText(cell.rule),
    /** 本站已改为 — somebody changed it here since it was printed. */
    now: isOther && column !== undefined ? numberText(shownInBook(column, now), column) : null,
  }
}

const tails: Readonly<Record<string, string>> = {
  newIdNumber: 'idTail',
  newPhone: 'phoneTail',
  newAccount: 'accountTail',
  newBank: 'bank',
}

/** What the workbook showed of the number a new one stands for. */
function oldTail(row: PrintedRow | undefined, key: string): string {
  return row?.cells[tails[key] ?? '']?.text ?? ''
}

function typedText(cell: BookCellChange, column: BookColumn | undefined): string {
  if (column?.use !== 'new') return withoutNumbers(cell.typed)
  return cell.value ? numberText(cell.value, column) : withoutNumbers(cell.typed)
}

function numberText(value: string, column: BookColumn): string {
  if (column.use !== 'new' || column.key === 'newBank' || value === '') return withoutNumbers(value)
  return `${tailText(value.slice(-4))}（${String(value.length)} 位）`
}

function cellsNow(rows: readonly PrintedRow[]): ReadonlyMap<string, string | null> {
  return new Map(
    rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([column, { subject, value }]) =>
        subject === undefined ? [] : [[nowKey(row, column, subject), value] as const],
      ),
    ),
  )
}

function nowKey(row: PrintedRow | undefined, column: string, subject: string | undefined): string {
  return `${row?.personId ?? ''}|${column}|${subject ?? ''}`
}

function householdsOf({ tasks, people }: VillageSource, villageCode: string) {
  return tasks.map(({ householdId, householdNo, householderId, groupName }) => {
    const head = people.get(householdId)?.find(({ id }) => id === householderId)
    const label = `${groupName} ${head?.name ?? '户主未定'} ${shortHouseholdNo(householdNo, villageCode)}`
    return { householdId, label }
  })
}

/** 看全号 — the new numbers of one line in full, to hold them against the card; leaves a trace. */
export async function showLineNumbers(ctx: CommandContext, { lineId }: { lineId: string }) {
  const { line, returned } = await getLine(ctx.writer, ctx.scope, lineId)
  const columns = new Map(
    allColumns(JSON.parse(returned.book.columns) as BookColumns).map((one) => [one.key, one]),
  )
  const cells = JSON.parse(line.cells) as BookCellChange[]
  await trace(ctx, 'village-book.show-numbers', lineId, {})
  return cells
    .filter(({ column }) => columns.get(column)?.use === 'new')
    .map(({ column, header, typed }) => ({ column, header, typed }))
}
