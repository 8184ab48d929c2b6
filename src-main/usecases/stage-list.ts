import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../crypto/digest.ts'
import { dayInShanghai } from '../domain/day.ts'
import { type ListKind, listKinds, listKindTerms } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import { listVillages } from '../store/division-queries.ts'
import { findSameFile } from '../store/import-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { HeldFile } from '../ports/files.ts'
import type { BookRead, BookRequest } from '../workbook/book-read.ts'
import { readBook } from '../workbook/read-table.ts'
import { buildStage } from './build-stage.ts'
import type { JobContext } from './context.ts'
import type { ListStage } from './list-stage.ts'
import { proposePlan, type SaidAtFirst } from './propose-plan.ts'
import { refuseOtherKind } from './refuse-other-kind.ts'
import { rememberedNotes, rememberedShapes, saidBefore } from './remember-mapping.ts'

export interface StageInput extends SaidAtFirst {
  readonly fileToken: string
  /** Null for the program to find out. */
  readonly kind: ListKind | null
  readonly sheet: string | null
}

/** Reads and judges a list; nothing is written until the clerk says so. */
export async function stageList(ctx: JobContext, input: StageInput): Promise<{ stageId: string }> {
  const file = await ctx.files.hold(input.fileToken)
  try {
    return await stageFile(ctx, file, input)
  } catch (thrown) {
    await file.release()
    throw thrown
  }
}

async function stageFile(ctx: JobContext, file: HeldFile, input: StageInput): Promise<{ stageId: string }> {
  const fileSha256 = sha256Hex(await readFile(file.path))
  const shapes = await rememberedShapes(ctx.reader)
  const book = await readSheets(ctx, file, {
    kinds: input.kind === null ? listKinds : [input.kind],
    year: input.year,
    remembered: shapes,
    ...(input.sheet === null ? {} : { sheet: input.sheet }),
  })
  if (input.kind !== null) refuseOtherKind(input.kind, book)
  const knows = { villages: await listVillages(ctx.reader), programmes: await listProgrammes(ctx.reader) }
  const proposed = proposePlan(book, input, knows)
  const plan = { ...proposed, said: saidBefore(proposed, book, shapes) }
  await refuseSameFile(ctx.reader, { plan, file, fileSha256 })
  const stage = await buildStage(ctx, {
    ...{ id: ctx.newId(), file, fileSha256, book, plan, proposed },
    remembered: rememberedNotes(book, shapes),
  })
  if (!stage.lines.some((line) => line.judged.outcome !== 'skipped'))
    throw new Problem('list.no-rows', { fileName: file.name })
  ctx.parts.stages.put(stage.id, stage, () => file.release())
  return { stageId: stage.id }
}

/** Reads a held file in a process of its own. */
export function readSheets(
  ctx: JobContext,
  file: HeldFile,
  how: Omit<BookRequest, 'path' | 'fileName' | 'kinds'> & { readonly kinds: readonly ListKind[] },
): Promise<BookRead> {
  const phases = { opening: '打开文件', reading: '读取表格', rows: '整理行' }
  return readBook(
    { ...how, path: file.path, fileName: file.name, kinds: how.kinds.map(kindWanted) },
    {
      signal: ctx.signal,
      worker: ctx.parts.readWorker,
      onProgress: ({ phase, done, total }) => ctx.progress(phases[phase], done, total),
    },
  )
}

function kindWanted(kind: ListKind) {
  const { fields, titles, telling } = listKindTerms[kind]
  return { kind, fields, titles, telling, onePerson: kind === 'household-register' }
}

/** The same file for the same year, under whatever name: refused as long as the first import stands. */
export async function refuseSameFile(
  reader: Reader,
  { plan, file, fileSha256 }: Pick<ListStage, 'plan' | 'file' | 'fileSha256'>,
): Promise<void> {
  const { kind, year } = plan
  const sheets = plan.sheets.map(({ sheet }) => sheet)
  const same = await findSameFile(reader, { kind, fileSha256, sheets, year })
  if (same === undefined) return
  throw new Problem('list.already-imported', {
    fileName: file.name,
    importedOn: dayInShanghai(Date.parse(same.importedAt)),
    by: same.importedBy,
  })
}
