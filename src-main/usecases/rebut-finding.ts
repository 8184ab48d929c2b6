import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { getApplication, listEditors } from '../store/application-queries.ts'
import {
  getCurrentFinding,
  getRebuttal,
  insertRebuttal,
  listRebuttals,
  saveRebuttalDecision,
  type StoredRebuttal,
} from '../store/rebuttal-queries.ts'
import type { CommandContext, ExchangeContext, QueryContext } from './context.ts'
import { type Evidence, keepEvidence, readEvidence } from './keep-evidence.ts'
import { refuseOwnKin } from './kin.ts'
import { trace } from './trace.ts'

interface Rebutted {
  readonly findingId: string
  readonly statement: string
  readonly fileToken: string
}

/**
 * 核实不属实 — one of two people says that a blocking hit is not true (somebody else of that number, alive though listed
 * dead, a former name), with evidence (field-notes 22). It counts once another has confirmed it, and only of this very
 * finding: another line of another list stands again by itself.
 */
export async function rebutFinding(ctx: ExchangeContext, input: Rebutted): Promise<{ rebuttalId: string }> {
  await getRebuttable(ctx, ctx, input.findingId)
  const evidence = await readEvidence(ctx, input.fileToken)
  return ctx.inTransaction((command) => keepRebuttal(command, input, evidence))
}

async function keepRebuttal(ctx: CommandContext, input: Rebutted, evidence: Evidence) {
  const finding = await getRebuttable(ctx, { reader: ctx.writer }, input.findingId)
  const rebuttalId = ctx.newId()
  const { applicationId, checkCode, facts, sources, others } = finding
  await insertRebuttal(ctx.writer, {
    ...{ id: rebuttalId, applicationId, checkCode, facts, sources, others, statement: input.statement },
    fileSha256: await keepEvidence(ctx, evidence, 'evidence'),
    ...{ fileExtension: evidence.extension, proposedBy: ctx.actor.userId },
    proposedAt: ctx.now().toISOString(),
  })
  await trace(ctx, 'review.rebut', applicationId, { rebuttalId, check: checkCode })
  return { rebuttalId }
}

async function getRebuttable(
  { scope }: QueryContext,
  { reader }: Pick<QueryContext, 'reader'>,
  findingId: string,
) {
  const finding = await getCurrentFinding(reader, findingId)
  if (!inScopeOf(scope, finding)) throw new Problem('record.not-found', { what: '疑点' })
  if (finding.severity !== 'block') throw new Problem('review.nothing-to-rebut')
  const said = await listRebuttals(reader, finding.applicationId)
  if (said.some((one) => one.state !== 'declined' && isOf(one, finding)))
    throw new Problem('record.stale', { what: '核实不属实的登记' })
  return finding
}

/** Whether it was said of exactly this finding. */
export function isOf(
  rebuttal: Pick<StoredRebuttal, 'checkCode' | 'facts' | 'sources' | 'others'>,
  finding: Pick<StoredRebuttal, 'checkCode' | 'facts' | 'sources' | 'others'>,
): boolean {
  return (['checkCode', 'facts', 'sources', 'others'] as const).every((key) => rebuttal[key] === finding[key])
}

interface Decided {
  readonly rebuttalId: string
  readonly decision: 'confirmed' | 'declined'
  readonly reason: string
}

/** The other of the two: never who said it, and never who entered the record or changed its account. */
export async function decideRebuttal(ctx: CommandContext, input: Decided): Promise<{ ok: true }> {
  const rebuttal = await getRebuttal(ctx.writer, input.rebuttalId)
  if (!inScopeOf(ctx.scope, rebuttal)) throw new Problem('record.not-found', { what: '核实不属实的登记' })
  if (rebuttal.proposedBy === ctx.actor.userId) throw new Problem('permission.same-person')
  const application = await getApplication(ctx.writer, rebuttal.applicationId)
  if ((await listEditors(ctx.writer, application.id)).includes(ctx.actor.userId))
    throw new Problem('permission.own-entry')
  await refuseOwnKin(ctx, application)
  await saveRebuttalDecision(ctx.writer, rebuttal.id, {
    ...{ state: input.decision, decidedBy: ctx.actor.userId },
    ...{ decidedAt: ctx.now().toISOString(), decidedReason: input.reason },
  })
  await trace(ctx, `review.rebuttal-${input.decision}`, rebuttal.applicationId, {
    ...{ rebuttalId: rebuttal.id, check: rebuttal.checkCode },
  })
  return { ok: true }
}

/** What the two looked at. */
export async function openRebuttalFile(
  ctx: CommandContext,
  { rebuttalId }: { readonly rebuttalId: string },
): Promise<FileRef> {
  const rebuttal = await getRebuttal(ctx.reader, rebuttalId)
  if (!inScopeOf(ctx.scope, rebuttal)) throw new Problem('record.not-found', { what: '核实不属实的登记' })
  const bytes = await ctx.vault.read(rebuttal.fileSha256)
  await trace(ctx, 'review.rebuttal-file', rebuttal.applicationId, { rebuttalId })
  return ctx.files.offer(`核实不属实证据.${rebuttal.fileExtension}`, bytes)
}
