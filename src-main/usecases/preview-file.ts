import { idTail, parseIdNumber } from '../domain/id-number.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import type { FileRef } from '../ports/files.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import type { CheckedRow } from '../workbook/write-checks.ts'
import { rowRuleText } from '../wording/row-rules.ts'
import { differenceLabel, outcomeLabel, rowReasonText } from '../wording/stage-labels.ts'
import type { JobContext } from './context.ts'
import { getStage, isRejected, type ListStage, rawOf, type StagedLine } from './list-stage.ts'
import { maskAccounts, rejectedLine } from './reject-sheet.ts'
import { outcomeOf } from './staged-places.ts'
import { trace } from './trace.ts'

const atOnce = 500
/** A styled sheet of more takes minutes and a gigabyte; a plain one is what a spreadsheet program still opens. */
const mostStyled = 20_000

/**
 * 核对表 — the whole preview as a table, before anything is written: what becomes of every line and why. A page of many
 * people, so numbers show their tail only.
 */
export async function makePreviewFile(ctx: JobContext, { stageId }: { stageId: string }): Promise<FileRef> {
  const stage = getStage(ctx.parts.stages, stageId, ctx.actor.userId)
  const isStyled = stage.lines.length <= mostStyled
  const name = `核对_${stage.file.name.replace(/\.[^.]+$/, '')}.${isStyled ? 'xlsx' : 'csv'}`
  const bytes = isStyled ? await styledSheets(ctx, stage, name) : await plainTable(ctx, stage)
  await ctx.inTransaction((command) =>
    trace(command, 'list.preview-file', stageId, { rows: stage.lines.length }),
  )
  return ctx.files.offer(name, bytes)
}

async function styledSheets(ctx: JobContext, stage: ListStage, fileName: string): Promise<Uint8Array> {
  const rows = stage.tables.map((): CheckedRow[] => [])
  await eachLine(ctx, stage, (line, place) => rows[line.table]?.push(checkedRow(stage, line, place)))
  const tables = stage.tables.map(({ sheet, columns }, at) => ({
    name: sheet,
    title: `${listKindTerms[stage.plan.kind].label}核对表（${stage.file.name}，导入以前；证号、卡号只留后四位）`,
    headers: columns.map(({ header }) => header),
    rows: rows[at] ?? [],
  }))
  return runSheetWork(
    { work: 'write-checks', fileName, tables },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
}

const tones = { accepted: 'good', warned: 'warn', rejected: 'bad', skipped: 'quiet' } as const

function checkedRow(stage: ListStage, line: StagedLine, place: number): CheckedRow {
  const [, at = '', outcome = '', difference = '', why = '', ...cells] = rowOf(stage, line, place)
  const wrong = isRejected(line) ? rejectedLine(stage, line).reasons : []
  return {
    ...{ line: Number(at), outcome, difference, why, cells },
    tone: tones[outcomeOf(line)],
    wrong: wrong.map(({ columnIndex, rule }) => ({ columnIndex, text: rowRuleText(rule) })),
  }
}

async function plainTable(ctx: JobContext, stage: ListStage): Promise<Uint8Array> {
  const parts: Buffer[] = [Buffer.from('\ufeff')]
  let shown = -1
  await eachLine(ctx, stage, (line, place) => {
    if (line.table !== shown) parts.push(Buffer.from(csvLine(headOf(stage, (shown = line.table)))))
    parts.push(Buffer.from(csvLine(rowOf(stage, line, place))))
  })
  return Buffer.concat(parts)
}

async function eachLine(
  ctx: JobContext,
  { lines }: ListStage,
  take: (line: StagedLine, place: number) => void,
): Promise<void> {
  for (let from = 0; from < lines.length; from += atOnce) {
    ctx.progress('整理核对表', from, lines.length)
    await ctx.breathe()
    for (const [at, line] of lines.slice(from, from + atOnce).entries()) take(line, from + at)
  }
}

function headOf({ tables }: ListStage, table: number): string[] {
  return [
    '工作表',
    '行',
    '结果',
    '与已存比较',
    '原因',
    ...(tables[table]?.columns ?? []).map(({ header }) => header),
  ]
}

function rowOf(stage: ListStage, line: StagedLine, place: number): string[] {
  const table = stage.tables[line.table]
  const headers = (table?.columns ?? []).map(({ header }) => header)
  const changes = stage.difference.changes.get(place) ?? []
  return [
    table?.sheet ?? '',
    String(line.line),
    outcomeLabel(outcomeOf(line)),
    differenceLabel(stage.difference.status[place] ?? 0, changes.length),
    rowReasonText(line.judged),
    ...maskAccounts(headers, rawOf(stage, line)).map(maskIds),
  ]
}

function maskIds(text: string): string {
  const plain = text.replace(/\s/g, '')
  if (!/^'?\d{14,20}[\dXx]?/.test(plain)) return text
  return parseIdNumber(plain.slice(0, 18)).ok ? `…${idTail(plain)}` : text
}

/** A cell that would be taken for a formula is kept a text. */
function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@\t]/.test(cell) && !/^-?[\d.,]+$/.test(cell) ? `'${cell}` : cell))
  return `${safe.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`
}
