import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { FileRef } from '../ports/files.ts'
import { type Period, sumByVillageAndStatus } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { listVillages } from '../store/division-queries.ts'
import {
  insertRecipient,
  listExportPackages,
  listRecipients,
  type StoredExportPackage,
  sumPackageByVillage,
} from '../store/export-package-queries.ts'
import { findActiveTerms } from '../store/programme-queries.ts'
import { listPublicities } from '../store/publicity-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { getPackageInScope, isPackageInScope } from './package-in-scope.ts'
import { scanKindOf } from './paper-sign-off.ts'
import { addUp } from './period-totals.ts'

export async function showPackages(ctx: QueryContext) {
  const stored = await listExportPackages(ctx.reader)
  return stored.filter((one) => isPackageInScope(ctx.scope, one)).map((one) => toRow(ctx, one))
}

/** 签发前看的 — what would leave, village by village, beside what was posted there. */
export async function showPackage(ctx: QueryContext, input: { packageId: string }) {
  const stored = await getPackageInScope(ctx, input.packageId)
  const sums = await sumPackageByVillage(ctx.reader, stored.id)
  const byVillage = sums.map(({ villageCode, villageName, publicityFen, serial, ...totals }) => ({
    villageCode,
    villageName: villageTitle(villageName),
    publicityFen,
    serial,
    totals,
  }))
  const total = byVillage.reduce((sum, one) => sum + one.totals.amountFen, 0)
  const tiesOut =
    total === stored.totalFen &&
    byVillage.every((one) => one.serial === null || one.publicityFen === one.totals.amountFen)
  return { ...toRow(ctx, stored), byVillage, tiesOut }
}

/** What may be packed now – through publicity, or approved where the programme is never posted – and what still hangs. */
export async function showReady(ctx: QueryContext, period: Period) {
  const sums = await sumByVillageAndStatus(ctx.reader, period, ctx.scope)
  const publicities = await listPublicities(ctx.reader, period, ctx.scope)
  const villages = await listVillages(ctx.reader)
  const active = await findActiveTerms(ctx.reader, period.programmeCode, period.year)
  const posted = active?.terms.publicity.posted ?? true
  return {
    posted,
    villages: villages.flatMap(({ code, name }) => {
      const sum = sums.find(
        (one) => one.villageCode === code && one.status === (posted ? 'publicized' : 'approved'),
      )
      return sum === undefined
        ? []
        : [{ villageCode: code, villageName: villageTitle(name), totals: addUp([sum]) }]
    }),
    open: publicities
      .filter((one) => one.status === 'frozen' || one.status === 'posted')
      .map((one) => villageTitle(one.villageName)),
  }
}

export async function showRecipients(ctx: QueryContext) {
  const recipients = await listRecipients(ctx.reader)
  return recipients.map(({ id, name, kind, ageRecipient }) => ({ recipientId: id, name, kind, ageRecipient }))
}

export async function addRecipient(
  ctx: CommandContext,
  input: { name: string; kind: 'department' | 'finance'; ageRecipient: string },
): Promise<{ recipientId: string }> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  await insertRecipient(ctx.writer, { id, ...input, addedBy: ctx.actor.userId, addedAt: at })
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'package.add-recipient',
    subject: id,
    details: { kind: input.kind, ageRecipient: input.ageRecipient },
  })
  return { recipientId: id }
}

/** The released bytes, to be put on a stick or sent by hand. */
export async function packageFile(ctx: QueryContext, input: { packageId: string }): Promise<FileRef> {
  const stored = await getPackageInScope(ctx, input.packageId)
  if (stored.fileSha256 === null)
    throw new Problem('record.wrong-status', { status: stored.status, step: 'file' })
  return ctx.files.offer(`${stored.id}.ykt.age`, await ctx.vault.read(stored.fileSha256))
}

/** 签批单扫描件 — what the absent approver signed, as it was handed in. */
export async function paperSheetFile(ctx: QueryContext, input: { packageId: string }): Promise<FileRef> {
  const stored = await getPackageInScope(ctx, input.packageId)
  if (stored.paperScanSha256 === null) throw new Problem('record.not-found', { what: '签批单扫描件' })
  const bytes = await ctx.vault.read(stored.paperScanSha256)
  return ctx.files.offer(`签批单_${stored.id}.${scanKindOf(bytes) ?? 'bin'}`, bytes)
}

function toRow(ctx: QueryContext, stored: StoredExportPackage) {
  const counts = JSON.parse(stored.counts) as {
    rows: number
    people: number
    households: number
    villages: number
    areaCentiMu: number
  }
  const why = whyMayNotRelease(ctx, stored)
  return {
    packageId: stored.id,
    kind: stored.kind,
    programmeCode: stored.programmeCode,
    year: stored.year,
    recipientName: stored.recipientName,
    villages: counts.villages,
    supplementary: stored.supplementary === 1,
    status: stored.status,
    totals: {
      rows: counts.rows,
      people: counts.people,
      households: counts.households,
      areaCentiMu: counts.areaCentiMu,
      amountFen: stored.totalFen,
    },
    sequence: stored.sequence,
    tagmanifestSha256: stored.tagmanifestSha256,
    size: stored.size,
    builtBy: stored.builtByName,
    builtAt: stored.builtAt,
    releasedBy: stored.releasedByName,
    releasedAt: stored.releasedAt,
    paperSignOff: paperSignOffOf(stored),
    demonstration: (JSON.parse(stored.header) as { demonstration: boolean }).demonstration,
    mayRelease: why === null,
    whyMayNotRelease: why,
  }
}

function paperSignOffOf({ paperApprover, paperSignedOn, releasedByName }: StoredExportPackage) {
  if (paperApprover === null || paperSignedOn === null) return null
  return { approverName: paperApprover, signedOn: paperSignedOn, registeredBy: releasedByName ?? '' }
}

function whyMayNotRelease(ctx: QueryContext, stored: StoredExportPackage): string | null {
  if (stored.status !== 'built') return '这个报送包已经签发或取消。'
  if (!ctx.actor.roles.includes('approver')) return '只有负责人可以签发。'
  if (stored.builtBy === ctx.actor.userId) return '打包人不能签发自己打的包，请另一位负责人签发。'
  return null
}
