import { makePassphrase, sealTo, sealWithPassphrase } from '../crypto/envelope.ts'
import { type ExtractDefinition, scopeCovers } from '../domain/extract-definition.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { recordAudit } from '../store/audit.ts'
import { getRecipient } from '../store/export-package-queries.ts'
import {
  getFullExport,
  insertFullExport,
  listFullExports,
  saveFullExport,
  type StoredFullExport,
} from '../store/full-export-queries.ts'
import type { CommandContext, ExchangeContext, JobContext, QueryContext } from './context.ts'
import { exportSerial, recordExport } from './export-ledger.ts'
import { fullForm, type FullFormWork } from './fill-form.ts'
import { fileTitle, minuteText } from './file-title.ts'
import { listUsers } from '../store/users-queries.ts'
import { trace } from './trace.ts'
import { type ExtractFormat, type ExtractTable, readTableOf, writeTable } from './write-extract.ts'

/** 同意的有效时间 — afterwards the second person has to look again. */
const goodForHours = 24

interface Asked {
  readonly definition: ExtractDefinition
  readonly title: string
  readonly format: ExtractFormat
  readonly reason: string
  readonly recipient: string
}

/** 申请全号导出 — keeps what exactly is asked for, down to the content: the second person agrees to that and nothing else. */
export async function askFullExport(
  ctx: JobContext,
  input: Asked,
): Promise<{ requestId: string; rows: number; people: number }> {
  const table = await readTableOf(ctx, input.definition, input.format, true)
  const { definition, format, title, reason, recipient } = input
  const requestId = ctx.newId()
  const rows = table.rows.length
  await ctx.inTransaction(async (command) => {
    await insertFullExport(command.writer, {
      id: requestId,
      kind: 'extract',
      title,
      work: JSON.stringify({ definition, format, conditions: table.conditions }),
      scope: JSON.stringify(ctx.scope),
      rows,
      people: table.people,
      columns: JSON.stringify(table.columns.map(({ label }) => label)),
      contentSha256: table.contentSha256,
      reason,
      recipient,
      status: 'waiting',
      askedBy: ctx.actor.userId,
      askedAt: ctx.now().toISOString(),
    })
    await trace(command, 'extract.ask-full', requestId, { rows, people: table.people, reason, recipient })
  })
  return { requestId, rows, people: table.people }
}

interface Decision {
  readonly requestId: string
  /** The second person, at whoever's window: their own password says it is they. */
  readonly signInName: string
  readonly password: string
  readonly agrees: boolean
  readonly reason: string
}

/** 第二人确认 — somebody else, with their own password, who may see all of it themselves. */
export async function decideFullExport(ctx: ExchangeContext, input: Decision): Promise<{ ok: true }> {
  const request = await getFullExport(ctx.reader, input.requestId)
  if (request.status !== 'waiting')
    throw new Problem('record.wrong-status', { status: request.status, step: '确认' })
  const second = await ctx.parts.people.confirm(input.signInName, input.password)
  if (second.actor.userId === request.askedBy) throw new Problem('permission.same-person')
  if (second.scope === undefined || !scopeCovers(second.scope, JSON.parse(request.scope) as Scope))
    throw new Problem('extract.second-person-unfit')
  const decidedAt = ctx.now().toISOString()
  const decidedBy = second.actor.userId
  await ctx.inTransaction(async ({ writer }) => {
    await saveFullExport(writer, request, {
      status: input.agrees ? 'approved' : 'refused',
      decidedBy,
      decidedAt,
      decidedReason: input.reason,
    })
    await recordAudit(writer, {
      at: decidedAt,
      actor: decidedBy,
      action: input.agrees ? 'extract.approve-full' : 'extract.refuse-full',
      subject: request.id,
      details: { askedBy: request.askedBy, rows: request.rows, reason: input.reason },
    })
  })
  return { ok: true }
}

/** 撤回申请 — by who asked, before the file is made. */
export async function withdrawFullExport(
  ctx: CommandContext,
  input: { requestId: string },
): Promise<{ ok: true }> {
  const request = await ownRequest(ctx, input.requestId)
  if (request.status !== 'waiting' && request.status !== 'approved')
    throw new Problem('record.wrong-status', { status: request.status, step: '撤回' })
  await saveFullExport(ctx.writer, request, { status: 'withdrawn' })
  await trace(ctx, 'extract.withdraw-full', request.id, {})
  return { ok: true }
}

/** 生成全号件 — once, by who asked, sealed before it leaves the core; the passphrase is shown this one time. */
export async function makeFullExport(
  ctx: JobContext,
  input: { requestId: string; recipientId: string | null },
): Promise<{ file: FileRef; serial: string; passphrase: string | null }> {
  const request = await ownRequest(ctx, input.requestId)
  const secondBy = refuseUnapproved(ctx, request)
  const serial = exportSerial(ctx)
  const { plain, format, entry } = await contentOf(ctx, request, serial)
  ctx.progress('加密', 0, 1)
  const { sealed, passphrase } = await seal(ctx, plain, input.recipientId)
  const name = `${fileTitle(request.title)}_全号_${serial}.${format}.age`
  await ctx.inTransaction(async (command) => {
    await saveFullExport(command.writer, request, { status: 'made' })
    await recordExport(
      command,
      { ...entry, serial, fileName: name, full: { requestId: request.id, secondBy } },
      sealed,
    )
  })
  return { file: await ctx.files.offer(name, sealed), serial, passphrase }
}

