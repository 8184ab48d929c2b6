import type { TrayReason } from '../domain/paper-kind.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import { getHousehold } from '../store/household-queries.ts'
import {
  findPage,
  getPaper,
  listLinesOnPage,
  saveLineHousehold,
  type StoredPaper,
} from '../store/paper-queries.ts'
import {
  getScan,
  listPlaces,
  listScans,
  listWaitingAt,
  saveScan,
  type ScanFilter,
  type StoredScan,
} from '../store/paper-scan-queries.ts'
import { findTaskInRound } from '../store/survey-task-queries.ts'
import { layAt, takeAway } from './attach-scan.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { judgeCodes } from './judge-codes.ts'
import { insertNoticePhoto } from './post-publicity.ts'
import { trace } from './trace.ts'

interface ListInput extends ScanFilter {
  readonly after: string | null
  readonly limit: number
}

/** 收到的件 — what lies at its page, what waits in the tray, what was set aside. */
export async function showScans(ctx: QueryContext, input: ListInput) {
  const { rows, next, total } = await listScans(ctx.reader, viewerOf(ctx), input, input)
  return {
    rows: rows.map((scan) => ({
      ...viewOf(scan),
      placeText: scan.publicityEvidenceId === null ? (scan.placeText ?? '') : '公示张贴证据',
      addedBy: scan.addedByName,
    })),
    next,
    total,
  }
}

/** 看图 — one picture; it shows whole numbers, so who looked stays in the chain. */
export async function openScan(ctx: CommandContext, { scanId }: { scanId: string }) {
  const scan = await getScan(ctx.writer, viewerOf(ctx), scanId)
  await trace(ctx, 'paper.open-scan', scan.id, {})
  const bytes = await ctx.vault.read(scan.pictureSha256)
  const places = await listPlaces(ctx.writer, scan.id)
  return {
    ...viewOf(scan),
    picture: `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`,
    places: places.map(({ villageName, ...place }) => ({ ...place, villageName: villageTitle(villageName) })),
  }
}

export async function turnScan(
  ctx: CommandContext,
  input: { scanId: string; version: number; turned: 0 | 90 | 180 | 270 },
): Promise<{ version: number }> {
  const scan = await current(ctx, input)
  await saveScan(ctx.writer, scan, { turned: input.turned })
  return { version: scan.version + 1 }
}

interface Assign {
  readonly scanId: string
  readonly version: number
  readonly documentId: string
  readonly pageNo: number
  /** Whose blank form it is. */
  readonly householdId?: string | undefined
  /** 自述日期 — where the camera wrote none. */
  readonly statedOn?: string | undefined
}

/** 人工归位 — a person says which page it is; what it was laid at before is taken away. */
export async function assignScan(ctx: CommandContext, input: Assign): Promise<{ version: number }> {
  const scan = await current(ctx, input)
  const paper = await getPaper(ctx.writer, ctx.scope, input.documentId)
  await refuseNoPage(ctx, paper, input.pageNo)
  if (input.statedOn !== undefined && input.statedOn > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'statedOn', rule: 'not-in-future' }] })
  await nameHousehold(ctx, paper, input)
  await takeAway(ctx, scan.id, '改归')
  const time = input.statedOn === undefined ? {} : ({ onDay: input.statedOn, timeSource: 'stated' } as const)
  await layAt(ctx, { ...scan, ...time }, [{ documentId: paper.id, pageNo: input.pageNo }])
  await decide(ctx, scan, { ...time, state: 'attached', why: '', byHand: 1, setAsideReason: '' })
  await trace(ctx, 'paper.assign', scan.id, { serial: paper.serial, pageNo: input.pageNo })
  return { version: scan.version + 1 }
}

