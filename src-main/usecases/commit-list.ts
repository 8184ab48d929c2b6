import { readFile } from 'node:fs/promises'
import { type ListKind, listKindTerms } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import { raiseDataMark } from '../store/application-queries.ts'
import { getImport, insertImport, type NewImport } from '../store/import-queries.ts'
import { insertBatch, insertRejects } from '../store/list-queries.ts'
import { writePagesEarly } from '../store/page-cache.ts'
import { missingLabels } from '../wording/stage-labels.ts'
import { comparedStore } from './compared-store.ts'
import type { CommandContext, JobContext } from './context.ts'
import { compareLines, type StageDifference } from './list-difference.ts'
import { toImportView } from './list-log.ts'
import { countLines, getStage, isAccepted, isRejected, type ListStage, sumLines } from './list-stage.ts'
import { listWriting, type ListWriting } from './list-writing.ts'
import { type GoneChoice, writeGone } from './write-gone.ts'
import { rejectedLine } from './reject-sheet.ts'
import { rememberMapping } from './remember-mapping.ts'
import { refuseSameFile } from './stage-list.ts'
import { trace } from './trace.ts'
import { writeAllowanceRoll } from './write-allowance-roll.ts'
import { writeComparisonList } from './write-comparison-list.ts'
import { writeRegister } from './write-register.ts'
import { writeRoll } from './write-roll.ts'

export interface ListWriter {
  (ctx: CommandContext, writing: ListWriting, difference: StageDifference): Promise<void>
}

const writers: { readonly [K in ListKind]: ListWriter } = {
  'household-register': writeRegister,
  'farmland-roll': writeRoll,
  'allowance-roll': writeAllowanceRoll,
  'land-rights': writeComparisonList,
  'land-transfers': writeComparisonList,
  deceased: writeComparisonList,
  'disability-certificates': writeComparisonList,
  'social-relief': writeComparisonList,
  payroll: writeComparisonList,
  convicted: writeComparisonList,
}

/**
 * Writes a staged list: the good lines of all its sheets, the rejected ones with their reasons, who is missing, and the
 * source file, in one transaction.
 */
export async function commitList(ctx: JobContext, input: { stageId: string; gone: GoneChoice }) {
  const stage = getStage(ctx.parts.stages, input.stageId, ctx.actor.userId)
  refuseUnready(stage)
  const bytes = await readFile(stage.file.path)
  const importId = await ctx.inTransaction(async (command) => {
    await refuseSameFile(command.writer, stage)
    writePagesEarly(command.writer)
    const { plan, lines } = stage
    const compared = await comparedStore({ reader: command.writer, scope: ctx.scope, plan, lines })
    const difference = await compareLines(lines, compared, () => ctx.breathe())
    const stored = await writeBatches(command, stage, bytes, difference, input.gone)
    const total = lines.length
    const writing = listWriting(
      {
        ...{ importId: stored.id, fileName: stored.fileName, year: plan.year, month: plan.month },
        at: stored.importedAt,
        lines: lines.filter((line) => isAccepted(line) || isRejected(line)),
        source: (line) => ({ batchId: stored.batchIds[line.table] ?? '', line: line.line }),
      },
      async (done) => {
        ctx.progress('写入', Math.min(done, total), total)
        await ctx.breathe()
      },
    )
    await writers[plan.kind](command, writing, difference)
    await writeGone(command, writing, { kind: plan.kind, difference, choice: input.gone })
    await rememberMapping(command, stage)
    await raiseDataMark(command.writer)
    await traceImport(command, stage, stored)
    return stored.id
  })
  ctx.parts.stages.drop(stage.id)
  return toImportView(await getImport(ctx.reader, importId), ctx)
}

function refuseUnready({ missing, file }: ListStage): void {
  const columns = missing.flatMap((one) => (one.what === 'column' ? [one] : []))
  const [first] = columns
  if (first !== undefined && columns.length === missing.length)
    throw new Problem('list.columns-missing', {
      fileName: file.name,
      sheet: first.sheet,
      missing: columns.filter(({ sheet }) => sheet === first.sheet).map(({ label }) => label),
    })
  if (missing.length > 0) throw new Problem('list.not-ready', { missing: missingLabels(missing) })
}

type Stored = NewImport & { readonly batchIds: readonly string[] }

async function writeBatches(
  ctx: CommandContext,
  stage: ListStage,
  bytes: Uint8Array,
  difference: StageDifference,
  goneChoice: GoneChoice,
): Promise<Stored> {
  const { plan, file, fileSha256 } = stage
  const at = ctx.now().toISOString()
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? 'bin'
  await ctx.vault.add(bytes, { extension, kind: 'source-list', by: ctx.actor.userId, at }, ctx.writer)
  const { added, changed, same, gone } = difference
  const { kind, year, month, programmeCode, asOf } = plan
  const values: NewImport = {
    ...{ id: ctx.newId(), kind, fileName: file.name, fileSha256, year, month, programmeCode, asOf },
    ...{ mapping: JSON.stringify(plan), added, changed, same, gone: gone.length, goneChoice },
    ...{ importedBy: ctx.actor.userId, importedAt: at },
  }
  await insertImport(ctx.writer, values)
  const batchIds: string[] = []
  for (const at of stage.tables.keys()) batchIds.push(await writeBatch(ctx, stage, values, at))
  return { ...values, batchIds }
}

async function writeBatch(
  ctx: CommandContext,
  stage: ListStage,
  { id: importId, kind, fileName, fileSha256, year, importedBy, importedAt }: NewImport,
  at: number,
): Promise<string> {
  const table = stage.tables[at]
  if (table === undefined) throw new RangeError('no such sheet')
  const lines = stage.lines.filter((line) => line.table === at)
  const sums = sumLines(lines)
  const id = ctx.newId()
  await insertBatch(ctx.writer, {
    ...{ id, importId, kind, fileName, fileSha256, sheet: table.sheet, year, ...countLines(lines) },
    ...{ areaCentiMu: sums?.areaCentiMu ?? null, amountFen: sums?.amountFen ?? null },
    headers: JSON.stringify(table.columns.map((column) => column.header)),
    ...{ importedBy, importedAt },
  })
  await insertRejects(
    ctx.writer,
    id,
    lines.filter(isRejected).map((line) => rejectedLine(stage, line)),
  )
  return id
}

async function traceImport(ctx: CommandContext, stage: ListStage, stored: Stored): Promise<void> {
  const { kind, year, fileSha256, added, changed, gone, goneChoice } = stored
  const { lines, accepted, rejected, skipped } = countLines(stage.lines)
  const counts = { sheets: stored.batchIds.length, lines, accepted, rejected, skipped, added, changed, gone }
  const label = listKindTerms[kind].label
  await trace(ctx, 'list.commit', stored.id, { kind, label, year, ...counts, goneChoice, fileSha256 })
}
