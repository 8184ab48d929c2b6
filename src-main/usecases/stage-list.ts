import { readFile } from 'node:fs/promises'
import { sha256Hex } from '../crypto/digest.ts'
import { dayInShanghai } from '../domain/day.ts'
import type { ListKind } from '../domain/list-kind.ts'
import { listKindTerms } from '../domain/list-kind.ts'
import { Problem } from '../domain/problem.ts'
import { getTownship, listVillages } from '../store/division-queries.ts'
import { findSameFile, listRollKeys } from '../store/list-queries.ts'
import { listRegisteredElsewhere } from '../store/register-queries.ts'
import type { HandedFile } from '../ports/files.ts'
import { readTable } from '../workbook/read-table.ts'
import type { TableRead } from '../workbook/table-read.ts'
import type { JobContext } from './context.ts'
import { refuseOtherKind } from './refuse-other-kind.ts'
import { compareWithStored } from './list-difference.ts'
import { ListJudge, skippedLines } from './judge-list.ts'
import type { ListStage, StagedLine } from './list-stage.ts'

interface StageInput {
  readonly fileToken: string
  readonly kind: ListKind
  readonly year: number | null
  readonly sheet: string | null
}

/** Reads and judges a list; nothing is written until the clerk says so. */
export async function stageList(ctx: JobContext, input: StageInput): Promise<{ stageId: string }> {
  const year = yearOf(input)
  const file = await ctx.files.take(input.fileToken)
  const fileSha256 = sha256Hex(await readFile(file.path))
  const table = await readSheet(ctx, file, input)
  refuseOtherKind(input.kind, table)
  await refuseSameFile(ctx, { kind: input.kind, fileSha256, sheet: table.sheet, year }, file.name)
  const lines = await judgeLines(ctx, input.kind, year, table)
  if (!lines.some((line) => line.judged.outcome !== 'skipped'))
    throw new Problem('list.no-rows', { fileName: file.name })
  const { rows: _rows, ...head } = table
  const base = {
    id: ctx.newId(),
    kind: input.kind,
    year,
    ownerId: ctx.actor.userId,
    path: file.path,
    fileSha256,
    table: head,
    lines,
  }
  const difference = await compareWithStored(ctx.reader, base)
  const stage: ListStage = { ...base, difference }
  ctx.parts.stages.put(stage.id, stage)
  return { stageId: stage.id }
}

function yearOf(input: StageInput): number | null {
  if (input.kind !== 'farmland-roll') return null
  if (input.year === null)
    throw new Problem('input.invalid', { fields: [{ path: 'year', rule: 'required' }] })
  return input.year
}

function readSheet(ctx: JobContext, file: HandedFile, input: StageInput): Promise<TableRead> {
  const request = {
    path: file.path,
    fileName: file.name,
    header: { fields: listKindTerms[input.kind].fields },
    ...(input.sheet === null ? {} : { sheet: input.sheet }),
  }
  const phases = { opening: '打开文件', reading: '读取表格', rows: '整理行' }
  return readTable(request, {
    signal: ctx.signal,
    worker: ctx.parts.readWorker,
    onProgress: ({ phase, done, total }) => ctx.progress(phases[phase], done, total),
  })
}

async function refuseSameFile(
  ctx: JobContext,
  like: Parameters<typeof findSameFile>[1],
  fileName: string,
): Promise<void> {
  const same = await findSameFile(ctx.reader, like)
  if (same === undefined) return
  throw new Problem('list.already-imported', {
    fileName,
    importedOn: dayInShanghai(Date.parse(same.importedAt)),
    by: same.importedBy,
  })
}

async function judgeLines(
  ctx: JobContext,
  kind: ListKind,
  year: number | null,
  table: TableRead,
): Promise<StagedLine[]> {
  const villages = (await listVillages(ctx.reader)).filter(
    (village) => ctx.scope.villages === 'all' || ctx.scope.villages.includes(village.code),
  )
  const township = await getTownship(ctx.reader)
  const onRoll = year === null ? new Set<string>() : await listRollKeys(ctx.reader, year)
  const elsewhere = await listRegisteredElsewhere(ctx.reader, ctx.scope)
  const judge = new ListJudge({ kind, villages, townshipName: township.name, onRoll, elsewhere })
  const lines: StagedLine[] = []
  for (const row of table.rows) {
    if (lines.length % 500 === 0) {
      ctx.progress('逐行核对', lines.length, table.rows.length)
      await ctx.breathe()
    }
    lines.push(judge.judge(row))
  }
  return [...lines, ...skippedLines(table)].sort((a, b) => a.line - b.line)
}
