import { formatMu } from '../domain/area.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { formatYuan } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import type { FileRef } from '../ports/files.ts'
import { insertFullExport } from '../store/full-export-queries.ts'
import { saveFormMapping } from '../store/form-mappings.ts'
import type { FormCell } from '../workbook/fill-form.ts'
import type { FormSeen } from '../workbook/read-form.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import type { CommandContext, JobContext, Parts, QueryContext } from './context.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { fileTitle } from './file-title.ts'
import { formDefinition, type FormFill, type FormTable, formTableOf } from './form-table.ts'
import { formShape, type FormStage, getFormStage, type KeptFormMapping } from './form-stage.ts'
import { trace } from './trace.ts'
import { conditionsOf, mostRows } from './write-extract.ts'

type StagedFill = FormFill & { readonly stageId: string }

interface Filled {
  readonly fill: StagedFill
  readonly reason: string
  readonly recipient: string
}

const shownAtOnce = 100

/** 预览 — as the masked form will say it. */
export async function previewForm(
  ctx: QueryContext & { readonly parts: Pick<Parts, 'stages'> },
  { fill }: { fill: StagedFill },
) {
  const { seen } = getFormStage(ctx, fill.stageId)
  const table = await formTableOf(ctx, seen, fill)
  return {
    rows: table.lines.slice(0, shownAtOnce).map(({ cells }) => shownRow(fill, table, new Map(cells))),
    total: table.lines.length,
    people: table.people,
    added: addedOf(table),
    unmatched: table.unmatched.map((one) => ({ ...one, text: withoutNumbers(one.text) })),
  }
}

function shownRow(
  { fields }: FormFill,
  { columns }: FormTable,
  cells: ReadonlyMap<number, FormCell>,
): string[] {
  return fields.map((field, column) => {
    const value = cells.get(column)
    const kind = columns.find(({ key }) => key === field)?.kind
    if (typeof value !== 'number') return value ?? ''
    if (kind === 'area') return formatMu(Math.round(value * 100))
    return kind === 'money' ? formatYuan(Math.round(value * 100)) : String(value)
  })
}

function addedOf({ room }: FormTable): number {
  return room === null || room.free === null ? 0 : Math.max(0, room.wanted - room.free)
}

/** 套表 — their form with our values, masked, kept in the ledger; how it was understood is remembered for the next one. */
export async function fillOtherForm(
  ctx: JobContext,
  { fill, reason, recipient }: Filled,
): Promise<{ file: FileRef; serial: string; rows: number; people: number; unmatched: number }> {
  const stage = getFormStage(ctx, fill.stageId)
  const table = await tableOf(ctx, stage.seen, fill, false)
  const serial = exportSerial(ctx)
  const bytes = await writeForm(ctx, { ...stage, table })
  const name = filledName(stage.fileName, serial)
  const entry = await entryOf(ctx, fill, table, stage.fileName)
  await ctx.inTransaction(async (command) => {
    await remember(command, stage, fill)
    await recordExport(command, { ...entry, kind: 'form', serial, fileName: name, reason, recipient }, bytes)
  })
  const file = await ctx.files.offer(name, bytes)
  return { file, serial, rows: table.lines.length, people: table.people, unmatched: table.unmatched.length }
}

/** 申请全号套表 — the form itself is kept beside the request: the second person agrees to what is put into it. */
export async function askFullForm(
  ctx: JobContext,
  { fill, reason, recipient, title }: Filled & { readonly title: string },
): Promise<{ requestId: string; rows: number; people: number }> {
  const stage = getFormStage(ctx, fill.stageId)
  const table = await tableOf(ctx, stage.seen, fill, true)
  const { columns, conditions } = await entryOf(ctx, fill, table, stage.fileName)
  const requestId = ctx.newId()
  const rows = table.lines.length
  await ctx.inTransaction(async (command) => {
    const kept = { extension: 'xlsx', kind: 'other-form', by: ctx.actor.userId, at: ctx.now().toISOString() }
    const sha256 = await command.vault.add(stage.bytes, kept, command.writer)
    const { stageId: _stageId, ...work } = fill
    await insertFullExport(command.writer, {
      ...{ id: requestId, kind: 'form', title, reason, recipient, rows, people: table.people },
      work: JSON.stringify({
        fill: work,
        form: { sha256, fileName: stage.fileName, seen: stage.seen },
        format: 'xlsx',
        conditions,
        definition: formDefinition(fill),
      }),
      scope: JSON.stringify(ctx.scope),
      columns: JSON.stringify(columns),
      contentSha256: table.contentSha256,
      ...{ status: 'waiting', askedBy: ctx.actor.userId, askedAt: ctx.now().toISOString() },
    })
    await trace(command, 'extract.ask-full', requestId, { rows, people: table.people, reason, recipient })
  })
  return { requestId, rows, people: table.people }
}

