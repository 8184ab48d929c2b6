import { Problem } from '../domain/problem.ts'
import { presenceChoices } from '../domain/survey-field.ts'
import { allColumns, type BookColumns } from '../domain/village-book.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { BookCellChange, PrintedRow } from '../domain/village-book-row.ts'
import { listEdits, type StoredEdit } from '../store/survey-edit-queries.ts'
import { findTaskOf } from '../store/village-book-source.ts'
import { getLine, listBookRows, saveLine } from '../store/village-book-queries.ts'
import { applySurvey } from './apply-survey.ts'
import type { CommandContext } from './context.ts'
import { takeRegisterChange, takeRegisterNewcomer, takeRegisterRemoval } from './take-register-line.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'
import { trace } from './trace.ts'
import { editsOfAdded, editsOfChange, type Saying } from './village-book-edits.ts'

interface Decision {
  readonly lines: readonly { readonly lineId: string; readonly version: number }[]
  readonly accepts: boolean
  readonly reason: string
  /** 不采的格 — cells that cannot or shall not be taken; every wrong one has to be named. */
  readonly leaveOut: readonly string[]
  /** What has become of somebody whose row is gone. */
  readonly presence?: string | undefined
  /** Where an added person belongs, when their row does not say so. */
  readonly householdId?: string | undefined
}

type Line = Awaited<ReturnType<typeof getLine>>

/** 采或不采 — one line, or all clean ones in one go; each is decided once. */
export async function decideVillageLines(ctx: CommandContext, input: Decision): Promise<{ decided: number }> {
  if (!input.accepts && input.reason.length < 2)
    throw new Problem('input.invalid', { fields: [{ path: 'reason', rule: 'required' }] })
  const rowsOf = rowsOnce(ctx)
  for (const { lineId, version } of input.lines) {
    const read = await getLine(ctx.writer, ctx.scope, lineId)
    if (read.line.version !== version || read.line.status === 'accepted')
      throw new Problem('record.stale', { what: '这一行' })
    if (input.accepts) await accept(ctx, read, input, rowsOf)
    const [decidedBy, decidedAt] = [ctx.actor.userId, ctx.now().toISOString()]
    const status = input.accepts ? 'accepted' : 'refused'
    await saveLine(ctx.writer, read.line, { status, reason: input.reason || null, decidedBy, decidedAt })
    await trace(ctx, input.accepts ? 'village-book.accept' : 'village-book.refuse', lineId, {
      returnId: read.line.returnId,
      ...(input.leaveOut.length > 0 ? { leftOut: input.leaveOut.length } : {}),
    })
  }
  return { decided: input.lines.length }
}

type RowsOf = (bookId: string) => Promise<readonly PrintedRow[]>

/** A batch of one village reads its print once. */
function rowsOnce(ctx: CommandContext): RowsOf {
  const known = new Map<string, Promise<readonly PrintedRow[]>>()
  return (bookId) => {
    const rows = known.get(bookId) ?? listBookRows(ctx.writer, bookId)
    known.set(bookId, rows)
    return rows
  }
}

async function accept(ctx: CommandContext, read: Line, input: Decision, rowsOf: RowsOf): Promise<void> {
  const { book } = read.returned
  const rows = await rowsOf(book.id)
  if (book.roundId === null) return takeIntoRegister(ctx, read, input, rows)
  if (book.roundStatus === 'closed') throw new Problem('survey.round-closed', { round: book.roundName ?? '' })
  const edits = await editsOf(ctx, read, input, rows)
  if (edits.length > 0) await takeSurveyEdits(ctx.writer, edits)
  for (const taskId of new Set(edits.map((edit) => edit.taskId))) await applySurvey(ctx, taskId)
}

