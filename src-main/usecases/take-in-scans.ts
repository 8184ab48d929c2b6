import { PictureReader } from '../imaging/read-pictures.ts'
import type { PicturePage } from '../imaging/picture-page.ts'
import { Problem } from '../domain/problem.ts'
import type { TimeSource, TrayReason } from '../domain/paper-kind.ts'
import type { HandedFile } from '../ports/files.ts'
import { findSameScan, insertIntake, insertScan, saveIntakeCounts } from '../store/paper-scan-queries.ts'
import { layAt } from './attach-scan.ts'
import type { CommandContext, JobContext } from './context.ts'
import { judgeCodes, type Judged } from './judge-codes.ts'
import { insertNoticePhoto } from './post-publicity.ts'
import { trace } from './trace.ts'

export interface TakeIn {
  readonly fileTokens: readonly string[]
  /** 保留拍摄地点 — an exception that has to be reasoned. */
  readonly keepPlace: boolean
  readonly keepPlaceReason: string
}

/** What became of one page. */
export interface TakenPage {
  readonly fileName: string
  readonly filePage: number
  readonly filePages: number
  readonly outcome: 'attached' | 'tray' | 'duplicate'
  readonly scanId: string
  readonly why: TrayReason | null
}
interface RefusedFile {
  readonly fileName: string
  readonly code: string
  readonly facts: Record<string, unknown>
}

/**
 * 收件 — files in any order, each page by itself: what has a place goes there, what has none waits in the tray, what is
 * no picture is refused by name, and the rest goes on. Every page is kept the moment it is read.
 */
export async function takeInScans(ctx: JobContext, input: TakeIn) {
  if (input.keepPlace && input.keepPlaceReason === '') throw new Problem('paper.place-reason-missing')
  const intakeId = await openIntake(ctx, input)
  const reader = new PictureReader(ctx.parts.pictureWorker, ctx.signal)
  const pages: TakenPage[] = []
  const refused: RefusedFile[] = []
  let read = 0
  try {
    for (const [index, token] of input.fileTokens.entries()) {
      ctx.progress('读图并归位', index, input.fileTokens.length)
      await ctx.breathe()
      await ctx.files.use(token, async (file) => {
        const of = { file, intakeId, keepPlace: input.keepPlace }
        const problem = await readFile(ctx, reader, of, pages)
        if (problem !== null)
          refused.push({ fileName: file.name, code: problem.code, facts: { ...problem.facts } })
      })
      read = index + 1
    }
  } catch (thrown) {
    if (!isStop(thrown)) throw thrown
    for (const token of input.fileTokens.slice(read)) await forget(ctx, token)
  } finally {
    reader.close()
    await ctx.inTransaction((command) => saveIntakeCounts(command.writer, intakeId, read, pages.length))
  }
  return { ...resultOf(intakeId, pages, refused), files: read, left: input.fileTokens.length - read }
}

/** 停止 — what was read is kept and says so; the rest is as if it had never been handed in. */
function isStop(thrown: unknown): boolean {
  return thrown instanceof Problem && thrown.code === 'job.cancelled'
}

/** The file that was just being read is gone already. */
function forget(ctx: JobContext, token: string): Promise<void> {
  return ctx.files.use(token, () => Promise.resolve()).catch(() => undefined)
}

async function openIntake(
  ctx: JobContext,
  { keepPlace, keepPlaceReason, fileTokens }: TakeIn,
): Promise<string> {
  const id = ctx.newId()
  const intake = { keepPlace: keepPlace ? 1 : 0, keepPlaceReason: keepPlace ? keepPlaceReason : '' } as const
  await ctx.inTransaction(async (command) => {
    await insertIntake(command.writer, {
      id,
      ...intake,
      startedBy: ctx.actor.userId,
      startedAt: ctx.now().toISOString(),
    })
    await trace(command, 'paper.take-in', id, {
      files: fileTokens.length,
      keepPlace,
      ...(keepPlace ? { reason: keepPlaceReason } : {}),
    })
  })
  return id
}

interface FileToRead {
  readonly file: HandedFile
  readonly intakeId: string
  readonly keepPlace: boolean
}

/** What was wrong with the file; pages read before that are kept. */
async function readFile(
  ctx: JobContext,
  reader: PictureReader,
  of: FileToRead,
  pages: TakenPage[],
): Promise<Problem | null> {
  const { path, name } = of.file
  try {
    await reader.readAll({ path, fileName: name, keepPlace: of.keepPlace }, async (page, number) => {
      pages.push(await ctx.inTransaction((command) => keepPage(command, of, page, number)))
      await ctx.breathe()
    })
    return null
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.code === 'job.cancelled') throw thrown
    return thrown
  }
}

async function keepPage(
  ctx: CommandContext,
  { file, intakeId }: FileToRead,
  page: PicturePage,
  number: number,
): Promise<TakenPage> {
  const of = { fileName: file.name, filePage: number, filePages: page.pages }
  const same = await findSameScan(ctx.writer, page.fileSha256, number)
  if (same !== undefined) return { ...of, outcome: 'duplicate', scanId: same.id, why: null }
  const judged = await judgeCodes(ctx, page.codes)
  const [by, at] = [ctx.actor.userId, ctx.now().toISOString()]
  const pictureSha256 = await ctx.vault.add(
    page.jpeg,
    { extension: 'jpg', kind: 'paper-scan', by, at },
    ctx.writer,
  )
  const scan = { id: ctx.newId(), pictureSha256, ...timeOf(ctx, page) }
  const publicityEvidenceId =
    judged.notice === null ? null : await insertNoticePhoto(ctx, judged.notice, scan)
  await insertScan(ctx.writer, {
    ...{ ...scan, intakeId, ...of, fileSha256: page.fileSha256, width: page.width, height: page.height },
    ...{ codeText: page.codes.join('\n\n').slice(0, 1_000), publicityEvidenceId },
    ...{ state: judged.why === null ? 'attached' : 'tray', why: judged.why ?? '' },
    ...{ addedBy: by, addedAt: at, decidedBy: null, decidedAt: null },
  })
  await layAt(ctx, scan, judged.places)
  await trace(ctx, 'paper.keep-scan', scan.id, keptDetails(judged, pictureSha256))
  return { ...of, outcome: judged.why === null ? 'attached' : 'tray', scanId: scan.id, why: judged.why }
}

/** 时间来源 — the camera's clock where it can be right, otherwise only when it was handed in. */
function timeOf(
  ctx: CommandContext,
  { takenAt }: PicturePage,
): { onDay: string | null; timeSource: TimeSource } {
  const onDay = takenAt?.slice(0, 10) ?? null
  if (onDay === null || onDay > ctx.today()) return { onDay: null, timeSource: 'imported' }
  return { onDay, timeSource: 'taken' }
}

function keptDetails({ places, notice, why }: Judged, pictureSha256: string) {
  return { pictureSha256, places, why, ...(notice === null ? {} : { publicity: notice.id }) }
}

function resultOf(intakeId: string, pages: readonly TakenPage[], refused: RefusedFile[]) {
  const count = (outcome: TakenPage['outcome']) => pages.filter((page) => page.outcome === outcome).length
  return {
    intakeId,
    pages: pages.length,
    attached: count('attached'),
    tray: count('tray'),
    duplicates: count('duplicate'),
    refused,
    notAttached: pages.filter((page) => page.outcome !== 'attached').slice(0, 500),
  }
}
