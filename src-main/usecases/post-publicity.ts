import { dayInShanghai, type Day } from '../domain/day.ts'
import { Problem } from '../domain/problem.ts'
import type { TimeSource } from '../domain/paper-kind.ts'
import { inScopeOf } from '../domain/role.ts'
import { lastSeenAt } from '../store/audit.ts'
import { getActiveTerms, getTerms } from '../store/programme-queries.ts'
import {
  getPublicity,
  insertEvidence,
  listLinesNow,
  savePublicity,
  type StoredPublicity,
} from '../store/publicity-queries.ts'
import type { ObjectionOutcome } from '../domain/objection.ts'
import { listObjections } from '../store/objection-queries.ts'
import { isPublicityOver } from '../domain/publicity-days.ts'
import { toPublicLines } from '../domain/masking.ts'
import { postedLine } from '../domain/posted-line.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { type Evidence, type EvidenceContext, keepEvidence, readEvidence } from './keep-evidence.ts'
import { type FrozenNotice, frozenHashOf, lastDayOf, publicLinesOf } from './publicity-document.ts'
import { trace } from './trace.ts'
import { whoseAmountIsOther } from './standard-of.ts'

interface Posting {
  readonly publicityId: string
  readonly version: number
  readonly postedOn: Day
  readonly place: string
  readonly postedBy: string
}

/** 张贴 — the days count from the latest actual posting; a paper that says other days must be printed again. */
export async function recordPosting(
  ctx: CommandContext,
  input: Posting,
): Promise<{ lastDay: Day; version: number }> {
  const stored = await readCurrent(ctx, input)
  if (stored.status === 'concluded' || stored.status === 'withdrawn')
    throw new Problem('record.wrong-status', { status: stored.status, step: 'post' })
  if (input.postedOn > ctx.today()) throw new Problem('publicity.posting-day-in-future')
  // A list that was not yet frozen cannot have hung: an earlier day would let the days run out unseen.
  if (input.postedOn < dayInShanghai(Date.parse(stored.frozenAt)))
    throw new Problem('input.invalid', { fields: [{ path: 'postedOn', rule: 'not-before-frozen' }] })
  const frozen = JSON.parse(stored.document) as FrozenNotice
  const lastDay = lastDayOf(frozen.terms, input.postedOn)
  const printedDay = stored.postedOn ?? frozen.plannedPostingOn
  const version = await savePublicity(ctx.writer, stored, {
    status: 'posted',
    postedOn: input.postedOn,
    postedPlace: input.place,
    postedBy: input.postedBy,
    lastDay,
    ...(printedDay === input.postedOn ? {} : { printedSha256: null }),
  })
  await trace(ctx, 'publicity.post', stored.id, {
    postedOn: input.postedOn,
    lastDay,
    reprint: printedDay !== input.postedOn,
  })
  return { lastDay, version }
}

interface PostingEvidence {
  readonly publicityId: string
  readonly kind: 'photo' | 'signed-posting' | 'screenshot'
  readonly phase: 'start' | 'end'
  readonly takenOn: Day
  readonly place: string
  readonly postedBy: string
  readonly fileToken: string
}

interface AddingContext extends EvidenceContext, QueryContext {
  inTransaction<T>(work: (ctx: CommandContext) => Promise<T>): Promise<T>
}

/** 张贴证据 — one of the kinds suffices; what is added after the last day stays marked 事后补 for ever. */
export async function addEvidence(
  ctx: AddingContext,
  { fileToken, ...evidence }: PostingEvidence,
): Promise<{ evidenceId: string }> {
  await provable(ctx, evidence)
  const file = await readEvidence(ctx, fileToken)
  return ctx.inTransaction((command) => insertPostingEvidence(command, evidence, file))
}

