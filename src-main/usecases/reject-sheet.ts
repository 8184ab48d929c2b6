import { accountTail } from '../domain/account-no.ts'
import { listKindTerms, type ListKind } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { FileRef } from '../ports/files.ts'
import { recordAudit } from '../store/audit.ts'
import { getBatch, listRejects, type RejectedLine } from '../store/list-queries.ts'
import { rowRuleText } from '../wording/row-rules.ts'
import type { TableColumn } from '../workbook/table-read.ts'
import { writeRejects } from '../workbook/write-rejects.ts'
import type { CommandContext, StageShelf } from './context.ts'
import { getStage, isRejected, type RejectedStageLine } from './list-stage.ts'

/** A rejected line with the column each reason belongs to. */
export function rejectedLine(columns: readonly TableColumn[], line: RejectedStageLine): RejectedLine {
  const columnOf = (field: string) => {
    const index = columns.findIndex((column) => column.field === field)
    return index < 0 ? null : index
  }
  const reasons = line.judged.broken.map(({ field, rule }) => ({ field, rule, columnIndex: columnOf(field) }))
  return { line: line.line, raw: line.raw, reasons }
}

interface RejectTable {
  readonly kind: ListKind
  readonly fileName: string
  readonly headers: readonly string[]
  readonly rejects: readonly RejectedLine[]
}

/** 退回件 — the rejected rows as a sheet; only for who imported them, traced, accounts down to four digits (field-notes 19). */
export async function makeRejectFile(
  ctx: CommandContext,
  stages: StageShelf,
  input: { stageId: string } | { batchId: string },
): Promise<FileRef> {
  const table =
    'stageId' in input ? stagedRejects(ctx, stages, input.stageId) : await storedRejects(ctx, input.batchId)
  const bytes = await writeRejects({
    title: `${listKindTerms[table.kind].label}退回件（${table.fileName}，${String(table.rejects.length)} 行，卡号只留后四位，改好后请按原件补全再导入）`,
    headers: table.headers,
    rows: table.rejects.map((reject) => ({
      line: reject.line,
      raw: maskAccounts(table, reject),
      reasons: reject.reasons.map(({ rule, columnIndex }) => ({ columnIndex, text: rowRuleText(rule) })),
    })),
  })
  await recordAudit(ctx.writer, {
    at: ctx.now().toISOString(),
    actor: ctx.actor.userId,
    action: 'list.reject-file',
    subject: 'stageId' in input ? input.stageId : input.batchId,
    details: { rows: table.rejects.length },
  })
  return ctx.files.offer(`退回_${table.fileName.replace(/\.[^.]+$/, '')}.xlsx`, bytes)
}

function stagedRejects(ctx: CommandContext, stages: StageShelf, stageId: string): RejectTable {
  const stage = getStage(stages, stageId, ctx.actor.userId)
  const { columns, fileName } = stage.table
  const rejects = stage.lines.filter(isRejected).map((line) => rejectedLine(columns, line))
  return { kind: stage.kind, fileName, headers: columns.map((column) => column.header), rejects }
}

async function storedRejects(ctx: CommandContext, batchId: string): Promise<RejectTable> {
  const batch = await getBatch(ctx.writer, batchId)
  if (batch.importedBy !== ctx.actor.userId) throw new Problem('permission.denied', { needs: 'importer' })
  return {
    kind: batch.kind,
    fileName: batch.fileName,
    headers: JSON.parse(batch.headers) as string[],
    rejects: await listRejects(ctx.writer, batchId),
  }
}

const accountHeader = /账号|帐号|卡号|账户|一卡通|存折/

function maskAccounts(table: RejectTable, reject: RejectedLine): string[] {
  return reject.raw.map((text, index) => {
    const isAccount = accountHeader.test(table.headers[index] ?? '') && /\d{8,}/.test(text.replace(/\s/g, ''))
    return isAccount ? `…${accountTail(text.trim())}` : text
  })
}
