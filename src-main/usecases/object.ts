import type { Day } from '../domain/day.ts'
import { mustWithdraw, type ObjectionOutcome, type ObjectionWay } from '../domain/objection.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { getApplication } from '../store/application-queries.ts'
import {
  closeObjection,
  findProposedInquiry,
  getInquiry,
  getObjection,
  insertInquiry,
  insertObjection,
  listInvolved,
  listObjections,
  saveInquiryDecision,
  type StoredObjection,
} from '../store/objection-queries.ts'
import { getPublicity, listPublicityLines } from '../store/publicity-queries.ts'
import type { Reader } from '../store/reader.ts'
import { objectionOutcomeLabels } from '../wording/objection-labels.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { type Evidence, keepEvidence, readEvidence } from './keep-evidence.ts'
import { refuseOwnKin } from './kin.ts'
import { trace } from './trace.ts'

interface Objected {
  readonly publicityId: string
  readonly lineNo: number
  readonly way: ObjectionWay
  readonly receivedOn: Day
  readonly objector: string
  readonly phone: string
  readonly isProtected: boolean
  readonly statement: string
}

/** 登记异议 — of a line on a notice that hangs; that line stands still, every other goes on. */
export async function recordObjection(
  ctx: CommandContext,
  input: Objected,
): Promise<{ objectionId: string }> {
  const publicity = await getPublicity(ctx.writer, input.publicityId)
  if (!inScopeOf(ctx.scope, publicity)) throw new Problem('record.not-found', { what: '公示' })
  const { serial, postedOn, lastDay } = publicity
  if (publicity.status !== 'posted' || postedOn === null || lastDay === null)
    throw new Problem('objection.not-hanging', { serial })
  if (input.receivedOn > ctx.today()) throw invalidInput('receivedOn', 'not-in-future')
  if (input.receivedOn < postedOn) throw invalidInput('receivedOn', 'not-before-posted')
  const lines = await listPublicityLines(ctx.writer, publicity.id)
  const line = lines.find(({ lineNo }) => lineNo === input.lineNo)
  if (line === undefined) throw invalidInput('lineNo', 'no-such-line')
  const application = await getApplication(ctx.writer, line.applicationId)
  if (application.status !== 'publicizing' && application.status !== 'objected')
    throw new Problem('record.wrong-status', { status: application.status, step: 'object' })
  const objectionId = ctx.newId()
  const { isProtected, ...said } = input
  await insertObjection(ctx.writer, {
    ...{ id: objectionId, applicationId: application.id, ...said, isProtected: isProtected ? 1 : 0 },
    // answered before the notice ends (field-notes 32); what comes after its last day is due at once
    dueOn: input.receivedOn > lastDay ? input.receivedOn : lastDay,
    ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now().toISOString(), outcome: null },
    ...{ answer: '', closedBy: null, closedAt: null },
  })
  if (application.status === 'publicizing')
    await advanceApplication(ctx, application, 'object', `公示 ${serial} 第 ${String(input.lineNo)} 行有异议`)
  await trace(ctx, 'objection.record', publicity.id, { objectionId, lineNo: input.lineNo, way: input.way })
  return { objectionId }
}

interface Investigated {
  readonly objectionId: string
  readonly outcome: ObjectionOutcome
  readonly investigators: readonly string[]
  readonly doneOn: Day
  readonly finding: string
  readonly fileToken: string | null
}

/** 核查 — by two people who had no hand in the record, with what they found; somebody else signs it. */
export async function investigateObjection(
  ctx: ExchangeContext,
  input: Investigated,
): Promise<{ inquiryId: string }> {
  if (input.doneOn > ctx.today()) throw invalidInput('doneOn', 'not-in-future')
  const [one = '', other = ''] = input.investigators
  if (one === other) throw invalidInput('investigators', 'two-people')
  const evidence = input.fileToken === null ? undefined : await readEvidence(ctx, input.fileToken)
  return ctx.inTransaction((command) => keepInquiry(command, input, evidence))
}

