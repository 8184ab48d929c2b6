import { dayInShanghai } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import { type HandoverTask, renderHandoverSheet } from '../documents/handover-sheet.tsx'
import type { FileRef } from '../ports/files.ts'
import { recordAudit } from '../store/audit.ts'
import { getTownship } from '../store/division-queries.ts'
import {
  findKeyFingerprint,
  insertHandover,
  listHandovers,
  type OpenTasks,
  readOpenTasks,
} from '../store/handover-queries.ts'
import type { Reader } from '../store/reader.ts'
import { getUser, listUsers, type StoredUser } from '../store/users-queries.ts'
import { labelOf, roleLabels } from '../wording/status-labels.ts'
import type { JobContext, QueryContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'

type HandoverContext = QueryContext & Pick<JobContext, 'newId' | 'inTransaction'>
type Print = (html: string) => Promise<{ bytes: Uint8Array; extension: 'pdf' | 'html' }>

interface Leaving {
  readonly userId: string
  readonly receivedBy: string
  readonly media: string
}

/** 离任交接 — the sheet both sides sign; without it nobody's account is closed (field-notes 15). */
export async function handOver(
  ctx: HandoverContext,
  input: Leaving,
  print: Print,
): Promise<{ handoverId: string; openTasks: number; file: FileRef }> {
  const user = await getUser(ctx.reader, input.userId)
  if (!user.active) throw new Problem('record.stale', { what: 'user' })
  const tasks = await readOpenTasks(ctx.reader, user.userId)
  const keyFingerprint = await findKeyFingerprint(ctx.reader, user.userId)
  const made = await print(await sheetOf(ctx, user, input, { tasks, keyFingerprint }))
  const handoverId = await keep(ctx, input, { ...made, tasks, keyFingerprint })
  const file = await ctx.files.offer(fileName(user, made.extension), made.bytes)
  return { handoverId, openTasks: linesOf(tasks).length, file }
}

/** The sheet as it was made, to be printed again. */
export async function handoverFile(ctx: QueryContext, input: { userId: string }): Promise<FileRef> {
  const user = await getUser(ctx.reader, input.userId)
  const made = (await listHandovers(ctx.reader)).get(user.userId)
  if (made === undefined) throw new Problem('record.not-found', { what: '离任交接单' })
  return ctx.files.offer(fileName(user, made.extension), await ctx.vault.read(made.fileSha256))
}

/** Refuses to close an account before its open tasks, key and media have a sheet. */
export async function refuseWithoutHandover(reader: Reader, userId: string): Promise<void> {
  const user = await getUser(reader, userId)
  if (!(await listHandovers(reader)).has(userId))
    throw new Problem('user.handover-missing', { name: user.displayName })
}

/** Everybody with the time of the sheet that lets their account be closed. */
export async function showUsers({ reader }: QueryContext) {
  const handovers = await listHandovers(reader)
  return (await listUsers(reader)).map((user) => ({
    ...user,
    grants: [...user.grants],
    handoverAt: handovers.get(user.userId)?.madeAt ?? null,
  }))
}

interface Open {
  readonly tasks: OpenTasks
  readonly keyFingerprint: string | null
}

async function sheetOf(
  ctx: HandoverContext,
  user: StoredUser,
  { receivedBy, media }: Leaving,
  { tasks, keyFingerprint }: Open,
): Promise<string> {
  return renderHandoverSheet({
    townshipName: (await getTownship(ctx.reader)).name,
    demonstration: await isDemonstration(ctx.reader),
    leaving: {
      name: user.displayName,
      posts: [...new Set(user.grants.map(({ role }) => roleLabels[role]))].join('、'),
      termFrom: dayInShanghai(new Date(user.termFrom).getTime()),
    },
    receivedBy,
    media,
    keyFingerprint,
    tasks: linesOf(tasks),
    madeBy: ctx.actor.displayName,
    madeOn: ctx.today(),
  })
}

function linesOf({ records, packages, publicities }: OpenTasks): HandoverTask[] {
  const period = (year: number, programme: string) => `${String(year)}年${programme}`
  return [
    ...records.map(({ year, programme, villageName, status, rows }) => ({
      what: `${period(year, programme)} 申报 ${String(rows)} 笔`,
      where: villageTitle(villageName),
      state: labelOf(status),
    })),
    ...publicities.map(({ serial, villageName, status }) => ({
      what: `公示 ${serial}`,
      where: villageTitle(villageName),
      state: status === 'frozen' ? '待张贴' : '公示中',
    })),
    ...packages.map(({ packageId, year, programme, recipientName }) => ({
      what: `${period(year, programme)} 报送包 ${packageId}`,
      where: `报${recipientName}`,
      state: '待签发',
    })),
  ]
}

function keep(
  ctx: HandoverContext,
  input: Leaving,
  { bytes, extension, tasks, keyFingerprint }: Open & Awaited<ReturnType<Print>>,
): Promise<string> {
  const [madeBy, madeAt] = [ctx.actor.userId, ctx.now().toISOString()]
  return ctx.inTransaction(async ({ writer, vault, newId }) => {
    const id = newId()
    const file = { extension, kind: 'handover-sheet', by: madeBy, at: madeAt }
    const fileSha256 = await vault.add(bytes, file, writer)
    const openTasks = JSON.stringify(tasks)
    await insertHandover(writer, {
      id,
      ...input,
      openTasks,
      keyFingerprint,
      fileSha256,
      extension,
      madeBy,
      madeAt,
    })
    const details = { handoverId: id, openTasks: linesOf(tasks).length, keyFingerprint, fileSha256 }
    await recordAudit(writer, {
      at: madeAt,
      actor: madeBy,
      action: 'user.handover',
      subject: input.userId,
      details,
    })
    return id
  })
}

function fileName(user: StoredUser, extension: string): string {
  return `离任交接单_${user.displayName}.${extension}`
}
