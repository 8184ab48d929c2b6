import { Problem } from '../domain/problem.ts'
import { preparedBagOfBytes } from '../package-file/prepared-bag-bytes.ts'
import { releasePackage as sealAndSign } from '../package-file/seal-package.ts'
import type { FileRef } from '../ports/files.ts'
import { recordAudit } from '../store/audit.ts'
import {
  findLastInSequence,
  listPackagedApplications,
  savePackage,
  type StoredExportPackage,
} from '../store/export-package-queries.ts'
import { findMeta } from '../store/meta-queries.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, JobContext } from './context.ts'
import { readEvidence } from './keep-evidence.ts'
import { getPackageInScope } from './package-in-scope.ts'
import {
  approvedByOf,
  keepPaperSignOff,
  type PaperSignOff,
  type PaperSignOffColumns,
  refusePaperSignOff,
} from './paper-sign-off.ts'

interface Release {
  readonly packageId: string
  readonly pin: string
  readonly password: string
  readonly paperSignOff?: PaperSignOff | undefined
}

/**
 * 签发 — by somebody other than who built it, with their own PIN: the number in the sequence, both signatures and the
 * envelope are made here and never again. The bytes are ours to open too, so that they can be shown and proved later.
 */
export async function releasePackage(
  ctx: JobContext,
  input: Release,
): Promise<{ tagmanifestSha256: string; sequence: number; file: FileRef }> {
  const stored = await getPackageInScope(ctx, input.packageId)
  if (stored.status !== 'built')
    throw new Problem('record.wrong-status', { status: stored.status, step: 'release' })
  if (stored.builtBy === ctx.actor.userId) throw new Problem('permission.same-person')
  refusePaperSignOff(ctx, stored, input.paperSignOff)
  const approver = await ctx.parts.keys.personalSigner(ctx.actor.userId, input.pin, input.password)
  const workstation = await ctx.parts.keys.workstationSigner()
  const own = await findMeta(ctx.reader, 'ageRecipient')
  const scan = input.paperSignOff && (await readEvidence(ctx, input.paperSignOff.fileToken))
  ctx.progress('签名并加密', 1, 2)
  await ctx.breathe()
  const prepared = preparedBagOfBytes(await ctx.vault.read(stored.bagSha256))
  const released = await ctx.inTransaction(async (command) => {
    await refuseChangedTotals(command, stored)
    const last = await findLastInSequence(command.writer, stored.recipientId, stored.kind)
    const sequence = (last?.sequence ?? 0) + 1
    const sealed = await sealAndSign(
      prepared,
      {
        sequence,
        previous: last?.tagmanifestSha256 ?? null,
        approvedBy: approvedByOf(ctx.actor, input.paperSignOff),
      },
      [
        { role: 'workstation', signer: workstation },
        { role: 'approver', signer: approver },
      ],
      { recipients: own === undefined ? [stored.ageRecipient] : [stored.ageRecipient, own] },
    )
    await keepReleased(
      command,
      stored,
      { sequence, ...sealed },
      await keepPaperSignOff(command, input.paperSignOff, scan),
    )
    return { sequence, sealed }
  })
  const { sealed, sequence } = released
  return {
    tagmanifestSha256: sealed.tagmanifestSha256,
    sequence,
    file: await ctx.files.offer(sealed.fileName, sealed.bytes),
  }
}

/** Between build and release nothing may have moved: what was packed is what the records say now. */
async function refuseChangedTotals(ctx: CommandContext, stored: StoredExportPackage): Promise<void> {
  const lines = await listPackagedApplications(ctx.writer, stored.id)
  const changed = lines.find((line) => line.status !== 'packaged' || line.amountFen !== line.packedFen)
  if (changed !== undefined)
    throw new Problem('package.totals-differ', {
      where: '已打包的申报记录',
      expectedFen: changed.packedFen,
      foundFen: changed.amountFen,
    })
  const foundFen = lines.reduce((sum, line) => sum + line.packedFen, 0)
  if (foundFen !== stored.totalFen)
    throw new Problem('package.totals-differ', {
      where: '报送包合计',
      expectedFen: stored.totalFen,
      foundFen,
    })
}

async function keepReleased(
  ctx: CommandContext,
  stored: StoredExportPackage,
  sealed: { sequence: number; bytes: Uint8Array; tagmanifestSha256: string },
  paper: PaperSignOffColumns | null,
): Promise<void> {
  const { sequence, tagmanifestSha256 } = sealed
  const at = ctx.now().toISOString()
  const fileSha256 = await ctx.vault.add(
    sealed.bytes,
    { extension: 'age', kind: 'released-package', by: ctx.actor.userId, at },
    ctx.writer,
  )
  await savePackage(ctx.writer, stored.id, 'built', {
    status: 'released',
    releasedBy: ctx.actor.userId,
    releasedAt: at,
    sequence,
    tagmanifestSha256,
    fileSha256,
    size: sealed.bytes.length,
    ...paper,
  })
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'package.release',
    subject: stored.id,
    details: {
      sequence,
      tagmanifestSha256,
      fileSha256,
      ...(paper && { paperSignedOn: paper.paperSignedOn, paperScanSha256: paper.paperScanSha256 }),
    },
  })
}

/** 取消打包 — only before release; the lines are free to be corrected or packed again. */
export async function cancelPackage(
  ctx: CommandContext,
  input: { packageId: string; reason: string },
): Promise<{ ok: true }> {
  const stored = await getPackageInScope(ctx, input.packageId)
  if (stored.status !== 'built')
    throw new Problem('record.wrong-status', { status: stored.status, step: 'cancel' })
  for (const line of await listPackagedApplications(ctx.writer, stored.id)) {
    await advanceApplication(
      ctx,
      { id: line.id, version: line.version, status: 'packaged' },
      line.packedFrom === 'approved' ? 'unpack-unposted' : 'unpack',
      `取消打包：${input.reason}`,
    )
  }
  await savePackage(ctx.writer, stored.id, 'built', { status: 'cancelled' })
  await recordAudit(ctx.writer, {
    at: ctx.now().toISOString(),
    actor: ctx.actor.userId,
    action: 'package.cancel',
    subject: stored.id,
    details: {},
  })
  return { ok: true }
}