async function insertPostingEvidence(
  ctx: CommandContext,
  input: Omit<PostingEvidence, 'fileToken'>,
  file: Evidence,
): Promise<{ evidenceId: string }> {
  const stored = await provable(ctx, input)
  const fileSha256 = await keepEvidence(ctx, file, 'publicity-evidence')
  const id = ctx.newId()
  const late = stored.lastDay !== null && isPublicityOver(stored.lastDay, ctx.today()) ? 1 : 0
  await insertEvidence(ctx.writer, {
    id,
    ...input,
    fileSha256,
    late,
    addedBy: ctx.actor.userId,
    addedAt: ctx.now().toISOString(),
  })
  await trace(ctx, 'publicity.add-evidence', stored.id, {
    kind: input.kind,
    phase: input.phase,
    takenOn: input.takenOn,
    late: late === 1,
    fileSha256,
  })
  return { evidenceId: id }
}

/** 张贴照片 that found its own way by the code on the notice; place and people are those of the posting (field-notes 30). */
export async function insertNoticePhoto(
  ctx: CommandContext,
  notice: StoredPublicity,
  photo: { readonly pictureSha256: string; readonly onDay: Day | null; readonly timeSource: TimeSource },
): Promise<string> {
  const id = ctx.newId()
  const takenOn = photo.onDay ?? ctx.today()
  const isOver = notice.lastDay !== null && isPublicityOver(notice.lastDay, ctx.today())
  await insertEvidence(ctx.writer, {
    ...{ id, publicityId: notice.id, kind: 'photo', takenOn, timeSource: photo.timeSource },
    phase: notice.lastDay !== null && takenOn >= notice.lastDay ? 'end' : 'start',
    ...{ place: notice.postedPlace ?? '', postedBy: notice.postedBy ?? '', fileSha256: photo.pictureSha256 },
    ...{ late: isOver ? 1 : 0, addedBy: ctx.actor.userId, addedAt: ctx.now().toISOString() },
  })
  const details = { kind: 'photo', takenOn, late: isOver, fileSha256: photo.pictureSha256 }
  await trace(ctx, 'publicity.add-evidence', notice.id, details)
  return id
}

/** Asked before the file is read as well, so that a refusal does not use it up. */
async function provable(
  ctx: QueryContext,
  { publicityId, takenOn }: Pick<PostingEvidence, 'publicityId' | 'takenOn'>,
): Promise<StoredPublicity> {
  const stored = await readInScope(ctx, publicityId)
  if (stored.status === 'frozen') throw new Problem('publicity.not-posted', { serial: stored.serial })
  if (takenOn > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'takenOn', rule: 'not-in-future' }] })
  return stored
}

/** 办结 — refused before the last counted day is over, without evidence, with an objection open, on changed data, and on a clock that went back. */
export async function concludePublicity(
  ctx: CommandContext,
  input: { publicityId: string; version: number },
): Promise<{ ok: true }> {
  const stored = await readCurrent(ctx, input)
  const { serial } = stored
  if (stored.status !== 'posted' || stored.lastDay === null)
    throw new Problem('publicity.not-posted', { serial })
  await refuseClockGoneBack(ctx)
  if (!isPublicityOver(stored.lastDay, ctx.today()))
    throw new Problem('publicity.still-open', { serial, lastDay: stored.lastDay })
  if (stored.evidence === 0 || stored.printedSha256 === null)
    throw new Problem('publicity.evidence-missing', { serial })
  const objections = await listObjections(ctx.writer, stored.id)
  const open = objections.filter(({ outcome }) => outcome === null).map(({ lineNo }) => lineNo)
  if (open.length > 0)
    throw new Problem('publicity.objections-open', {
      serial,
      lines: [...new Set(open)].toSorted((a, b) => a - b),
    })
  const linesWith = (outcome: ObjectionOutcome) =>
    new Set(objections.filter((one) => one.outcome === outcome).map(({ lineNo }) => lineNo))
  const dismissed = linesWith('dismissed')
  const lines = await refuseChangedLines(ctx, stored, linesWith('upheld'))
  for (const line of lines) {
    const how = dismissed.has(line.lineNo) ? '异议不成立' : '无异议'
    await advanceApplication(ctx, { ...line, status: 'publicizing' }, 'pass', `公示 ${serial} 期满${how}`)
  }
  await savePublicity(ctx.writer, stored, {
    status: 'concluded',
    concludedBy: ctx.actor.userId,
    concludedAt: ctx.now().toISOString(),
  })
  await trace(ctx, 'publicity.conclude', stored.id, { serial, lines: lines.length, lastDay: stored.lastDay })
  return { ok: true }
}

