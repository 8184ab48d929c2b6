import { dayInShanghai } from '../domain/day.ts'
import { fieldworkFileName } from '../domain/fieldwork-file-name.ts'
import { type Attachment, type BagInput, prepareBag } from '../package-file/prepare-bag.ts'
import type { RecordsOfKind } from '../package-file/record-kind.ts'
import { releasePackage } from '../package-file/seal-package.ts'
import type { FileRef } from '../ports/files.ts'
import type { Signer } from '../ports/signer.ts'
import { type AuditHead, auditHead } from '../store/audit.ts'
import { findLastSent, insertSent } from '../store/fieldwork-package-queries.ts'
import { nameHere, readOwnMachine, type StoredMachine } from '../store/machine-queries.ts'
import type { FieldworkKind } from '../store/schema/fieldwork-tables.ts'
import type { CommandContext, Parts, QueryContext } from './context.ts'
import { trace } from './trace.ts'

export interface FieldworkPackage<K extends FieldworkKind> {
  readonly kind: K
  readonly packageId: string
  readonly round: { readonly id: string; readonly programmeCode: string; readonly year: number }
  readonly assignmentId: string | null
  readonly records: readonly RecordsOfKind[K][]
  readonly summary: Uint8Array
  readonly attachments: readonly Attachment[]
}

export interface MadePackage {
  readonly packageId: string
  readonly sequence: number
  readonly fileName: string
  readonly bytes: Uint8Array
}

/**
 * 写出 — numbered, signed by this machine, sealed to the other one and to this one, and kept, all in the transaction
 * of whatever it carries: a number is never given twice.
 */
export async function makeFieldworkPackage<K extends FieldworkKind>(
  ctx: CommandContext,
  made: FieldworkPackage<K>,
  to: StoredMachine,
  { signer, software }: { signer: Signer; software: Parts['software'] },
): Promise<MadePackage> {
  const own = await readOwnMachine(ctx.writer)
  const last = await findLastSent(ctx.writer, to.id, made.kind)
  const release = {
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.tagmanifestSha256 ?? null,
    approvedBy: null,
  }
  const prepared = prepareBag(bagOf(ctx, made, own, software, await auditHead(ctx.writer)))
  const signatures = [{ role: 'workstation', signer }] as const
  const recipients = [...new Set([to.ageRecipient, own.ageRecipient])]
  const sealed = await releasePackage(prepared, release, signatures, { recipients })
  const on = dayInShanghai(ctx.now().getTime())
  const { sequence } = release
  const fileName = fieldworkFileName(
    made.kind === 'survey-assignment'
      ? { kind: 'survey-assignment', to: to.name, sequence, on }
      : { kind: 'survey-results', from: await nameHere(ctx.writer), sequence, on },
  )
  const at = ctx.now().toISOString()
  const fileSha256 = await ctx.vault.add(
    sealed.bytes,
    { extension: 'age', kind: 'fieldwork-package', by: ctx.actor.userId, at },
    ctx.writer,
  )
  await insertSent(ctx.writer, {
    ...{ id: made.packageId, kind: made.kind, machineId: to.id, roundId: made.round.id },
    ...{ assignmentId: made.assignmentId, sequence, previous: release.previous },
    ...{ tagmanifestSha256: sealed.tagmanifestSha256, fileName, fileSha256, size: sealed.bytes.length },
    ...{ counts: JSON.stringify(prepared.draft.counts), sentBy: ctx.actor.userId, sentAt: at },
  })
  await trace(ctx, 'fieldwork.send', made.packageId, {
    ...{ kind: made.kind, machineId: to.id, sequence, tagmanifestSha256: sealed.tagmanifestSha256 },
    counts: prepared.draft.counts,
  })
  return { packageId: made.packageId, sequence, fileName, bytes: sealed.bytes }
}

function bagOf<K extends FieldworkKind>(
  ctx: CommandContext,
  { kind, packageId, round, records, summary, attachments }: FieldworkPackage<K>,
  { townshipCode, demonstration }: Awaited<ReturnType<typeof readOwnMachine>>,
  software: Parts['software'],
  { hash }: AuditHead,
): BagInput<K> {
  return {
    kind,
    header: {
      id: packageId,
      township: townshipCode,
      programme: round.programmeCode,
      period: String(round.year),
      demonstration,
      createdAt: ctx.now().toISOString(),
      createdBy: ctx.actor.displayName,
      policyVersion: String(round.year),
      software,
      auditHead: hash,
    },
    records,
    summary,
    attachments,
  }
}

export function offerMade(ctx: QueryContext, { fileName, bytes }: MadePackage): Promise<FileRef> {
  return ctx.files.offer(fileName, bytes)
}
