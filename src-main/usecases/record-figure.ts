import { reviewedFigure } from '../domain/figures.ts'
import { getApplication, listSteps } from '../store/application-queries.ts'
import { insertFigure, listFigures } from '../store/figure-queries.ts'
import type { CommandContext } from './context.ts'

/**
 * 初审数 — what the review makes of an application, beside what was applied for; where the two differ the reason code
 * and its words go with it (field-notes 4). `because` stands in place of the last correction's own words.
 */
export async function recordReviewed(
  ctx: CommandContext,
  applicationId: string,
  decision: 'approve' | 'decline',
  because: string,
): Promise<void> {
  const { areaCentiMu, quantityCenti, amountFen } = await getApplication(ctx.writer, applicationId)
  const now = { quantityCenti: quantityCenti ?? areaCentiMu, amountFen }
  const applied = (await listFigures(ctx.writer, applicationId)).find(({ stage }) => stage === 'applied')
  const figure = reviewedFigure(decision, applied, now)
  const isCorrected = figure.reasonCode === 'quantity-corrected'
  await insertFigure(ctx.writer, applicationId, {
    ...{ stage: 'reviewed', ...figure, at: ctx.now().toISOString(), byUser: ctx.actor.userId },
    basis: (isCorrected ? await lastCorrection(ctx, applicationId) : undefined) ?? because,
  })
}

async function lastCorrection(ctx: CommandContext, applicationId: string): Promise<string | undefined> {
  const steps = await listSteps(ctx.writer, applicationId)
  return steps.findLast(({ step }) => step === 'correct')?.reason
}
