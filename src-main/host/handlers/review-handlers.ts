import { correctApplication } from '../../usecases/correct-application.ts'
import { explainDropped, showDropped } from '../../usecases/dropped.ts'
import { explainTogether, showSameCause } from '../../usecases/explain-together.ts'
import { drawRechecks, openRecheckFile, recordRecheck } from '../../usecases/recheck.ts'
import { redrawRecheck, showRechecks } from '../../usecases/show-rechecks.ts'
import { decideReview } from '../../usecases/decide-review.ts'
import { openHearingFile, recordHearing } from '../../usecases/hear.ts'
import { printCutNotice } from '../../usecases/print-cut-notice.ts'
import { printOrHtml } from '../../usecases/print-or-html.ts'
import { decideRebuttal, openRebuttalFile, rebutFinding } from '../../usecases/rebut-finding.ts'
import { openApplication, showAmount } from '../../usecases/open-application.ts'
import { declareKin, showKin, withdrawKin } from '../../usecases/kin.ts'
import { listReview } from '../../usecases/review-list.ts'
import { reviewOverview } from '../../usecases/review-overview.ts'
import { showReviewRecord } from '../../usecases/review-record.ts'
import { showMissed } from '../../usecases/show-missed.ts'
import { recordVerification, showVerifications } from '../../usecases/verification.ts'
import type { HandlersOf } from '../handler-types.ts'

export const applicationHandlers: HandlersOf<'application'> = {
  correct: (ctx, input) => correctApplication(ctx, input),
  amount: (ctx, input) => showAmount(ctx, input),
  open: (ctx, input) => openApplication(ctx, input),
}

export const reviewHandlers: HandlersOf<'review'> = {
  overview: (ctx, input) => reviewOverview(ctx, input),
  list: (ctx, input) => listReview(ctx, input),
  record: (ctx, input) => showReviewRecord(ctx, input),
  missed: (ctx, input) => showMissed(ctx, input),
  dropped: (ctx, input) => showDropped(ctx, input),
  explainDropped: (ctx, input) => explainDropped(ctx, input),
  kin: (ctx, input) => showKin(ctx, input),
  declareKin: (ctx, input) => declareKin(ctx, input),
  withdrawKin: (ctx, input) => withdrawKin(ctx, input),
  rebut: (ctx, input) => rebutFinding(ctx, input),
  decideRebuttal: (ctx, input) => decideRebuttal(ctx, input),
  rebuttalFile: (ctx, input) => openRebuttalFile(ctx, input),
  rechecks: (ctx, input) => showRechecks(ctx, input),
  redraw: (ctx, input) => redrawRecheck(ctx, input),
  drawRechecks: (ctx, input) => drawRechecks(ctx, input),
  recordRecheck: (ctx, input) => recordRecheck(ctx, input),
  recheckFile: (ctx, input) => openRecheckFile(ctx, input),
  hear: (ctx, input) => recordHearing(ctx, input),
  hearingFile: (ctx, input) => openHearingFile(ctx, input),
  cutNotice: (ctx, input) => printCutNotice(ctx, input, (html) => printOrHtml(ctx.parts.pdf, html)),
  sameCause: (ctx, input) => showSameCause(ctx, input),
  explain: (ctx, input) => explainTogether(ctx, input),
  decide: (ctx, input) => decideReview(ctx, input),
}

export const verificationHandlers: HandlersOf<'verification'> = {
  list: (ctx, input) => showVerifications(ctx, input),
  record: (ctx, input) => recordVerification(ctx, input),
}