async function takeIntoRegister(
  ctx: CommandContext,
  { line, returned }: Line,
  input: Decision,
  rows: readonly PrintedRow[],
): Promise<void> {
  const { book, filledBy } = returned
  const row = rows.find(({ rowNo }) => rowNo === line.rowNo)
  const cells = takenCells(JSON.parse(line.cells) as BookCellChange[], input.leaveOut)
  const source = `${villageTitle(book.villageName)}村级核对表 第 ${String(book.edition)} 版${filledBy === '' ? '' : `（填表人 ${filledBy}）`}`
  const why = { reason: input.reason || '村里核对', source, sourceId: returned.id }
  if (line.kind === 'added') {
    const householdId = input.householdId ?? line.householdId
    return takeRegisterNewcomer(ctx, { householdId, villageCode: book.villageCode }, cells, why)
  }
  if (row === undefined) throw new Problem('record.not-found', { what: '这一行' })
  if (line.kind === 'removed') return takeRegisterRemoval(ctx, row, presenceOf(input).value ?? '')
  return takeRegisterChange(ctx, row, cells, why)
}

async function editsOf(
  ctx: CommandContext,
  read: Line,
  input: Decision,
  rows: readonly PrintedRow[],
): Promise<StoredEdit[]> {
  const { line, returned } = read
  const { book } = returned
  const columns = allColumns(JSON.parse(book.columns) as BookColumns)
  const cells = takenCells(JSON.parse(line.cells) as BookCellChange[], input.leaveOut)
  const row = rows.find(({ rowNo }) => rowNo === line.rowNo)
  const taskId = await taskOf(ctx, read, row?.taskId ?? null, input)
  const saying = sayingOf(ctx, read, taskId)
  if (line.kind === 'added') return editsOfAdded(saying, columns, cells)
  if (row === undefined) throw new Problem('record.not-found', { what: '这一行' })
  const present = await listEdits(ctx.writer, taskId)
  const taken = line.kind === 'removed' ? [presenceOf(input)] : cells
  return editsOfChange(saying, columns, row, taken, present)
}

/** A wrong cell is never taken, and never left out unseen. */
function takenCells(cells: readonly BookCellChange[], leaveOut: readonly string[]): BookCellChange[] {
  const unseen = cells.filter(({ rule, column }) => rule !== null && !leaveOut.includes(column))
  if (unseen.length > 0)
    throw new Problem('input.invalid', {
      fields: unseen.map(({ column, rule }) => ({ path: column, rule: rule ?? 'unknown' })),
    })
  return cells.filter(({ column }) => !leaveOut.includes(column))
}

function presenceOf({ presence }: Decision): BookCellChange {
  const choice = presenceChoices.find(({ value }) => value === presence && value !== 'here')
  if (choice === undefined)
    throw new Problem('input.invalid', { fields: [{ path: 'presence', rule: 'required' }] })
  const { value, label } = choice
  return { column: 'presence', header: '在户情况', old: '', typed: label, value, rule: null }
}

async function taskOf(
  ctx: CommandContext,
  { line, returned }: Line,
  taskId: string | null,
  input: Decision,
): Promise<string> {
  if (line.kind !== 'added' && taskId !== null) return taskId
  const householdId = input.householdId ?? line.householdId
  if (householdId === null || householdId === undefined)
    throw new Problem('input.invalid', { fields: [{ path: 'householdId', rule: 'required' }] })
  const { roundId, villageCode } = returned.book
  const found = await findTaskOf(ctx.writer, { roundId: roundId ?? '', villageCode }, householdId)
  if (found === undefined) throw new Problem('record.not-found', { what: '走访任务' })
  return found
}

function sayingOf(ctx: CommandContext, { returned }: Line, taskId: string): Saying {
  const { book, filledBy } = returned
  return {
    bookId: book.id,
    taskId,
    editedBy: ctx.actor.userId,
    editorName: `${filledBy === '' ? '村里' : filledBy}（村级工作簿，${ctx.actor.displayName}收）`,
    editedAt: ctx.now().toISOString(),
    newId: () => ctx.newId(),
  }
}
