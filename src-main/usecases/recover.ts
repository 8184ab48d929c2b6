import type { ApplicationStatus } from '../domain/application-status.ts'
import type { Day } from '../domain/day.ts'
import { invalidInput, Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { getApplication } from '../store/application-queries.ts'
import { getStop, insertRecovery, saveFixedRecovery } from '../store/stop-queries.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext } from './context.ts'
import { refuseOwnKin } from './kin.ts'
import { trace } from './trace.ts'

/**
 * 手工核定追缴金额 — what could not be computed is fixed once, by its basis, by somebody other than who proposed the stop;
 * where nothing was paid after it was due, that is the end of it.
 */
export async function fixRecovery(
  ctx: CommandContext,
  {
    stopId,
    amountFen: fixedFen,
    basis,
  }: { readonly stopId: string; readonly amountFen: number; readonly basis: string },
): Promise<{ status: ApplicationStatus }> {
  const stop = await getStop(ctx.writer, stopId)
  if (!inScopeOf(ctx.scope, stop)) throw new Problem('record.not-found', { what: '停发登记' })
  if (stop.proposedBy === ctx.actor.userId) throw new Problem('permission.same-person')
  const application = await getApplication(ctx.writer, stop.applicationId)
  await refuseOwnKin(ctx, application)
  await saveFixedRecovery(ctx.writer, stopId, { recoverFen: fixedFen, basis })
  await trace(ctx, 'stop.fix', stop.applicationId, { stopId, recoverFen: fixedFen })
  if (fixedFen > 0 || application.status !== 'recovering') return { status: application.status }
  const { status } = await advanceApplication(ctx, application, 'settle', `核定没有多发：${basis}`)
  return { status }
}

interface Recovered {
  readonly stopId: string
  readonly amountFen: number
  readonly onDay: Day
  readonly voucher: string
}

/** 追缴到账 — what came back, by its voucher, never more than is owed; with the last fen the record is settled. */
export async function recordRecovered(ctx: CommandContext, input: Recovered) {
  const stop = await getStop(ctx.writer, input.stopId)
  if (!inScopeOf(ctx.scope, stop)) throw new Problem('record.not-found', { what: '停发登记' })
  if (stop.state !== 'confirmed' || stop.recoverFen === null)
    throw new Problem('review.amount-undecided', { missing: JSON.parse(stop.missing) as string[] })
  if (input.onDay > ctx.today()) throw invalidInput('onDay', 'not-in-future')
  const openFen = stop.recoverFen - stop.recoveredFen - input.amountFen
  if (openFen < 0) throw invalidInput('amountFen', 'more-than-owed')
  const { stopId, amountFen: paidBack, onDay, voucher } = input
  await insertRecovery(ctx.writer, {
    ...{ id: ctx.newId(), stopId, amountFen: paidBack, onDay, voucher },
    ...{ recordedBy: ctx.actor.userId, recordedAt: ctx.now().toISOString() },
  })
  await trace(ctx, 'stop.recovered', stop.applicationId, { stopId, amountFen: paidBack, openFen })
  const application = await getApplication(ctx.writer, stop.applicationId)
  if (openFen > 0 || application.status !== 'recovering') return { openFen, status: application.status }
  const { status } = await advanceApplication(ctx, application, 'settle', `追缴已到账：${voucher}`)
  return { openFen, status }
}
