import { sumFen } from '../domain/money.ts'
import { Problem } from '../domain/problem.ts'
import { villageTitle } from '../domain/village-name.ts'
import { type BagInput, prepareBag, type PreparedBag } from '../package-file/prepare-bag.ts'
import { bytesOfPreparedBag } from '../package-file/prepared-bag-bytes.ts'
import type { ApplicationRecord } from '../package-file/records.ts'
import type { Period } from '../store/application-queries.ts'
import { auditHead, recordAudit } from '../store/audit.ts'
import { countUnconfirmed } from '../store/account-queries.ts'
import { findLatestRun, listExplainedByNobody, listFindings } from '../store/check-queries.ts'
import { getTownship, listVillages } from '../store/division-queries.ts'
import {
  getRecipient,
  hasReleasedBatch,
  insertExportPackage,
  type LineToPack,
  listApprovals,
  listLinesToPack,
} from '../store/export-package-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import { listEvidence, listPublicities } from '../store/publicity-queries.ts'
import { readDataMark } from '../store/application-queries.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, JobContext } from './context.ts'
import { isDemonstration } from './demonstration-mark.ts'
import { recordOf } from './package-record.ts'
import { packageSummary } from './package-summary.ts'
import { addUp } from './period-totals.ts'
import { refuseWaitingToStop } from './stop-gate.ts'
import { refuseRechecksOf } from './recheck-gate.ts'
import { refuseNotReviewed, refuseOpenGates } from './reviewed-gate.ts'
import { whoseAmountIsOther } from './standard-of.ts'

interface BuildInput extends Period {
  readonly villageCodes: readonly string[] | null
  readonly recipientId: string
}

/**
 * 打包 — every concluded line of a period, with the paper it was posted on. Nothing in it may change afterwards but
 * what the release adds; a difference of one fen to the publicity blocks with the place named.
 */
export async function buildPackage(ctx: JobContext, input: BuildInput) {
  const stored = await getActiveTerms(ctx.reader, input.programmeCode, input.year)
  await refuseOpenVillages(ctx, input)
  const { posted } = stored.terms.publicity
  const { scope } = ctx
  const { villageCodes } = input
  const lines = await listLinesToPack(ctx.reader, input, { scope, villageCodes, posted })
  if (lines.length === 0) throw new Problem(posted ? 'package.nothing-to-send' : 'package.nothing-approved')
  if (!posted) await refuseUnready(ctx, stored, lines)
  await refuseFoundSince(ctx, input, lines)
  await refuseRechecksOf(ctx.reader, input, new Set(lines.map(({ id }) => id)))
  await refuseWaitingToStop(
    ctx.reader,
    lines.map(({ id }) => id),
  )
  await refuseUnconfirmed(ctx, lines)
  if (posted) refuseDifference(lines)
  refuseNoStandard(stored)
  ctx.progress('整理申报记录', 1, 4)
  await ctx.breathe()
  const records = await recordsOf(ctx, stored, lines)
  const packageId = ctx.newId()
  const summary = await packageSummary(ctx.reader, stored, packageId, lines)
  ctx.progress('附上公示件和张贴证据', 2, 4)
  await ctx.breathe()
  const attachments = await attachmentsOf(ctx, lines)
  const createdAt = ctx.now().toISOString()
  const header = await headerOf(ctx, input, stored, {
    packageId,
    createdAt,
    villages: [...new Set(lines.map((line) => line.villageCode))],
  })
  ctx.progress('写入报送包', 3, 4)
  await ctx.breathe()
  const prepared = prepareBag({ kind: 'applications', header, records, summary, attachments })
  await ctx.inTransaction((command) => keepPackage(command, input, prepared, lines))
  return { packageId, totals: totalsOfLines(lines) }
}

/**
 * 不公示的项目 — no notice asked whether its villages are ready, so the package does: everything reviewed, the survey
 * stated, pages and re-checks complete, every amount by the standard in force.
 */
