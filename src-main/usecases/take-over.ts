import { accountTail } from '../domain/account-no.ts'
import { type DeathOutcome, deathOutcome } from '../domain/household/death-outcome.ts'
import type { Day } from '../domain/day.ts'
import { cutBy } from '../domain/hearing.ts'
import type { ApplicationStatus } from '../domain/application-status.ts'
import { listOnTheWay, type PaidTo } from '../store/application-payee.ts'
import {
  recordEditor,
  recordStep,
  saveApplication,
  type StoredApplication,
} from '../store/application-queries.ts'
import { insertEventApplication } from '../store/household-event-queries.ts'
import { getAccountAnywhere, getPerson, getPersonAnywhere } from '../store/person-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import { advanceApplication } from './advance-application.ts'
import { addAccount } from './change-account.ts'
import type { CommandContext } from './context.ts'
import { refuseMisfit } from './fitting-account.ts'
import { keepDeathExemption } from './hear.ts'
import { recordChanges } from './record-changes.ts'

/** 承接 — who goes on with what the household is paid, and to which account. */
export interface TakeOver {
  readonly successorId: string
  /** null: the new card comes later, and the records wait for it as 退回补正. */
  readonly account:
    { readonly accountId: string } | { readonly accountNo: string; readonly bankName: string } | null
}

interface Settling {
  readonly eventId: string
  readonly from: { readonly id: string; readonly name: string }
  /** null where nobody died: then only what a household goes on with is taken over. */
  readonly diedOn: Day | null
  readonly takeOver: TakeOver | null
  /** Whether anybody of the household is left: only the last one's death stops what goes to a household. */
  readonly livesOn: boolean
  readonly reason: string
}

/**
 * 了结在办件 — every record on its way that was for somebody or paid to them, of the caller's programmes, as its
 * programme's terms say. The case as it was stays on record with the event.
 */
export async function settleApplications(ctx: CommandContext, settling: Settling): Promise<void> {
  const { from, eventId } = settling
  const own = await listOnTheWay(ctx.writer, { ...ctx.scope, villages: 'all' }, 'beneficiaryId', [from.id])
  const paid = await listOnTheWay(ctx.writer, { ...ctx.scope, villages: 'all' }, 'payeeId', [from.id])
  const paidOnly = paid.filter(({ id }) => !own.some((one) => one.id === id))
  if (own.length + paidOnly.length === 0) return
  const successor = await readSuccessor(ctx, settling)
  for (const application of [...own, ...paidOnly]) {
    const before = JSON.stringify(await caseOf(ctx, application))
    const outcome = await settleOne(ctx, settling, successor, application)
    const until = outcome.kind === 'pay-until' ? outcome.until : null
    const kept = { eventId, applicationId: application.id, outcome: outcome.kind, until, before }
    await insertEventApplication(ctx.writer, kept)
  }
}

interface Successor {
  readonly id: string
  readonly name: string
  readonly accountId: string | null
}

async function readSuccessor(ctx: CommandContext, { takeOver, reason, eventId }: Settling) {
  if (takeOver === null) return undefined
  const { id, name } = await getPerson(ctx.writer, ctx.scope, takeOver.successorId)
  const { account } = takeOver
  if (account === null) return { id, name, accountId: null }
  if ('accountId' in account) return { id, name, accountId: account.accountId }
  const { accountId } = await addAccount(ctx, { personId: id, values: account, why: { reason, eventId } })
  return { id, name, accountId }
}

async function settleOne(
  ctx: CommandContext,
  settling: Settling,
  successor: Successor | undefined,
  application: StoredApplication,
): Promise<DeathOutcome> {
  const { terms } = await getTerms(ctx.writer, application.termsId)
  const outcome = outcomeOf(settling, application, terms)
  if (outcome.kind === 'stop') {
    await advanceApplication(ctx, application, 'stop', settling.reason)
    if (terms.hearing === 'before-cut' && cutBy('decline', application) !== undefined)
      await keepDeathExemption(ctx, application, settling.reason)
    return outcome
  }
  if (outcome.kind === 'has-left' || outcome.kind === 'unaffected') return outcome
  if (successor === undefined) {
    if (outcome.kind === 'take-over') await waitFor(ctx, application, `${settling.reason}；等选定承接人`)
    return outcome
  }
  if (successor.accountId !== null) await refuseMisfit(ctx, successor.accountId, successor, terms)
  const isForDead = application.beneficiaryId === settling.from.id && outcome.kind === 'take-over'
  await payTo(ctx, settling, application, {
    ...(isForDead ? { beneficiaryId: successor.id } : {}),
    payeeId: successor.id,
    ...(successor.accountId === null ? {} : { accountId: successor.accountId }),
  })
  return outcome
}

