import { type ApplicationStatus, statusAfter } from '../domain/application-status.ts'
import { amountFen } from '../domain/money.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { AmountStep } from '../domain/standard.ts'
import { goesOnUntil, type MonthlyPaid, recoveryOf, type StopKind, type StopReason } from '../domain/stop.ts'
import type { FileRef } from '../ports/files.ts'
import {
  getApplication,
  raiseDataMark,
  recordEditor,
  recordStep,
  saveApplication,
  type StoredApplication,
} from '../store/application-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import {
  findOpenStop,
  getStop,
  insertStop,
  saveStopDecision,
  type StoredStop,
} from '../store/stop-queries.ts'
import { stopKindLabels, stopReasonLabels } from '../wording/stop-labels.ts'
import { advanceApplication } from './advance-application.ts'
import { rechecked } from './check-touched.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { keepDeathExemption, refuseAlive, refuseUnheardCut } from './hear.ts'
import { type Evidence, keepEvidence, readEvidence } from './keep-evidence.ts'
import { refuseOwnKin } from './kin.ts'
import { recordChanges } from './record-changes.ts'
import { amountsOf, isByStandardInForce, moneyOf } from './standard-of.ts'
import { trace } from './trace.ts'

interface Span {
  readonly dueMonth: number
  readonly stoppedMonth: number
}

interface Proposed extends Span {
  readonly applicationId: string
  readonly version: number
  readonly kind: StopKind
  readonly reasonCode: StopReason
  readonly statement: string
  readonly byHand: { readonly amountFen: number; readonly basis: string } | null
  readonly fileToken: string | null
}

/** What a stop would leave to be recovered, and until when the record goes on; nothing is kept. */
export async function showStopAmount(
  ctx: QueryContext,
  input: Span & { readonly applicationId: string; readonly kind: StopKind },
) {
  const application = await getApplication(ctx.reader, input.applicationId)
  if (!inScopeOf(ctx.scope, application)) throw new Problem('record.not-found', { what: '申报记录' })
  refuseBackwards(input)
  return {
    ...owedBy(application, input),
    paidUntil: input.kind === 'stop' ? (goesOnUntil(paidOf(application), input) ?? null) : null,
  }
}

/**
 * 停发、中止 — proposed by one person with a reason code and the months it was due and did happen; what was paid in between
 * is to be recovered (差额=追缴月份×标准). It binds once another has confirmed it.
 */
export async function proposeStop(ctx: ExchangeContext, input: Proposed): Promise<{ stopId: string }> {
  refuseBackwards(input)
  const evidence = input.fileToken === null ? undefined : await readEvidence(ctx, input.fileToken)
  return ctx.inTransaction((command) => keepProposal(command, input, evidence))
}

async function keepProposal(ctx: CommandContext, input: Proposed, evidence: Evidence | undefined) {
  const application = await getApplication(ctx.writer, input.applicationId)
  if (!inScopeOf(ctx.scope, application)) throw new Problem('record.not-found', { what: '申报记录' })
  if (application.version !== input.version) throw new Problem('record.stale', { what: '申报记录' })
  refuseWrongStatus(application, input.kind)
  if ((await findOpenStop(ctx.writer, application.id)) !== undefined)
    throw new Problem('record.stale', { what: '停发登记' })
  if (input.reasonCode === 'death') await refuseAlive(ctx.writer, application, 'reasonCode')
  const { byHand } = input
  const { months, recoverFen, missing } = owedBy(application, input)
  const stopId = ctx.newId()
  const { applicationId, kind, reasonCode, statement, dueMonth, stoppedMonth } = input
  await insertStop(ctx.writer, {
    ...{ id: stopId, applicationId, kind, reasonCode, statement, dueMonth, stoppedMonth, months },
    ...{
      recoverFen: byHand?.amountFen ?? recoverFen,
      missing: JSON.stringify(byHand === null ? missing : []),
    },
    ...{ byHand: byHand === null ? 0 : 1, basis: byHand?.basis ?? '' },
    fileSha256: evidence === undefined ? null : await keepEvidence(ctx, evidence, 'evidence'),
    ...{ fileExtension: evidence?.extension ?? null, state: 'proposed' },
    ...{
      proposedBy: ctx.actor.userId,
      proposedAt: ctx.now().toISOString(),
      decidedBy: null,
      decidedAt: null,
    },
  })
  await trace(ctx, 'stop.propose', applicationId, { stopId, kind, reasonCode, dueMonth, stoppedMonth })
  return { stopId }
}