async function refuseUnready(
  ctx: JobContext,
  stored: StoredTerms,
  lines: readonly LineToPack[],
): Promise<void> {
  const codes = new Set(lines.map(({ villageCode }) => villageCode))
  const villages = (await listVillages(ctx.reader)).filter(({ code }) => codes.has(code))
  await refuseNotReviewed(ctx, stored, villages)
  await refuseOpenGates(ctx.reader, { period: stored, villages, terms: stored.terms })
  const other = await whoseAmountIsOther(ctx.reader, stored, lines)
  const first = lines.find(({ id }) => other.has(id))
  if (first !== undefined)
    throw new Problem('publicity.standard-changed', {
      village: villageTitle(first.villageName),
      count: other.size,
    })
}

/** A village of the batch with a notice still hanging, or records still on their way to one, waits. */
async function refuseOpenVillages(ctx: JobContext, input: BuildInput): Promise<void> {
  const open = (await listPublicities(ctx.reader, input, ctx.scope)).filter(
    (one) =>
      (one.status === 'frozen' || one.status === 'posted') &&
      (input.villageCodes === null || input.villageCodes.includes(one.villageCode)),
  )
  if (open.length > 0)
    throw new Problem('package.publicity-open', {
      villages: open.map((one) => villageTitle(one.villageName)),
    })
}

/** What was found after the review – a death, a card now shared – must not leave unnoticed (field-notes 24). */
async function refuseFoundSince(
  ctx: JobContext,
  period: Period,
  lines: readonly LineToPack[],
): Promise<void> {
  const run = await findLatestRun(ctx.reader, period)
  if (run === undefined || run.dataMark !== (await readDataMark(ctx.reader)))
    throw new Problem('review.checks-outdated')
  const packed = new Set(lines.map((line) => line.id))
  const findings = await listFindings(ctx.reader, run.id)
  const blocked = new Set(
    findings
      .filter((one) => one.severity === 'block' && !one.isRebutted && packed.has(one.applicationId))
      .map((one) => one.applicationId),
  )
  if (blocked.size > 0) throw new Problem('review.has-findings', { count: blocked.size })
  const since = (await listExplainedByNobody(ctx.reader, run.id)).filter((id) => packed.has(id)).length
  if (since > 0) throw new Problem('review.found-since', { count: since })
}

/** A card entered or changed by one person leaves only after another has seen it (field-notes 12). */
async function refuseUnconfirmed(ctx: JobContext, lines: readonly LineToPack[]): Promise<void> {
  const count = await countUnconfirmed(
    ctx.reader,
    lines.map(({ id }) => id),
  )
  if (count > 0) throw new Problem('package.account-unconfirmed', { count })
}

/** 勾稽 — what leaves is what was posted, line by line. */
function refuseDifference(lines: readonly LineToPack[]): void {
  for (const line of lines) {
    if (line.amountFen === line.publicityAmountFen && line.areaCentiMu === (line.publicityAreaCentiMu ?? 0))
      continue
    throw new Problem('package.totals-differ', {
      where: `公示 ${line.serial ?? ''} 第 ${String(line.lineNo ?? 0)} 行`,
      expectedFen: line.publicityAmountFen ?? 0,
      foundFen: line.amountFen,
    })
  }
}

function refuseNoStandard(stored: StoredTerms): void {
  if (stored.terms.rateYuan === null)
    throw new Problem('programme.standard-missing', { programme: stored.terms.name })
}

async function recordsOf(
  ctx: JobContext,
  stored: StoredTerms,
  lines: readonly LineToPack[],
): Promise<ApplicationRecord[]> {
  const approvals = await listApprovals(ctx.reader, stored)
  return lines.map((line) => recordOf(line, approvals.get(line.id), stored.terms.publicity.firstDayCounted))
}

