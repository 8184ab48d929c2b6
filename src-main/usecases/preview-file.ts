import { idTail, parseIdNumber } from '../domain/id-number.ts'
import type { FileRef } from '../ports/files.ts'
import { differenceLabel, outcomeLabel, rowReasonText } from '../wording/stage-labels.ts'
import type { JobContext } from './context.ts'
import { getStage, type ListStage, rawOf, type StagedLine } from './list-stage.ts'
import { maskAccounts } from './reject-sheet.ts'
import { outcomeOf } from './staged-places.ts'
import { trace } from './trace.ts'

const atOnce = 500

/**
 * 核对表 — the whole preview as a table, before anything is written: what becomes of every line and why. A page of many
 * people, so numbers show their tail only.
 */
export async function makePreviewFile(ctx: JobContext, { stageId }: { stageId: string }): Promise<FileRef> {
  const stage = getStage(ctx.parts.stages, stageId, ctx.actor.userId)
  const parts: Buffer[] = [Buffer.from('\ufeff')]
  let shown = -1
  for (let from = 0; from < stage.lines.length; from += atOnce) {
    ctx.progress('整理核对表', from, stage.lines.length)
    await ctx.breathe()
    const rows: string[][] = []
    for (const [at, line] of stage.lines.slice(from, from + atOnce).entries()) {
      if (line.table !== shown) rows.push(headOf(stage, (shown = line.table)))
      rows.push(rowOf(stage, line, from + at))
    }
    parts.push(Buffer.from(rows.map(csvLine).join('')))
  }
  await ctx.inTransaction((command) =>
    trace(command, 'list.preview-file', stageId, { rows: stage.lines.length }),
  )
  return ctx.files.offer(`核对_${stage.file.name.replace(/\.[^.]+$/, '')}.csv`, Buffer.concat(parts))
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
