import { listVillages } from '../store/division-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import type { BookRead } from '../workbook/book-read.ts'
import { buildStage } from './build-stage.ts'
import type { JobContext } from './context.ts'
import type { ListPlan } from './list-plan.ts'
import { getStage, type ListStage } from './list-stage.ts'
import { proposePlan, proposeSheet } from './propose-plan.ts'
import { readSheets } from './stage-list.ts'

interface RemapInput {
  readonly stageId: string
  /** Without sheets: find out anew, as if nothing had been said or remembered. */
  readonly plan: ListPlan
}

/** 改对应 — judges a staged file again as the clerk has it now. The file is not asked for a second time. */
export async function remapList(
  ctx: JobContext,
  { stageId, plan }: RemapInput,
): Promise<{ stageId: string }> {
  const before = getStage(ctx.parts.stages, stageId, ctx.actor.userId)
  const stage =
    plan.sheets.length === 0 ? await proposedAnew(ctx, before, plan) : await asSaid(ctx, before, plan)
  ctx.parts.stages.put(stageId, stage, () => stage.file.release())
  return { stageId }
}

async function proposedAnew(ctx: JobContext, before: ListStage, plan: ListPlan): Promise<ListStage> {
  const book = await readSheets(ctx, before.file, { kinds: [plan.kind], year: plan.year })
  const knows = { villages: await listVillages(ctx.reader), programmes: await listProgrammes(ctx.reader) }
  const proposed = proposePlan(book, plan, knows)
  const first = before.proposed.kind === plan.kind ? proposed : before.proposed
  return rebuilt(ctx, before, { ...book, guessed: false }, proposed, first)
}

async function asSaid(ctx: JobContext, before: ListStage, plan: ListPlan): Promise<ListStage> {
  const proposed = before.proposed.kind === plan.kind ? before.proposed : { ...before.proposed, sheets: [] }
  if (isReadAs(before, plan)) {
    const tables = before.tables.map(({ packed, ...table }) => ({ ...table, rows: packed }))
    return rebuilt(ctx, before, { ...before, tables }, plan, proposed)
  }
  const book = await readSheets(ctx, before.file, { kinds: [plan.kind], plan: plan.sheets })
  const villages = await listVillages(ctx.reader)
  const sheets = book.tables.map((table) => {
    const said = plan.sheets.find(({ sheet }) => sheet === table.sheet)
    const found = proposeSheet(table, plan.kind, book, { villages })
    return said === undefined ? found : { ...found, constants: { ...found.constants, ...said.constants } }
  })
  return rebuilt(ctx, before, book, { ...plan, sheets }, proposed)
}

/** Only columns and words differ: the rows are here already. */
function isReadAs({ plan: before }: ListStage, plan: ListPlan): boolean {
  const read = (of: ListPlan) =>
    of.sheets.map(({ sheet, headerFrom, headerTo }) => [sheet, headerFrom, headerTo].join('|')).join('\n')
  return before.kind === plan.kind && read(before) === read(plan)
}

function rebuilt(
  ctx: JobContext,
  before: ListStage,
  book: Pick<BookRead, 'sheets' | 'tables' | 'guessed'>,
  plan: ListPlan,
  proposed: ListPlan,
): Promise<ListStage> {
  const { id, file, fileSha256 } = before
  return buildStage(ctx, { id, file, fileSha256, book, plan, proposed, remembered: [] })
}
