import { type ApplicationStatus, type ApplicationStep, statusAfter } from '../domain/application-status.ts'
import { Problem } from '../domain/problem.ts'
import { recordStep, saveApplication } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { recordReviewed } from './record-figure.ts'
import type { CommandContext } from './context.ts'

/** The only door through which an application's status changes: check, save with version, trace. */
export async function advanceApplication(
  ctx: CommandContext,
  application: { readonly id: string; readonly version: number; readonly status: ApplicationStatus },
  step: ApplicationStep,
  reason: string,
): Promise<{ status: ApplicationStatus; version: number }> {
  const status = statusAfter(application.status, step)
  if (status === undefined) throw new Problem('record.wrong-status', { status: application.status, step })
  const { version } = await saveApplication(ctx.writer, application, { status })
  if (step === 'approve' || step === 'decline') await recordReviewed(ctx, application.id, step, reason)
  const at = ctx.now().toISOString()
  const traced = { applicationId: application.id, step, fromStatus: application.status, toStatus: status }
  await recordStep(ctx.writer, { ...traced, reason, byUser: ctx.actor.userId, at })
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: `application.${step}`,
    subject: application.id,
    details: { from: application.status, to: status, version },
  })
  return { status, version }
}