/** What becomes of one record. Somebody else's that was only paid to the dead needs another payee, whatever its terms say. */
export function outcomeOf(
  { from, diedOn, livesOn: mayTakeOver }: Pick<Settling, 'diedOn' | 'livesOn'> & { from: { id: string } },
  application: StoredApplication,
  terms: Parameters<typeof deathOutcome>[0],
): DeathOutcome {
  const { status } = application
  const isOwn = application.beneficiaryId === from.id
  if (diedOn !== null && isOwn) return deathOutcome(terms, { diedOn, status, mayTakeOver })
  if (status === 'packaged') return { kind: 'has-left' }
  const goesOn = !isOwn || terms.deathConsequence === 'change-householder'
  return goesOn && mayTakeOver ? { kind: 'take-over' } : { kind: 'unaffected' }
}

/** Changes whom a record is for and paid to, and brings it back to review – or to be corrected, while the card is missing. */
async function payTo(
  ctx: CommandContext,
  { reason, eventId }: Settling,
  application: StoredApplication,
  values: PaidTo,
): Promise<void> {
  const of = { entity: 'application', entityId: application.id } as const
  await recordChanges(ctx, of, { ...application }, values, { reason, eventId })
  const saved = await saveApplication(ctx.writer, application, values)
  await recordEditor(ctx.writer, saved.id, ctx.actor.userId, 'entry')
  await recordEditor(ctx.writer, saved.id, ctx.actor.userId, 'account')
  if (values.accountId === undefined) return waitFor(ctx, saved, `${reason}；等承接人的新卡`)
  return backToReview(ctx, saved, reason)
}

async function backToReview(ctx: CommandContext, saved: StoredApplication, reason: string): Promise<void> {
  if (saved.status === 'submitted') return noteOnTrail(ctx, saved, reason)
  const returned = saved.status === 'returned' ? saved : await step(ctx, saved, 'return', reason)
  await step(ctx, returned, 'correct', reason)
}

async function waitFor(ctx: CommandContext, saved: StoredApplication, reason: string): Promise<void> {
  if (saved.status === 'returned') return noteOnTrail(ctx, saved, reason)
  await step(ctx, saved, 'return', reason)
}

async function step(
  ctx: CommandContext,
  application: StoredApplication,
  name: 'return' | 'correct',
  reason: string,
): Promise<StoredApplication> {
  return { ...application, ...(await advanceApplication(ctx, application, name, reason)) }
}

/** The status stays, the trail tells all the same. */
function noteOnTrail(ctx: CommandContext, { id, status }: StoredApplication, reason: string): Promise<void> {
  return recordStep(ctx.writer, {
    applicationId: id,
    step: 'take-over',
    fromStatus: status,
    toStatus: status,
    reason,
    byUser: ctx.actor.userId,
    at: ctx.now().toISOString(),
  })
}

/** 原案 — the case as it stood before the event. */
export interface OriginalCase {
  readonly beneficiaryName: string
  readonly payeeName: string
  readonly holderName: string
  readonly accountTail: string
  readonly status: ApplicationStatus
  readonly areaCentiMu: number
  readonly amountFen: number
}

async function caseOf(ctx: CommandContext, application: StoredApplication): Promise<OriginalCase> {
  const { beneficiaryId, payeeId, accountId, status, areaCentiMu, amountFen } = application
  const account = await getAccountAnywhere(ctx.writer, accountId)
  return {
    beneficiaryName: (await getPersonAnywhere(ctx.writer, beneficiaryId)).name,
    payeeName: (await getPersonAnywhere(ctx.writer, payeeId)).name,
    holderName: account.holderName,
    accountTail: accountTail(account.accountNo),
    status,
    areaCentiMu,
    amountFen,
  }
}
