import { runChecks } from '../domain/checks/run-checks.ts'
import type { Finding } from '../domain/finding.ts'
import { judgedLandRights } from '../domain/judged-land.ts'
import { type Period, readDataMark } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import {
  insertCheckRun,
  insertFindings,
  readCheckedLines,
  readDeceased,
  readPayroll,
} from '../store/check-queries.ts'
import { readLandFacts } from '../store/land-right-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { CommandContext, JobContext } from './context.ts'

/** Runs every check over a period and keeps what was found, as one run; older runs stay readable. */
export async function checkPeriod(ctx: JobContext, period: Period) {
  ctx.progress('读取申报和比对名单', 0, 3)
  const found = await findAll(ctx.reader, period)
  await ctx.breathe()
  ctx.progress('写入疑点', 2, 3)
  await ctx.inTransaction((command) => saveRun(command, period, found))
  const byCheck: Record<string, number> = {}
  for (const { check } of found.findings) byCheck[check] = (byCheck[check] ?? 0) + 1
  const toHandle = found.findings.filter((finding) => finding.severity !== 'hint')
  return {
    rows: found.rows,
    withFindings: new Set(toHandle.map((finding) => finding.applicationId)).size,
    byCheck,
  }
}

/** The same inside a command, so that a corrected record is judged before anybody sees it. */
export async function recheckPeriod(ctx: CommandContext, period: Period): Promise<void> {
  await saveRun(ctx, period, await findAll(ctx.writer, period))
}

interface Found {
  readonly stored: StoredTerms
  readonly rows: number
  readonly findings: readonly Finding[]
  readonly dataMark: number
}

async function findAll(reader: Reader, period: Period): Promise<Found> {
  const stored = await getActiveTerms(reader, period.programmeCode, period.year)
  const dataMark = await readDataMark(reader)
  const lines = await readCheckedLines(reader, period, stored.terms.eligibilityDate)
  const [deceased, payroll, landRights] = [
    await readDeceased(reader),
    await readPayroll(reader),
    judgedLandRights(await readLandFacts(reader), stored.terms.eligibilityDate),
  ]
  const { deathConsequence, extendMonths, unit, eligibilityDate } = stored.terms
  const terms = { deathConsequence, extendMonths, perMu: unit === '亩' }
  const findings = runChecks({ lines, deceased, payroll, landRights, terms }, eligibilityDate)
  return { stored, rows: lines.length, findings, dataMark }
}

async function saveRun(ctx: CommandContext, period: Period, found: Found): Promise<void> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const asOf = found.stored.terms.eligibilityDate
  await insertCheckRun(ctx.writer, period, {
    id,
    asOf,
    rows: found.rows,
    dataMark: found.dataMark,
    byUser: ctx.actor.userId,
    at,
  })
  await insertFindings(
    ctx.writer,
    id,
    found.findings.map((finding) => ({ ...finding, id: ctx.newId() })),
  )
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'review.check',
    subject: id,
    details: { ...period, asOf, rows: found.rows, findings: found.findings.length },
  })
}
