import { accountTail } from '../domain/account-no.ts'
import { listKindTerms, type ListKind } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import type { FileRef } from '../ports/files.ts'
import { getImport } from '../store/import-queries.ts'
import { listRejects, type RejectedLine } from '../store/list-queries.ts'
import { rowRuleText } from '../wording/row-rules.ts'
import { writeRejects } from '../workbook/write-rejects.ts'
import type { CommandContext, StageShelf } from './context.ts'
import { getStage, isRejected, type ListStage, rawOf, type RejectedStageLine } from './list-stage.ts'
import { trace } from './trace.ts'

/** A rejected line with the column each reason belongs to. */
export function rejectedLine(stage: ListStage, line: RejectedStageLine): RejectedLine {
  const columns = stage.tables[line.table]?.columns ?? []
  const columnOf = (field: string) => {
    const index = columns.findIndex((column) => column.field === field)
    return index < 0 ? null : index
  }
  const reasons = line.judged.broken.map(({ field, rule }) => ({ field, rule, columnIndex: columnOf(field) }))
  return { line: line.line, raw: rawOf(stage, line), reasons }
}

interface RejectTable {
  readonly kind: ListKind
  readonly fileName: string
  readonly sheets: readonly {
    readonly sheet: string
    readonly headers: readonly string[]
    readonly rejects: readonly RejectedLine[]
  }[]
}

/** 退回件 — the rejected rows as a book, a sheet for each; only for who imported them, traced, accounts down to four digits (field-notes 19). */
export async function makeRejectFile(
  ctx: CommandContext,
  stages: StageShelf,
  input: { stageId: string } | { importId: string },
): Promise<FileRef> {
  const table =
    'stageId' in input ? stagedRejects(ctx, stages, input.stageId) : await storedRejects(ctx, input.importId)
  const rows = table.sheets.reduce((sum, { rejects }) => sum + rejects.length, 0)
  const bytes = await writeRejects(
    table.sheets
      .filter(({ rejects }) => rejects.length > 0)
      .map(({ sheet, headers, rejects }) => ({
        name: table.sheets.length > 1 ? sheet : '退回',
        title: `${listKindTerms[table.kind].label}退回件（${table.fileName}，${String(rejects.length)} 行，卡号只留后四位，改好后请按原件补全再导入）`,
        headers,
        rows: rejects.map((reject) => ({
          line: reject.line,
          raw: maskAccounts(headers, reject.raw),
          reasons: reject.reasons.map(({ rule, columnIndex }) => ({ columnIndex, text: rowRuleText(rule) })),
        })),
      })),
  )
  await trace(ctx, 'list.reject-file', 'stageId' in input ? input.stageId : input.importId, { rows })
  return ctx.files.offer(`退回_${table.fileName.replace(/\.[^.]+$/, '')}.xlsx`, bytes)
}

function stagedRejects(ctx: CommandContext, stages: StageShelf, stageId: string): RejectTable {
  const stage = getStage(stages, stageId, ctx.actor.userId)
  const rejected = stage.lines.filter(isRejected)
  return {
    kind: stage.plan.kind,
    fileName: stage.file.name,
    sheets: stage.tables.map(({ sheet, columns }, at) => ({
      sheet,
      headers: columns.map((column) => column.header),
      rejects: rejected.filter((line) => line.table === at).map((line) => rejectedLine(stage, line)),
    })),
  }
}

async function storedRejects(ctx: CommandContext, importId: string): Promise<RejectTable> {
  const one = await getImport(ctx.writer, importId)
  if (one.importedBy !== ctx.actor.userId) throw new Problem('permission.denied', { needs: 'importer' })
  const sheets = []
  for (const { id, sheet, headers } of one.batches)
    sheets.push({
      sheet,
      headers: JSON.parse(headers) as string[],
      rejects: await listRejects(ctx.writer, id),
    })
  return { kind: one.kind, fileName: one.fileName, sheets }
}

const accountHeader = /账号|帐号|卡号|账户|一卡通|存折|社保卡|卡折/

/** Accounts down to their last four digits. */
export function maskAccounts(headers: readonly string[], raw: readonly string[]): string[] {
  return raw.map((text, index) => {
    const isAccount = accountHeader.test(headers[index] ?? '') && /\d{8,}/.test(text.replace(/\s/g, ''))
    return isAccount ? `…${accountTail(text.trim())}` : text
  })
}