/** Each village's notice as it hung on the wall, and the photos and scans that prove it. */
async function attachmentsOf(
  ctx: JobContext,
  lines: readonly LineToPack[],
): Promise<BagInput['attachments']> {
  const attachments = []
  for (const [publicityId, line] of new Map(lines.map((one) => [one.publicityId, one]))) {
    await ctx.breathe()
    if (publicityId === null) continue
    if (line.printedSha256 !== null) {
      const bytes = await ctx.vault.read(line.printedSha256)
      attachments.push({ extension: bytes[0] === 0x25 ? 'pdf' : 'html', bytes })
    }
    for (const item of await listEvidence(ctx.reader, publicityId)) {
      attachments.push({ extension: item.extension, bytes: await ctx.vault.read(item.fileSha256) })
    }
  }
  return attachments
}

async function headerOf(
  ctx: JobContext,
  input: BuildInput,
  stored: StoredTerms,
  of: { packageId: string; createdAt: string; villages: readonly string[] },
): Promise<BagInput['header']> {
  const period = String(input.year)
  return {
    id: of.packageId,
    township: (await getTownship(ctx.reader)).code,
    programme: input.programmeCode,
    period,
    stage: 'amount',
    demonstration: await isDemonstration(ctx.reader),
    createdAt: of.createdAt,
    createdBy: ctx.actor.displayName,
    policyVersion: `${period}-${String(stored.version)}`,
    software: ctx.parts.software,
    batch: {
      programme: input.programmeCode,
      period,
      villages: of.villages.toSorted(),
      supplementary: await hasReleasedBatch(ctx.reader, input, input.recipientId),
    },
    auditHead: (await auditHead(ctx.reader)).hash,
  }
}

async function keepPackage(
  ctx: CommandContext,
  input: BuildInput,
  prepared: PreparedBag,
  lines: readonly LineToPack[],
): Promise<void> {
  await getRecipient(ctx.writer, input.recipientId)
  const { draft } = prepared
  const bagSha256 = await ctx.vault.add(
    bytesOfPreparedBag(prepared),
    { extension: 'ykt', kind: 'prepared-package', by: ctx.actor.userId, at: draft.createdAt },
    ctx.writer,
  )
  await insertExportPackage(
    ctx.writer,
    {
      id: draft.id,
      kind: draft.kind,
      programmeCode: input.programmeCode,
      year: input.year,
      recipientId: input.recipientId,
      supplementary: draft.batch?.supplementary === true ? 1 : 0,
      status: 'built',
      header: JSON.stringify(draft),
      bagSha256,
      counts: JSON.stringify(draft.counts),
      totalFen: draft.totalFen ?? 0,
      builtBy: ctx.actor.userId,
      builtAt: draft.createdAt,
    },
    lines.map((line) => ({ applicationId: line.id, amountFen: line.amountFen })),
  )
  for (const line of lines)
    await advanceApplication(
      ctx,
      { id: line.id, version: line.version, status: line.serial === null ? 'approved' : 'publicized' },
      line.serial === null ? 'pack-unposted' : 'pack',
      `报送包 ${draft.id}`,
    )
  await recordAudit(ctx.writer, {
    at: draft.createdAt,
    actor: ctx.actor.userId,
    action: 'package.build',
    subject: draft.id,
    details: {
      programmeCode: input.programmeCode,
      year: input.year,
      counts: draft.counts,
      totalFen: draft.totalFen,
    },
  })
}

function totalsOfLines(lines: readonly LineToPack[]) {
  const distinct = {
    people: new Set(lines.map((line) => line.beneficiaryId)).size,
    households: new Set(lines.map((line) => line.householdId ?? line.beneficiaryId)).size,
  }
  const sum = {
    rows: lines.length,
    areaCentiMu: sumFen(lines.map((line) => line.areaCentiMu)),
    amountFen: sumFen(lines.map((line) => line.amountFen)),
  }
  return addUp([{ villageCode: '', status: 'packaged', ...distinct, ...sum }])
}