async function keepInquiry(ctx: CommandContext, input: Investigated, evidence: Evidence | undefined) {
  const objection = await getOpen(ctx, ctx.writer, input.objectionId)
  if (input.doneOn < objection.receivedOn) throw invalidInput('doneOn', 'not-before-received')
  const involved = await refuseInvolved(ctx, objection)
  const names = mustWithdraw(
    input.investigators,
    involved.map(({ displayName }) => displayName),
  )
  if (names.length > 0) throw new Problem('objection.must-withdraw', { names })
  if ((await findProposedInquiry(ctx.writer, objection.id)) !== undefined)
    throw new Problem('record.stale', { what: '异议核查' })
  const inquiryId = ctx.newId()
  await insertInquiry(ctx.writer, {
    ...{ id: inquiryId, objectionId: objection.id, outcome: input.outcome, doneOn: input.doneOn },
    ...{ investigators: JSON.stringify(input.investigators), finding: input.finding },
    fileSha256: evidence === undefined ? null : await keepEvidence(ctx, evidence, 'evidence'),
    fileExtension: evidence?.extension ?? null,
    ...{ byUser: ctx.actor.userId, at: ctx.now().toISOString(), state: 'proposed' },
    ...{ decidedBy: null, decidedAt: null, decidedReason: '' },
  })
  await trace(ctx, 'objection.investigate', objection.publicityId, {
    ...{ objectionId: objection.id, lineNo: objection.lineNo, outcome: input.outcome },
  })
  return { inquiryId }
}

interface Decided {
  readonly objectionId: string
  readonly decision: 'confirmed' | 'declined'
  readonly words: string
}

/**
 * 签批 — the approver answers by what was found, or has it looked into again. Dismissed, the line goes on with the notice;
 * upheld, it comes off it and back to be corrected, and is posted anew by itself.
 */
export async function decideObjection(ctx: CommandContext, input: Decided): Promise<{ ok: true }> {
  const objection = await getOpen(ctx, ctx.writer, input.objectionId)
  const inquiry = await findProposedInquiry(ctx.writer, objection.id)
  if (inquiry === undefined) throw new Problem('objection.not-investigated')
  if (inquiry.byUser === ctx.actor.userId) throw new Problem('permission.same-person')
  await refuseInvolved(ctx, objection)
  const at = ctx.now().toISOString()
  await saveInquiryDecision(ctx.writer, inquiry.id, {
    ...{ state: input.decision, decidedBy: ctx.actor.userId, decidedAt: at, decidedReason: input.words },
  })
  await trace(ctx, `objection.${input.decision}`, objection.publicityId, {
    ...{ objectionId: objection.id, lineNo: objection.lineNo, outcome: inquiry.outcome },
  })
  if (input.decision === 'declined') return { ok: true }
  await closeObjection(ctx.writer, objection.id, {
    ...{ outcome: inquiry.outcome, answer: input.words, closedBy: ctx.actor.userId, closedAt: at },
  })
  await moveOn(ctx, objection, inquiry.outcome)
  return { ok: true }
}

/** A line somebody else still objects to stays where it is. */
async function moveOn(ctx: CommandContext, objection: StoredObjection, outcome: ObjectionOutcome) {
  const application = await getApplication(ctx.writer, objection.applicationId)
  if (application.status !== 'objected') return
  const reason = `公示 ${objection.serial} 第 ${String(objection.lineNo)} 行：${objectionOutcomeLabels[outcome]}`
  if (outcome === 'upheld') {
    await advanceApplication(ctx, application, 'return', reason)
    return
  }
  const all = await listObjections(ctx.writer, objection.publicityId)
  if (all.some((one) => one.lineNo === objection.lineNo && one.outcome === null)) return
  await advanceApplication(ctx, application, 'dismiss', reason)
}

/** 核查材料 — what the two brought back. */
export async function openInquiryFile(
  ctx: CommandContext,
  { inquiryId }: { readonly inquiryId: string },
): Promise<FileRef> {
  const inquiry = await getInquiry(ctx.writer, inquiryId)
  if (!inScopeOf(ctx.scope, inquiry) || inquiry.fileSha256 === null)
    throw new Problem('record.not-found', { what: '核查材料' })
  const bytes = await ctx.vault.read(inquiry.fileSha256)
  await trace(ctx, 'objection.file', inquiry.publicityId, { inquiryId })
  return ctx.files.offer(`异议核查材料.${inquiry.fileExtension ?? 'bin'}`, bytes)
}

async function getOpen({ scope }: QueryContext, reader: Reader, objectionId: string) {
  const objection = await getObjection(reader, objectionId)
  if (!inScopeOf(scope, objection)) throw new Problem('record.not-found', { what: '异议' })
  if (objection.outcome !== null) throw new Problem('record.stale', { what: '异议' })
  return objection
}

/** 回避 — whoever entered, changed or approved the record, or is kin of the household, stays out of it. */
async function refuseInvolved(ctx: CommandContext, objection: StoredObjection) {
  const involved = await listInvolved(ctx.writer, objection.applicationId)
  const own = involved.find(({ id }) => id === ctx.actor.userId)
  if (own !== undefined) throw new Problem('objection.must-withdraw', { names: [own.displayName] })
  await refuseOwnKin(ctx, await getApplication(ctx.writer, objection.applicationId))
  return involved
}