/** 重新归位 — asks its code again: the notice may hang by now, or the village have been granted. */
export async function judgeAgain(ctx: CommandContext, input: { scanId: string; version: number }) {
  const scan = await current(ctx, input)
  const { places, notice, why } = await judgeCodes(ctx, scan.codeText.split('\n\n'))
  await takeAway(ctx, scan.id, '重新归位')
  await layAt(ctx, scan, places)
  const publicityEvidenceId =
    notice === null ? scan.publicityEvidenceId : await insertNoticePhoto(ctx, notice, scan)
  await decide(ctx, scan, { state: why === null ? 'attached' : 'tray', why: why ?? '', publicityEvidenceId })
  await trace(ctx, 'paper.judge-again', scan.id, { places, why })
  return { version: scan.version + 1, why }
}

/** 移出 — it is no paper of ours, or laid at the wrong page; the picture stays with the reason. */
export async function setScanAside(
  ctx: CommandContext,
  input: { scanId: string; version: number; reason: string },
): Promise<{ version: number }> {
  const scan = await current(ctx, input)
  await takeAway(ctx, scan.id, input.reason)
  await decide(ctx, scan, { state: 'set-aside', setAsideReason: input.reason })
  await trace(ctx, 'paper.set-aside', scan.id, { reason: input.reason })
  return { version: scan.version + 1 }
}

/** A blank form belongs to the household that was written into it, on all its pages. */
async function nameHousehold(
  ctx: CommandContext,
  paper: StoredPaper,
  { scanId, pageNo, householdId }: Assign,
): Promise<void> {
  const [line] = await listLinesOnPage(ctx.writer, paper.id, pageNo)
  if (paper.blank === 0 || line === undefined) return
  if (householdId === undefined) {
    if (line.householdId === null)
      throw new Problem('input.invalid', { fields: [{ path: 'householdId', rule: 'required' }] })
    return
  }
  const household = await getHousehold(ctx.writer, ctx.scope, householdId)
  const task = await findTaskInRound(ctx.writer, paper.roundId, householdId)
  if (task === undefined || household.villageCode !== paper.villageCode)
    throw new Problem('paper.not-in-round', { householdTail: household.householdNo.slice(-5) })
  await saveLineHousehold(ctx.writer, line, { householdId, taskId: task.id })
  for (const waiting of await listWaitingAt(ctx.writer, line)) {
    if (waiting.id === scanId) continue
    await layAt(ctx, waiting, [{ documentId: paper.id, pageNo: waiting.pageNo }])
    await decide(ctx, waiting, { state: 'attached', why: '' })
  }
}

async function refuseNoPage(
  ctx: CommandContext,
  { id, serial, pages }: StoredPaper,
  page: number,
): Promise<void> {
  if ((await findPage(ctx.writer, id, page)) === undefined)
    throw new Problem('paper.no-such-page', { serial, page, pages })
}

async function decide(
  ctx: CommandContext,
  scan: Pick<StoredScan, 'id' | 'version'>,
  change: Parameters<typeof saveScan>[2],
): Promise<void> {
  const decided = { decidedBy: ctx.actor.userId, decidedAt: ctx.now().toISOString() }
  await saveScan(ctx.writer, scan, { ...change, ...decided })
}

async function current(ctx: CommandContext, input: { scanId: string; version: number }): Promise<StoredScan> {
  const scan = await getScan(ctx.writer, viewerOf(ctx), input.scanId)
  if (scan.version !== input.version) throw new Problem('record.stale', { what: '扫描件' })
  return scan
}

function viewerOf({ actor, scope }: QueryContext) {
  return { userId: actor.userId, scope }
}

function viewOf(scan: StoredScan) {
  return {
    scanId: scan.id,
    fileName: scan.fileName,
    filePage: scan.filePage + 1,
    filePages: scan.filePages,
    width: scan.width,
    height: scan.height,
    turned: scan.turned,
    onDay: scan.onDay,
    timeSource: scan.timeSource,
    /** What a person reads of the code, not the part for machines. */
    codeTitle: scan.codeText.split('\n')[0] ?? '',
    state: scan.state,
    why: scan.why === '' ? null : (scan.why as TrayReason),
    setAsideReason: scan.setAsideReason,
    byHand: scan.byHand === 1,
    version: scan.version,
    addedAt: scan.addedAt,
  }
}
