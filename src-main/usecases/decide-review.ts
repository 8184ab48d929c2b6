import { type ApplicationStatus, mayBeReturned } from '../domain/application-status.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import {
  getApplication,
  listEditors,
  readDataMark,
  type StoredApplication,
} from '../store/application-queries.ts'
import { type CheckRun, findLatestRun, listFindings, type StoredFinding } from '../store/check-queries.ts'
import { listSubmittedClean } from '../store/review-queries.ts'
import type { Period } from '../store/application-queries.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, JobContext } from './context.ts'
import { listUnheard, refuseUnheard } from './hear.ts'
import { refuseOwnKin } from './kin.ts'
import { totalsOf } from './period-totals.ts'
import { listWaitingToStop } from '../store/stop-queries.ts'
import { refuseWaitingToStop } from './stop-gate.ts'

interface Decision {
  readonly applicationId: string
  readonly version: number
  readonly decision: 'approve' | 'decline' | 'return'
  readonly reason: string
}

/** 初审决定 — one record, by somebody who neither entered it nor changed its account. */
export async function decideReview(
  ctx: CommandContext,
  input: Decision,
): Promise<{ status: ApplicationStatus; version: number }> {
  const application = await getApplication(ctx.writer, input.applicationId)
  if (!inScopeOf(ctx.scope, application)) throw new Problem('record.not-found', { what: '申报记录' })
  if (application.version !== input.version) throw new Problem('record.stale', { what: '申报记录' })
  if (!mayBeReturned(application.status)) {
    throw new Problem('record.wrong-status', { status: application.status, step: input.decision })
  }
  await refuseOwnEntry(ctx, application)
  await refuseOwnKin(ctx, application)
  const run = await currentRun(ctx, application)
  const findings = await listFindings(ctx.writer, run.id, [application.id])
  refuseUnexplained(input, findings)
  if (input.decision === 'approve') await refuseWaitingToStop(ctx.writer, [application.id])
  await refuseUnheard(ctx, application, input.decision)
  return advanceApplication(ctx, application, input.decision, input.reason)
}

/** 成批通过 — only records without block or must-explain findings, and none of one's own. */
export async function approveClean(
  ctx: JobContext,
  input: Period & { villageCodes: readonly string[] | null },
) {
  const approved = await ctx.inTransaction(async (command) => {
    const run = await currentRun(command, input)
    const clean = await listSubmittedClean(command.writer, input, ctx.scope, {
      runId: run.id,
      userId: ctx.actor.userId,
      villageCodes: input.villageCodes,
    })
    // whoever would get less than before has to be heard first, and is decided one by one
    const unheard = await listUnheard(command, clean)
    const waiting = await listWaitingToStop(
      command.writer,
      clean.map(({ id }) => id),
    )
    const passing = clean.filter(({ id }) => !unheard.has(id) && !waiting.has(id))
    for (const [index, application] of passing.entries()) {
      if (index % 100 === 0) {
        ctx.progress('逐笔通过', index, passing.length)
        await ctx.breathe()
      }
      await advanceApplication(command, application, 'approve', '无疑点，成批通过')
    }
    return passing.length
  })
  const submitted = await totalsOf(ctx.reader, input, ctx.scope, ['submitted'])
  return {
    approved,
    left: submitted.rows,
    totals: await totalsOf(ctx.reader, input, ctx.scope, ['approved']),
  }
}

/** A decision rests on checks that have seen everything known today. */
export async function currentRun(ctx: CommandContext, period: Period): Promise<CheckRun> {
  const run = await findLatestRun(ctx.writer, period)
  if (run === undefined || run.dataMark !== (await readDataMark(ctx.writer)))
    throw new Problem('review.checks-outdated')
  return run
}

async function refuseOwnEntry(ctx: CommandContext, application: StoredApplication): Promise<void> {
  const editors = await listEditors(ctx.writer, application.id)
  if (editors.includes(ctx.actor.userId)) throw new Problem('permission.own-entry')
}

/** Block cannot be passed, unless two people have shown it untrue; must-explain and every refusal need words of a person. */
function refuseUnexplained(input: Decision, findings: readonly StoredFinding[]): void {
  const blocks = findings.filter((finding) => finding.severity === 'block' && !finding.isRebutted).length
  if (input.decision === 'approve' && blocks > 0) throw new Problem('review.has-findings', { count: blocks })
  const needsWords =
    input.decision !== 'approve' ||
    findings.some((finding) => finding.severity === 'explain' && !finding.isExplained)
  if (needsWords && input.reason.length < 2) throw new Problem('review.reason-missing')
}
