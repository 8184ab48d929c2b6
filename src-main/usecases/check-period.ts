import type { CheckInput, CheckTerms } from '../domain/checks/check-input.ts'
import { runChecks } from '../domain/checks/run-checks.ts'
import type { Finding } from '../domain/finding.ts'
import { judgedLandRights } from '../domain/judged-land.ts'
import { paidBy, type ProgrammeTerms } from '../domain/programme-terms.ts'
import { type Period, readDataMark } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { insertCheckRun, insertFindings } from '../store/check-queries.ts'
import { readCheckRules } from '../store/check-rule-queries.ts'
import { readCheckedLines } from '../store/checked-lines.ts'
import { readLandFacts } from '../store/land-right-queries.ts'
import {
  readCertificates,
  readConvicted,
  readDeceased,
  readPayroll,
  readRelief,
} from '../store/listed-facts.ts'
import { readHouseholdMarks, readOtherBenefits, readSignedByOthers } from '../store/other-benefits.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { insertDecisions } from '../store/eligibility-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { judgeEligibility, type JudgedEligibility } from './judge-eligibility.ts'

/** Runs every check over a period and keeps what was found, as one run; older runs stay readable. */
export async function checkPeriod(ctx: JobContext, period: Period) {
  ctx.progress('读取申报和比对名单', 0, 3)
  const found = await judgePeriod(ctx.reader, period)
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
  await saveRun(ctx, period, await judgePeriod(ctx.writer, period))
}

interface Found {
  readonly stored: StoredTerms
  readonly rows: number
  readonly findings: readonly Finding[]
  readonly decided: JudgedEligibility['decided']
  readonly dataMark: number
}

/** What every check finds about a period as it stands; nothing is kept. */
export async function judgePeriod(reader: Reader, period: Period): Promise<Found> {
  const stored = await getActiveTerms(reader, period.programmeCode, period.year)
  const dataMark = await readDataMark(reader)
  const { eligibilityDate } = stored.terms
  const lines = await readCheckedLines(reader, period, eligibilityDate)
  const facts = await readFacts(reader, period, stored.terms)
  const found = runChecks({ lines, ...facts, terms: termsOf(stored.terms) }, eligibilityDate)
  const { findings, decided } = await judgeEligibility(reader, period, stored, lines)
  return { stored, rows: lines.length, findings: [...found, ...findings], decided, dataMark }
}

/** Only what the programme is judged by is read: land for what is paid by land, certificates where it asks for one. */
async function readFacts(
  reader: Reader,
  period: Period,
  terms: ProgrammeTerms,
): Promise<Omit<CheckInput, 'lines' | 'terms'>> {
  const { exclusions, requirement } = await readCheckRules(reader, period.programmeCode)
  const isByLand = paidBy(terms.unit) === 'land'
  const shutOut = exclusions.flatMap((one) => one.with.programme ?? [])
  const others = [...new Set(shutOut)].filter((code) => code !== period.programmeCode)
  const needsRelief = requirement !== undefined || exclusions.some((one) => one.with.relief !== undefined)
  return {
    exclusions,
    requirement,
    deceased: await readDeceased(reader),
    payroll: await readPayroll(reader),
    landRights: isByLand ? judgedLandRights(await readLandFacts(reader), terms.eligibilityDate) : [],
    certificates: requirement === undefined ? [] : await readCertificates(reader),
    relief: needsRelief ? await readRelief(reader) : [],
    convicted: await readConvicted(reader),
    otherBenefits: await readOtherBenefits(reader, others, period.year),
    householdMarks: await readHouseholdMarks(reader, period.year),
    signedByOthers: await readSignedByOthers(reader, period),
  }
}

function termsOf(terms: ProgrammeTerms): CheckTerms {
  const { deathConsequence, extendMonths, unit, rateYuan, rateText, organisationAccounts } = terms
  return { deathConsequence, extendMonths, paidBy: paidBy(unit), rateYuan, rateText, organisationAccounts }
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
  const decided = found.decided.map((one) => ({ ...one, runId: id, at }))
  await insertDecisions(ctx.writer, period, decided)
  await recordAudit(ctx.writer, {
    at,
    actor: ctx.actor.userId,
    action: 'review.check',
    subject: id,
    details: { ...period, asOf, rows: found.rows, findings: found.findings.length },
  })
}
