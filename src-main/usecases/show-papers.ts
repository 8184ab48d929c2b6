import { Problem } from '../domain/problem.ts'
import { compareGroups } from '../domain/group-name.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { FileRef } from '../ports/files.ts'
import { insertMissingReasons, listMissingLines } from '../store/paper-missing-queries.ts'
import { getPaper, listPagesOf, listPapers, saveVoid } from '../store/paper-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { paperKindLabels } from '../wording/paper-labels.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

/** 已打印的纸件 of a round, with how many of their pages have come back. */
export async function showPapers(ctx: QueryContext, { roundId }: { roundId: string }) {
  await getRound(ctx.reader, ctx.scope, roundId)
  const papers = await listPapers(ctx.reader, ctx.scope, roundId)
  return papers.map((paper) => ({
    documentId: paper.id,
    serial: paper.serial,
    kind: paper.kind,
    villageCode: paper.villageCode,
    villageName: villageTitle(paper.villageName),
    blank: paper.blank === 1,
    pages: paper.pages,
    lines: paper.lines,
    returned: paper.returned,
    missingLines: paper.missingLines,
    unexplained: paper.unexplained,
    status: paper.status,
    version: paper.version,
    voidReason: paper.voidReason ?? '',
    printedBy: paper.printedByName,
    printedAt: paper.printedAt,
  }))
}

/** 取件 — the very bytes that were printed; who took them stays in the chain, for they name a whole village. */
export async function takePaper(ctx: CommandContext, input: { documentId: string }): Promise<FileRef> {
  const paper = await getPaper(ctx.writer, ctx.scope, input.documentId)
  await trace(ctx, 'paper.take', paper.id, { serial: paper.serial })
  const name = `${paper.serial}_${paperKindLabels[paper.kind]}.${paper.extension}`
  return ctx.files.offer(name, await ctx.vault.read(paper.printedSha256))
}

/** 作废 — nothing more is expected of it; what came back stays where it lies. */
export async function voidPaper(
  ctx: CommandContext,
  input: { documentId: string; version: number; reason: string },
): Promise<{ ok: true }> {
  const paper = await getPaper(ctx.writer, ctx.scope, input.documentId)
  if (paper.version !== input.version || paper.status === 'void')
    throw new Problem('record.stale', { what: '纸件' })
  const at = ctx.now().toISOString()
  await saveVoid(ctx.writer, paper, { voidedBy: ctx.actor.userId, voidedAt: at, voidReason: input.reason })
  await trace(ctx, 'paper.void', paper.id, { serial: paper.serial, reason: input.reason })
  return { ok: true }
}

/** 缺页清单 — every household a page of which has not come back, with why, where somebody said so. */
export async function showMissing(ctx: QueryContext, { documentId }: { documentId: string }) {
  const paper = await getPaper(ctx.reader, ctx.scope, documentId)
  const lines = await listMissingLines(ctx.reader, paper.id)
  return lines
    .map((line) => ({
      lineNo: line.lineNo,
      householdId: line.householdId ?? '',
      householder: line.householder ?? '',
      groupName: line.groupName,
      state: line.state ?? 'unvisited',
      missingPages: (line.missingPages ?? '')
        .split(',')
        .map(Number)
        .sort((a, b) => a - b),
      reason: line.reason ?? '',
      statedBy: line.statedBy ?? '',
      statedAt: line.statedAt,
    }))
    .toSorted((a, b) => compareGroups(a.groupName, b.groupName) || a.lineNo - b.lineNo)
}

/** 逐户说明 — one reason for the households it is true of; the newest counts, the others stay. */
export async function explainMissing(
  ctx: CommandContext,
  input: { documentId: string; lineNos: readonly number[]; reason: string },
): Promise<{ ok: true }> {
  const paper = await getPaper(ctx.writer, ctx.scope, input.documentId)
  const open = new Set((await listMissingLines(ctx.writer, paper.id)).map((line) => line.lineNo))
  if (input.lineNos.some((lineNo) => !open.has(lineNo)))
    throw new Problem('record.stale', { what: '缺页清单' })
  const [statedBy, statedAt] = [ctx.actor.userId, ctx.now().toISOString()]
  insertMissingReasons(
    ctx.writer,
    input.lineNos.map((lineNo) => ({
      ...{ id: ctx.newId(), documentId: paper.id, lineNo },
      ...{ reason: input.reason, statedBy, statedAt },
    })),
  )
  await trace(ctx, 'paper.explain-missing', paper.id, { serial: paper.serial, lineNos: input.lineNos })
  return { ok: true }
}

/** Which pages of the round's current papers a household stands on, and which of them are back. */
export async function showPagesOf(ctx: QueryContext, input: { roundId: string; householdId: string }) {
  const lines = await listPagesOf(ctx.reader, ctx.scope, input)
  return lines.map(({ returnedPages, ...line }) => ({
    ...line,
    returnedPages: returnedPages === null ? [] : returnedPages.split(',').map(Number),
  }))
}
