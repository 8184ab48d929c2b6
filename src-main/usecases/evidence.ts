import {
  belongsToProgramme,
  type EvidenceDay,
  type EvidenceKind,
  type EvidenceSubjectKind,
} from '../domain/evidence.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { FileRef } from '../ports/files.ts'
import { getEvidence, insertEvidence, markRemoved } from '../store/evidence-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import { getAccount, getPerson } from '../store/person-queries.ts'
import { readVaultFile } from '../store/vault-queries.ts'
import { evidenceKindLabels } from '../wording/register-labels.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { type EvidenceContext, keepEvidence, readEvidence } from './keep-evidence.ts'
import { trace } from './trace.ts'

export interface EvidenceBinding {
  readonly subject: { readonly kind: EvidenceSubjectKind; readonly id: string }
  readonly kind: EvidenceKind
  /** What a clerk calls it; empty for the kind's own name. */
  readonly title: string
  /** The programme it was given for; null for what everybody who works on the household may see. */
  readonly programmeCode: string | null
  readonly day: EvidenceDay
  /** How it came in besides by hand: a visit form, a village's register, and the id of that. */
  readonly origin?: { readonly kind: string; readonly id: string }
}

/** 挂证据 — binds a file that lies in the vault already to whom or what it is about. */
export async function bindEvidence(
  ctx: CommandContext,
  { subject, kind, title, programmeCode, day, origin, fileSha256 }: EvidenceBinding & { fileSha256: string },
): Promise<{ evidenceId: string }> {
  await refuseBinding(ctx, { subject, kind, programmeCode, day })
  const evidenceId = ctx.newId()
  await insertEvidence(ctx.writer, {
    id: evidenceId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    kind,
    title: title === '' ? evidenceKindLabels[kind] : title,
    programmeCode,
    fileSha256,
    onDay: day.source === 'imported' ? null : day.on,
    daySource: day.source,
    origin: origin?.kind ?? 'hand',
    originId: origin?.id ?? null,
    addedBy: ctx.actor.userId,
    addedAt: ctx.now().toISOString(),
  })
  await trace(ctx, 'evidence.attach', subject.id, { evidenceId, kind, subject: subject.kind, fileSha256 })
  return { evidenceId }
}

export interface AttachContext extends EvidenceContext, QueryContext {
  inTransaction<T>(work: (ctx: CommandContext) => Promise<T>): Promise<T>
}

/** The same for a file somebody has just picked; what is wrong with the binding is said before the file is used up. */
export async function attachEvidence(
  ctx: AttachContext,
  { fileToken, ...binding }: EvidenceBinding & { readonly fileToken: string },
): Promise<{ evidenceId: string }> {
  await refuseBinding(ctx, binding)
  const file = await readEvidence(ctx, fileToken)
  return ctx.inTransaction(async (command) => {
    const fileSha256 = await keepEvidence(command, file, 'evidence')
    return bindEvidence(command, { ...binding, fileSha256 })
  })
}

/** A scan shows whole numbers: who opened it, and when, stays in the chain. */
export async function openEvidence(ctx: CommandContext, input: { evidenceId: string }): Promise<FileRef> {
  const evidence = await getInScope(ctx, input.evidenceId)
  const { extension } = await readVaultFile(ctx.writer, evidence.fileSha256)
  await trace(ctx, 'evidence.open', evidence.subjectId, { evidenceId: evidence.id, kind: evidence.kind })
  return ctx.files.offer(`${evidence.title}.${extension}`, await ctx.vault.read(evidence.fileSha256))
}

/** 移除证据 — it was bound to the wrong household, or is none; the file stays in the vault with the reason. */
export async function removeEvidence(
  ctx: CommandContext,
  input: { evidenceId: string; reason: string },
): Promise<{ ok: true }> {
  const evidence = await getInScope(ctx, input.evidenceId)
  const removed = { by: ctx.actor.userId, at: ctx.now().toISOString(), reason: input.reason }
  await markRemoved(ctx.writer, evidence.id, removed)
  await trace(ctx, 'evidence.remove', evidence.subjectId, { evidenceId: evidence.id })
  return { ok: true }
}

async function getInScope(ctx: CommandContext, evidenceId: string) {
  const evidence = await getEvidence(ctx.writer, ctx.scope, evidenceId)
  await refuseOutside(ctx, { kind: evidence.subjectKind, id: evidence.subjectId })
  return evidence
}

async function refuseBinding(
  ctx: QueryContext,
  { subject, kind, programmeCode, day }: Pick<EvidenceBinding, 'subject' | 'kind' | 'programmeCode' | 'day'>,
): Promise<void> {
  await refuseOutside(ctx, subject)
  if (belongsToProgramme(kind) && programmeCode === null)
    throw new Problem('input.invalid', { fields: [{ path: 'programmeCode', rule: 'required' }] })
  if (programmeCode !== null && !inScopeOf(ctx.scope, { programmeCode }))
    throw new Problem('permission.denied', { needs: 'scope' })
  if (day.source !== 'imported' && day.on > ctx.today())
    throw new Problem('input.invalid', { fields: [{ path: 'day', rule: 'not-in-future' }] })
}

/** Whose evidence it is must lie in a village the caller answers for. */
async function refuseOutside(ctx: QueryContext, { kind, id }: EvidenceBinding['subject']): Promise<void> {
  if (kind === 'household') await getHousehold(ctx.reader, ctx.scope, id)
  else if (kind === 'person') await getPerson(ctx.reader, ctx.scope, id)
  else await getAccount(ctx.reader, ctx.scope, id)
}