/**
 * 撤下 — takes a publicity back; the old paper stays on record. Its lines stand reviewed again, to be returned one by
 * one where they are wrong and frozen anew; what another standard holds for now comes back to be computed again.
 */
export async function withdrawPublicity(
  ctx: CommandContext,
  input: { publicityId: string; version: number; reason: string },
): Promise<{ ok: true }> {
  const stored = await readCurrent(ctx, input)
  if (stored.status === 'concluded' || stored.status === 'withdrawn')
    throw new Problem('record.wrong-status', { status: stored.status, step: 'withdraw' })
  const inForce = await getActiveTerms(ctx.writer, stored.programmeCode, stored.year)
  const lines = await listLinesNow(ctx.writer, stored.id)
  const outdated = await whoseAmountIsOther(ctx.writer, inForce, lines)
  const reason = `公示 ${stored.serial} 撤下：${input.reason}`
  let returned = 0
  for (const line of lines) {
    const { status } = line
    if (status !== 'publicizing' && status !== 'objected') continue
    // what somebody objects to is looked at before it hangs again
    const step = status === 'objected' || outdated.has(line.id) ? 'return' : 'take-down'
    if (step === 'return') returned += 1
    await advanceApplication(ctx, { ...line, status }, step, reason)
  }
  await savePublicity(ctx.writer, stored, { status: 'withdrawn', withdrawnReason: input.reason })
  const { serial } = stored
  await trace(ctx, 'publicity.withdraw', stored.id, { serial, lines: lines.length, returned })
  return { ok: true }
}

/** What is on the wall must be what the records say today, line by line and byte by byte; but for lines objected to with reason. */
async function refuseChangedLines(ctx: CommandContext, stored: StoredPublicity, off: ReadonlySet<number>) {
  const frozen = JSON.parse(stored.document) as FrozenNotice
  const { terms } = await getTerms(ctx.writer, stored.termsId)
  const now = await listLinesNow(ctx.writer, stored.id)
  const printed = await publicLinesOf(ctx.writer, stored)
  const current = toPublicLines(
    now.map((line) => postedLine(line, line.lineNo, terms.unit)),
    frozen.terms.nameStyle,
  )
  const changed = current.filter(
    (line, index) =>
      !off.has(line.lineNo) &&
      (JSON.stringify(line) !== JSON.stringify(printed[index]) || now[index]?.status !== 'publicizing'),
  )
  const hashHolds = frozenHashOf(frozen, printed) === stored.frozenHash
  if (changed.length > 0 || !hashHolds)
    throw new Problem('publicity.changed-since-frozen', {
      serial: stored.serial,
      lines: changed.map((line) => line.lineNo),
    })
  return now.filter(({ lineNo }) => !off.has(lineNo))
}

/** Compared with the audit chain's own times: a clock set back would shorten or forge the days. */
async function refuseClockGoneBack(ctx: CommandContext): Promise<void> {
  const seen = await lastSeenAt(ctx.writer)
  if (seen !== undefined && new Date(seen).getTime() > ctx.now().getTime())
    throw new Problem('clock.went-back', { lastSeen: dayInShanghai(new Date(seen).getTime()) })
}

async function readCurrent(
  ctx: CommandContext,
  input: { publicityId: string; version: number },
): Promise<StoredPublicity> {
  const stored = await readInScope(ctx, input.publicityId)
  if (stored.version !== input.version) throw new Problem('record.stale', { what: '公示' })
  return stored
}

async function readInScope(ctx: QueryContext, publicityId: string): Promise<StoredPublicity> {
  const stored = await getPublicity(ctx.reader, publicityId)
  if (!inScopeOf(ctx.scope, stored)) throw new Problem('record.not-found', { what: '公示' })
  return stored
}
