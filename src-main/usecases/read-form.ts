import { readFile } from 'node:fs/promises'
import { formFields } from '../domain/form-field.ts'
import type { ExtractGrain } from '../domain/extract-field.ts'
import { withoutNumbers } from '../domain/masking.ts'
import { Problem } from '../domain/problem.ts'
import { findFormMapping } from '../store/form-mappings.ts'
import { readLimits } from '../workbook/read-limits.ts'
import type { FormSeen } from '../workbook/read-form.ts'
import { runSheetWork } from '../workbook/run-sheet-work.ts'
import type { JobContext } from './context.ts'
import { formShape, type FormStage, type FormWay, getFormStage, type KeptFormMapping } from './form-stage.ts'

interface Asked {
  readonly fileToken: string | null
  readonly stageId: string | null
  readonly sheet: string | null
  readonly header: readonly [number, number] | null
}

interface Remembered extends KeptFormMapping {
  readonly by: string
  readonly at: string
}

/** 读对方的表 — its head anywhere in the first lines, its columns as proposed, or as somebody had them before. */
export async function readOtherForm(ctx: JobContext, input: Asked) {
  const { fileName, bytes } =
    input.fileToken === null ? getFormStage(ctx, input.stageId ?? '') : await take(ctx, input.fileToken)
  const look = (sheet: string | null, header: Asked['header']) =>
    lookAt(ctx, { fileName, bytes, sheet, header, grain: 'application' })
  const first = await look(input.sheet, null)
  const remembered = await recall(ctx, first)
  const header = input.header ?? movedHeader(first, remembered)
  const seen = header === null ? first : await look(first.sheet, header)
  const stage: FormStage = {
    ...{ id: input.stageId ?? ctx.newId(), userId: ctx.actor.userId, fileName, bytes, seen },
    found: { shape: first.shape, header: first.header },
  }
  ctx.parts.stages.put(stage.id, stage)
  return toView(stage, input.header === null ? remembered : undefined)
}

async function take(ctx: JobContext, token: string): Promise<{ fileName: string; bytes: Uint8Array }> {
  const file = await ctx.files.take(token)
  const limit = readLimits.fileMegabytes
  if (file.size > limit * 1024 * 1024)
    throw new Problem('file.too-large', { fileName: file.name, limit, unit: 'MB' })
  return { fileName: file.name, bytes: new Uint8Array(await readFile(file.path)) }
}

function lookAt(
  ctx: JobContext,
  asked: Omit<Asked, 'fileToken' | 'stageId'> & {
    readonly fileName: string
    readonly bytes: Uint8Array
    readonly grain: ExtractGrain
  },
): Promise<FormSeen> {
  ctx.progress('读取表格', 0, 1)
  const { grain, ...rest } = asked
  const fields = allFields(grain)
  return runSheetWork(
    { work: 'read-form', fields, ...rest },
    { worker: ctx.parts.readWorker, signal: ctx.signal },
  )
}

/** Of every kind of line: which kind it is about follows from what is asked for. */
function allFields(grain: ExtractGrain) {
  const own = formFields(grain)
  const others = formFields('person').filter(({ key }) => !own.some((one) => one.key === key))
  return [...own, ...others]
}

async function recall(ctx: JobContext, seen: FormSeen): Promise<Remembered | undefined> {
  const kept = await findFormMapping(ctx.reader, formShape(seen.shape))
  if (kept === undefined) return undefined
  return { ...(JSON.parse(kept.mapping) as KeptFormMapping), by: kept.savedByName, at: kept.savedAt }
}

function movedHeader(seen: FormSeen, remembered: Remembered | undefined): [number, number] | null {
  const [from, to] = remembered?.moved ?? [0, 0]
  return from === 0 && to === 0
    ? null
    : [Math.max(1, seen.header[0] + from), Math.max(1, seen.header[1] + to)]
}

function toView(stage: FormStage, remembered: Remembered | undefined) {
  const { id: stageId, fileName, seen } = stage
  const fits = remembered?.fields.length === seen.columns.length ? remembered : undefined
  return {
    ...{
      stageId,
      fileName,
      sheets: [...seen.sheets],
      sheet: seen.sheet,
      header: [...seen.header] as [number, number],
    },
    columns: seen.columns.map((column, at) => ({
      header: column.header,
      field: fits === undefined ? column.field : (fits.fields[at] ?? null),
      sureness:
        fits === undefined
          ? column.sureness
          : (fits.fields[at] ?? null) === null
            ? null
            : ('remembered' as const),
      sample: withoutNumbers(column.samples[0] ?? ''),
    })),
    grain: fits?.grain ?? grainOf(seen),
    way: fits?.way ?? wayOf(seen),
    rows: seen.rows.length,
    free: seen.room.free,
    remembered: fits === undefined ? null : { by: fits.by, at: fits.at },
  }
}

const ofRecords = ['area', 'rate', 'amount', 'programme', 'status', 'year']

/** A form that asks for money or area is about this year's records; any other about people. */
function grainOf({ columns }: FormSeen): ExtractGrain {
  return columns.some(({ field }) => field !== null && ofRecords.includes(field)) ? 'application' : 'person'
}

/** A form that names people already wants to be completed. */
function wayOf({ rows, columns }: FormSeen): FormWay {
  return rows.length > 0 && columns.some(({ field }) => field === 'name' || field === 'idNumber')
    ? 'match'
    : 'append'
}
