import type { EvidenceKind } from '../domain/evidence.ts'
import type { PaperKind } from '../domain/paper-kind.ts'
import { insertEvidence, listByOrigin, markRemoved } from '../store/evidence-queries.ts'
import { getPaper, listLinesOnPage, type StoredPaper } from '../store/paper-queries.ts'
import { deletePlaces, insertPlace } from '../store/paper-scan-queries.ts'
import type { PaperScanTable } from '../store/schema/paper-tables.ts'
import { paperKindLabels } from '../wording/paper-labels.ts'
import type { CommandContext } from './context.ts'
import type { Place } from './judge-codes.ts'

type Scan = Pick<PaperScanTable, 'id' | 'pictureSha256' | 'onDay' | 'timeSource'>

const evidenceKinds: { readonly [K in PaperKind]: EvidenceKind } = {
  'visit-form': 'visit-form',
  'village-register': 'village-register',
  'meeting-record': 'other',
}

/** 归位 — lays a picture at its pages, and shows it at every household that stands on them. */
export async function layAt(ctx: CommandContext, scan: Scan, places: readonly Place[]): Promise<void> {
  for (const place of places) {
    const paper = await getPaper(ctx.writer, ctx.scope, place.documentId)
    await insertPlace(ctx.writer, { scanId: scan.id, ...place })
    for (const line of await listLinesOnPage(ctx.writer, paper.id, place.pageNo))
      if (line.householdId !== null) await showAtHousehold(ctx, scan, paper, place.pageNo, line.householdId)
  }
}

/** Takes it away again, from its pages and from the households; the file and the trace of it stay. */
export async function takeAway(ctx: CommandContext, scanId: string, reason: string): Promise<void> {
  const removed = { by: ctx.actor.userId, at: ctx.now().toISOString(), reason }
  for (const { id } of await listByOrigin(ctx.writer, 'paper', scanId))
    await markRemoved(ctx.writer, id, removed)
  await deletePlaces(ctx.writer, scanId)
}

async function showAtHousehold(
  ctx: CommandContext,
  scan: Scan,
  paper: StoredPaper,
  pageNo: number,
  householdId: string,
): Promise<void> {
  await insertEvidence(ctx.writer, {
    id: ctx.newId(),
    subjectKind: 'household',
    subjectId: householdId,
    kind: evidenceKinds[paper.kind],
    title: `${paperKindLabels[paper.kind]} ${paper.serial} 第${pageNo}页`,
    programmeCode: paper.programmeCode,
    fileSha256: scan.pictureSha256,
    onDay: scan.onDay,
    daySource: scan.timeSource,
    origin: 'paper',
    originId: scan.id,
    addedBy: ctx.actor.userId,
    addedAt: ctx.now().toISOString(),
  })
}