/** The very content that was agreed to, as a table of ours or in another office's form. */
async function contentOf(ctx: JobContext, request: StoredFullExport, serial: string) {
  const { title, reason, recipient, contentSha256, rows } = request
  if (request.kind === 'form') {
    const mark = paperOf(ctx, request, 'xlsx', serial).watermark
    const made = await fullForm(ctx, JSON.parse(request.work) as FullFormWork, { contentSha256, rows, mark })
    return { plain: made.plain, format: 'xlsx' as const, entry: { ...made.entry, title, reason, recipient } }
  }
  const { definition, format } = JSON.parse(request.work) as Asked
  const table = await readTableOf(ctx, definition, format, true)
  if (table.contentSha256 !== contentSha256)
    throw new Problem('extract.changed-since-asked', { asked: rows, found: table.rows.length })
  const plain = await writeTable(ctx, table, paperOf(ctx, request, format, serial))
  return { plain, format, entry: entryOf(request, table) }
}

export async function showFullExports(ctx: QueryContext) {
  const requests = await listFullExports(ctx.reader)
  const mayMake = (request: StoredFullExport) =>
    request.status === 'approved' && request.askedBy === ctx.actor.userId && !isExpired(ctx, request)
  return requests
    .filter(
      (one) => one.askedBy === ctx.actor.userId || scopeCovers(ctx.scope, JSON.parse(one.scope) as Scope),
    )
    .map((one) => ({
      requestId: one.id,
      title: one.title,
      definition: (JSON.parse(one.work) as Partial<Asked>).definition ?? null,
      conditions: (JSON.parse(one.work) as { conditions: string }).conditions,
      columns: JSON.parse(one.columns) as string[],
      rows: one.rows,
      people: one.people,
      reason: one.reason,
      recipient: one.recipient,
      status: one.status === 'approved' && isExpired(ctx, one) ? ('expired' as const) : one.status,
      askedBy: one.askedByName,
      askedAt: one.askedAt,
      isOwn: one.askedBy === ctx.actor.userId,
      decidedBy: one.decidedByName,
      decidedAt: one.decidedAt,
      decidedReason: one.decidedReason,
      mayMake: mayMake(one),
    }))
}

/** Who may be asked, by name; the program lets nobody else confirm. */
export async function showSecondPeople(ctx: QueryContext) {
  const users = await listUsers(ctx.reader)
  return users
    .filter(({ active, userId }) => active && userId !== ctx.actor.userId)
    .filter(({ grants }) => grants.some(({ role }) => role === 'reviewer' || role === 'approver'))
    .map(({ signInName, displayName }) => ({ signInName, displayName }))
}

function refuseUnapproved(ctx: QueryContext, request: StoredFullExport): string {
  if (request.status !== 'approved' || request.decidedBy === null) throw new Problem('extract.not-approved')
  if (isExpired(ctx, request)) throw new Problem('extract.approval-expired', { hours: goodForHours })
  return request.decidedBy
}

function isExpired(ctx: QueryContext, { decidedAt }: Pick<StoredFullExport, 'decidedAt'>): boolean {
  return decidedAt !== null && ctx.now().getTime() - Date.parse(decidedAt) > goodForHours * 3_600_000
}

async function ownRequest(ctx: QueryContext, requestId: string): Promise<StoredFullExport> {
  const request = await getFullExport(ctx.reader, requestId)
  if (request.askedBy !== ctx.actor.userId) throw new Problem('record.not-found', { what: '全号导出申请' })
  return request
}

/** To a recipient's key where there is one, otherwise to a passphrase told separately. */
async function seal(ctx: JobContext, plain: Uint8Array, recipientId: string | null) {
  if (recipientId !== null) {
    const { ageRecipient } = await getRecipient(ctx.reader, recipientId)
    return { sealed: await sealTo([ageRecipient], [plain]), passphrase: null }
  }
  const passphrase = makePassphrase()
  return { sealed: await sealWithPassphrase(passphrase, plain), passphrase }
}

function paperOf(ctx: JobContext, request: StoredFullExport, format: ExtractFormat, serial: string) {
  const to = request.recipient
  const who = `导出 ${ctx.actor.displayName}　同意 ${request.decidedByName ?? ''}　${minuteText(ctx.now())}`
  return {
    title: request.title,
    format,
    serial,
    foot: [
      `全号件　流水号：${serial}　${who}　只供：${to}　用途：${request.reason}`,
      '含完整证号、账号：不得转发、张贴、上网，用完即删；泄露的按流水号追查。',
    ],
    watermark: `全号件 ${serial} ${who} 只供 ${to}`,
  }
}

function entryOf(request: StoredFullExport, table: ExtractTable) {
  const { title, reason, recipient } = request
  const columns = table.columns.map(({ label }) => label)
  const { people, conditions } = table
  return {
    kind: 'extract' as const,
    title,
    reason,
    recipient,
    columns,
    conditions,
    people,
    rows: table.rows.length,
  }
}