function refuseBackwards({ dueMonth, stoppedMonth }: Span): void {
  if (stoppedMonth < dueMonth) throw invalidInput('stoppedMonth', 'before-due')
}

function refuseWrongStatus({ status }: StoredApplication, kind: StopKind): void {
  if (statusAfter(status, kind) === undefined)
    throw new Problem('record.wrong-status', { status, step: kind })
}

function paidOf({ monthFrom, monthTo, rateYuan, steps }: StoredApplication): MonthlyPaid {
  return { monthFrom, monthTo, rateYuan, steps: JSON.parse(steps) as AmountStep[] }
}

/** A suspension recovers nothing: whether anything was paid wrongly is not decided by it. */
function owedBy(application: StoredApplication, stop: Span & { readonly kind: StopKind }) {
  return stop.kind === 'stop' ? computedOf(application, stop) : { months: null, recoverFen: 0, missing: [] }
}

function computedOf(application: StoredApplication, span: Span) {
  const recovery = recoveryOf(paidOf(application), span)
  if (recovery.outcome === 'undecided')
    return { months: null, recoverFen: null, missing: [...recovery.missing] }
  return { months: recovery.months, recoverFen: recovery.amountFen, missing: [] }
}

interface Decided {
  readonly stopId: string
  readonly decision: 'confirmed' | 'declined'
  readonly reason: string
}

/** The other of the two: from here on it is stopped, shortened or suspended, and what is to be recovered stands. */
export function decideStop(ctx: CommandContext, input: Decided): Promise<{ status: ApplicationStatus }> {
  return rechecked(
    ctx,
    ({ personId }) => ({ personIds: [personId], householdIds: [] }),
    () => decideOnly(ctx, input),
  )
}

async function decideOnly(ctx: CommandContext, { stopId, decision, reason }: Decided) {
  const stop = await getStop(ctx.writer, stopId)
  if (!inScopeOf(ctx.scope, stop)) throw new Problem('record.not-found', { what: '停发登记' })
  if (stop.proposedBy === ctx.actor.userId) throw new Problem('permission.same-person')
  if (decision === 'declined' && reason.length < 2) throw new Problem('review.reason-missing')
  const application = await getApplication(ctx.writer, stop.applicationId)
  await refuseOwnKin(ctx, application)
  await saveStopDecision(ctx.writer, stopId, {
    ...{ state: decision, decidedBy: ctx.actor.userId },
    ...{ decidedAt: ctx.now().toISOString(), decidedReason: reason },
  })
  await trace(ctx, `stop.${decision}`, application.id, { stopId, recoverFen: stop.recoverFen })
  const personId = application.beneficiaryId
  if (decision === 'declined') return { status: application.status, personId }
  return { status: await carryOut(ctx, application, stop), personId }
}

async function carryOut(
  ctx: CommandContext,
  application: StoredApplication,
  stop: StoredStop,
): Promise<ApplicationStatus> {
  refuseWrongStatus(application, stop.kind)
  if (stop.byHand === 0 && owedBy(application, stop).recoverFen !== stop.recoverFen)
    throw new Problem('record.stale', { what: '申报记录' })
  if (stop.kind === 'stop') await refuseUnheardStop(ctx, application, stop)
  const words = `${stopKindLabels[stop.kind]}（${stopReasonLabels[stop.reasonCode]}）：${stop.statement}`
  await raiseDataMark(ctx.writer)
  const until = stop.kind === 'stop' ? goesOnUntil(paidOf(application), stop) : undefined
  // what has left is not made shorter here: the department is told
  const isHere = application.status === 'returned' || statusAfter(application.status, 'return') !== undefined
  if (until !== undefined && isHere) return shorten(ctx, application, { until, words, by: stop.proposedBy })
  const stopped = { ...application, ...(await advanceApplication(ctx, application, stop.kind, words)) }
  const owes = stop.kind === 'stop' && stop.recoverFen !== 0
  return owes ? (await advanceApplication(ctx, stopped, 'recover', words)).status : stopped.status
}