/** What a request for a filled form keeps. */
export interface FullFormWork {
  readonly fill: FormFill
  readonly form: { readonly sha256: string; readonly fileName: string; readonly seen: FormSeen }
  readonly conditions: string
}

/** The agreed form with whole numbers and the mark of who answers for it; refused where anything has changed. */
export async function fullForm(
  ctx: JobContext,
  { fill, form, conditions }: FullFormWork,
  agreed: { readonly contentSha256: string; readonly rows: number; readonly mark: string },
) {
  const table = await tableOf(ctx, form.seen, fill, true)
  if (table.contentSha256 !== agreed.contentSha256)
    throw new Problem('extract.changed-since-asked', { asked: agreed.rows, found: table.lines.length })
  const bytes = await ctx.vault.read(form.sha256)
  const plain = await writeForm(ctx, { ...form, bytes, table, mark: agreed.mark })
  const columns = table.columns.map(({ label }) => label)
  return {
    plain,
    entry: { kind: 'form' as const, columns, conditions, people: table.people, rows: table.lines.length },
  }
}

async function tableOf(
  ctx: JobContext,
  seen: FormSeen,
  fill: FormFill,
  fullNumbers: boolean,
): Promise<FormTable> {
  ctx.progress('取数', 0, 1)
  const table = await formTableOf(ctx, seen, fill, fullNumbers)
  const rows = table.lines.length
  if (rows > mostRows.xlsx)
    throw new Problem('extract.too-many-rows', { rows, most: mostRows.xlsx, format: 'xlsx' })
  return table
}

function writeForm(
  ctx: JobContext,
  {
    fileName,
    bytes,
    seen,
    table,
    mark,
  }: Pick<FormStage, 'fileName' | 'bytes' | 'seen'> & {
    readonly table: FormTable
    readonly mark?: string
  },
): Promise<Uint8Array> {
  ctx.progress('填写', 0, 1)
  const { lines, room } = table
  const filling = { work: 'fill-form' as const, fileName, bytes, sheet: seen.sheet, lines, room }
  return runSheetWork(mark === undefined ? filling : { ...filling, mark }, {
    worker: ctx.parts.readWorker,
    signal: ctx.signal,
  })
}

async function entryOf(ctx: JobContext, fill: FormFill, table: FormTable, fileName: string) {
  const conditions = await conditionsOf(ctx, formDefinition(fill))
  const how = fill.way === 'append' ? '逐行填入' : '按表内已有的人补齐'
  return {
    title: `套表《${fileName}》`.slice(0, 80),
    columns: table.columns.map(({ label }) => label),
    conditions: `${how}；${conditions}`,
    rows: table.lines.length,
    people: table.people,
  }
}

async function remember(ctx: CommandContext, { seen, found }: FormStage, fill: StagedFill): Promise<void> {
  const mapping: KeptFormMapping = {
    ...{ fields: fill.fields, grain: fill.grain, way: fill.way },
    moved: [seen.header[0] - found.header[0], seen.header[1] - found.header[1]],
  }
  await saveFormMapping(ctx.writer, {
    shape: formShape(found.shape),
    mapping: JSON.stringify(mapping),
    savedBy: ctx.actor.userId,
    savedAt: ctx.now().toISOString(),
  })
}

function filledName(fileName: string, serial: string): string {
  return `${fileTitle(fileName.replace(/\.[^.]*$/, ''))}_已填_${serial}.xlsx`
}
