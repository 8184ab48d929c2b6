import { readFile } from 'node:fs/promises'
import { listKindTerms } from '../domain/list-kind.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { insertImport } from '../store/import-queries.ts'
import { insertBatch, insertRejects, type ListBatch } from '../store/list-queries.ts'
import { writePagesEarly } from '../store/page-cache.ts'
import type { CommandContext, JobContext } from './context.ts'
import { countLines, getStage, isAccepted, isRejected, type ListStage, sumLines } from './list-stage.ts'
import { toBatchView } from './list-log.ts'
import { listWriting, type ListWriting } from './list-writing.ts'
import { rejectedLine } from './reject-sheet.ts'
import { writeComparisonList } from './write-comparison-list.ts'
import { writeRegister } from './write-register.ts'
import { writeRoll } from './write-roll.ts'

const writers: {
  readonly [K in ListStage['kind']]: (ctx: CommandContext, writing: ListWriting) => Promise<void>
} = {
  'household-register': writeRegister,
  'farmland-roll': writeRoll,
  'land-rights': writeComparisonList,
  deceased: writeComparisonList,
  payroll: writeComparisonList,
}

/** Writes a staged list: the good lines, the rejected ones with their reasons, and the source file, in one transaction. */
export async function commitList(ctx: JobContext, input: { stageId: string }) {
  const stage = getStage(ctx.parts.stages, input.stageId, ctx.actor.userId)
  const bytes = await readFile(stage.path)
  const batch = await ctx.inTransaction(async (command) => {
    writePagesEarly(command.writer)
    const stored = await writeBatch(command, stage, bytes)
    const total = stage.lines.length
    const writing = listWriting(
      {
        batchId: stored.id,
        fileName: stored.fileName,
        year: stage.year,
        at: stored.importedAt,
        lines: stage.lines.filter((line) => isAccepted(line) || isRejected(line)),
      },
      async (done) => {
        ctx.progress('写入', Math.min(done, total), total)
        await ctx.breathe()
      },
    )
    await writers[stage.kind](command, writing)
    await raiseDataMark(command.writer)
    await traceImport(command, stored)
    return stored
  })
  ctx.parts.stages.drop(stage.id)
  return toBatchView(batch, ctx.actor.displayName)
}

async function writeBatch(ctx: CommandContext, stage: ListStage, bytes: Uint8Array): Promise<ListBatch> {
  const extension = stage.table.fileName.split('.').at(-1)?.toLowerCase() ?? 'bin'
  await ctx.vault.add(
    bytes,
    { extension, kind: 'source-list', by: ctx.actor.userId, at: ctx.now().toISOString() },
    ctx.writer,
  )
  const sums = sumLines(stage)
  const importId = ctx.newId()
  const batch: ListBatch = {
    id: ctx.newId(),
    importId,
    kind: stage.kind,
    fileName: stage.table.fileName,
    fileSha256: stage.fileSha256,
    sheet: stage.table.sheet,
    year: stage.year,
    ...countLines(stage),
    areaCentiMu: sums?.areaCentiMu ?? null,
    amountFen: sums?.amountFen ?? null,
    headers: JSON.stringify(stage.table.columns.map((column) => column.header)),
    importedBy: ctx.actor.userId,
    importedAt: ctx.now().toISOString(),
  }
  const { kind, fileName, fileSha256, year, importedBy, importedAt } = batch
  const programmeCode = kind === 'farmland-roll' ? 'NY01' : null
  await insertImport(ctx.writer, {
    id: importId,
    ...{ kind, fileName, fileSha256, year, month: null, programmeCode, importedBy, importedAt },
  })
  await insertBatch(ctx.writer, batch)
  await insertRejects(
    ctx.writer,
    batch.id,
    stage.lines.filter(isRejected).map((line) => rejectedLine(stage.table.columns, line)),
  )
  return batch
}

async function traceImport(ctx: CommandContext, batch: ListBatch): Promise<void> {
  const { kind, year, lines, accepted, rejected, skipped, fileSha256 } = batch
  await recordAudit(ctx.writer, {
    at: batch.importedAt,
    actor: ctx.actor.userId,
    action: 'list.commit',
    subject: batch.id,
    details: { kind, label: listKindTerms[kind].label, year, lines, accepted, rejected, skipped, fileSha256 },
  })
}