/** 听取意见 before it is stopped; of somebody dead none is needed, and that is on record where one would be. */
async function refuseUnheardStop(
  ctx: CommandContext,
  application: StoredApplication,
  { reasonCode, statement }: StoredStop,
): Promise<void> {
  if (reasonCode !== 'death') return refuseUnheardCut(ctx, application, 'stop')
  const { terms } = await getTerms(ctx.writer, application.termsId)
  if (terms.hearing === 'before-cut') await keepDeathExemption(ctx, application, statement)
}

interface Shortened {
  readonly until: number
  readonly words: string
  readonly by: string
}

/** Months before it was due to stop are still paid: the record becomes shorter and is reviewed again. */
async function shorten(ctx: CommandContext, application: StoredApplication, { until, words, by }: Shortened) {
  const money = await shorterMoney(ctx, application, until)
  const { amountFen: before, monthTo } = application
  const of = { entity: 'application', entityId: application.id } as const
  await recordChanges(
    ctx,
    of,
    { amountFen: before, monthTo },
    { amountFen: money.amountFen, monthTo: until },
    {
      reason: words,
    },
  )
  const saved = await saveApplication(ctx.writer, application, { ...money, monthTo: until })
  await recordEditor(ctx.writer, saved.id, by, 'entry')
  if (saved.status === 'submitted') {
    await recordStep(ctx.writer, {
      ...{ applicationId: saved.id, step: 'shorten', fromStatus: saved.status, toStatus: saved.status },
      ...{ reason: words, byUser: ctx.actor.userId, at: ctx.now().toISOString() },
    })
    return saved.status
  }
  const returned =
    saved.status === 'returned'
      ? saved
      : { ...saved, ...(await advanceApplication(ctx, saved, 'return', words)) }
  return (await advanceApplication(ctx, returned, 'correct', words)).status
}

async function shorterMoney(ctx: CommandContext, application: StoredApplication, until: number) {
  const stored = await getTerms(ctx.writer, application.termsId)
  if (isByStandardInForce(stored)) {
    const lines = [{ ...application, monthTo: until }]
    const computed = (await amountsOf(ctx.writer, { stored, lines })).get(application.id)
    if (computed?.outcome === 'computed') return moneyOf(computed)
    // nobody can tell the tier: it was paid by what the roll says, and so are the months that stay
  }
  const { rateYuan, monthFrom } = application
  if (rateYuan === null) throw new Problem('review.amount-undecided', { missing: ['补贴标准'] })
  const quantityCenti = (until - (monthFrom ?? 1) + 1) * 100
  return { quantityCenti, rateYuan, amountFen: amountFen(quantityCenti, rateYuan) }
}

/** 恢复 — somebody found again goes back to be corrected, with the months they are paid, and is reviewed again. */
export async function resumeSuspended(
  ctx: CommandContext,
  input: { readonly applicationId: string; readonly version: number; readonly reason: string },
): Promise<{ status: ApplicationStatus }> {
  const application = await getApplication(ctx.writer, input.applicationId)
  if (!inScopeOf(ctx.scope, application)) throw new Problem('record.not-found', { what: '申报记录' })
  if (application.version !== input.version) throw new Problem('record.stale', { what: '申报记录' })
  if (application.status !== 'suspended')
    throw new Problem('record.wrong-status', { status: application.status, step: 'return' })
  const { status } = await advanceApplication(ctx, application, 'return', `恢复：${input.reason}`)
  return { status }
}

/** What the two looked at. */
export async function openStopFile(
  ctx: CommandContext,
  { stopId }: { readonly stopId: string },
): Promise<FileRef> {
  const stop = await getStop(ctx.reader, stopId)
  if (!inScopeOf(ctx.scope, stop) || stop.fileSha256 === null)
    throw new Problem('record.not-found', { what: '停发登记' })
  const bytes = await ctx.vault.read(stop.fileSha256)
  await trace(ctx, 'stop.file', stop.applicationId, { stopId })
  return ctx.files.offer(`停发依据.${stop.fileExtension ?? 'jpg'}`, bytes)
}
