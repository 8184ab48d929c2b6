import type { CheckTerms } from '../domain/checks/check-input.ts'
import { copiedKeysOf } from '../domain/checks/copied-rows.ts'
import { runChecks } from '../domain/checks/run-checks.ts'
import type { Finding } from '../domain/finding.ts'
import { paidBy } from '../domain/programme-terms.ts'
import { type Period, readDataMark } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import { insertCheckRun, insertFindings } from '../store/check-queries.ts'
import { readCheckedLines } from '../store/checked-lines.ts'
import { dropOlderKeys, insertCheckKeys } from '../store/near-lines.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { insertDecisions } from '../store/eligibility-queries.ts'
import { listsOf, readCheckFacts } from './check-facts.ts'
import type { CommandContext, JobContext } from './context.ts'
import { judgeAmounts } from './judge-amounts.ts'
import { isByStandardInForce } from './standard-of.ts'
import { judgeEligibility, type JudgedEligibility, type JudgedLines } from './judge-eligibility.ts'

/** Runs every check over a period and keeps what was found, as one run; older runs stay readable. */
export async function checkPeriod(ctx: JobContext, period: Period) {
  ctx.progress('读取申报和比对名单', 0, 3)
  const found = await judgePeriod(ctx.reader, period)
  await ctx.breathe()
  ctx.progress('写入疑点', 2, 3)
  await ctx.inTransaction((command) => saveRun(command, period, found))
  const byCheck: Record<string, number> = {}
  for (const { check } of found.findings) byCheck[check] = (byCheck[check] ?? 0) + 1
  return { ...countsOf(found), byCheck }
}

export function countsOf({ rows, findings }: Found) {
  const toHandle = findings.filter(({ severity }) => severity !== 'hint')
  return { rows, withFindings: new Set(toHandle.map(({ applicationId }) => applicationId)).size }
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
  readonly keys: readonly { readonly key: string; readonly applicationId: string }[]
}

/** What every check finds about a period as it stands; nothing is kept. */
export async function judgePeriod(reader: Reader, period: Period, lists = listsOf(reader)): Promise<Found> {
  const stored = await getActiveTerms(reader, period.programmeCode, period.year)
  const dataMark = await readDataMark(reader)
  const lines = await readCheckedLines(reader, period, stored.terms.eligibilityDate)
  const { findings, decided } = await judgeLines(reader, { period, stored, lines, lists })
  const keys = lines.flatMap((line) =>
    copiedKeysOf(line).map((key) => ({ key, applicationId: line.applicationId })),
  )
  return { stored, rows: lines.length, findings, decided, dataMark, keys }
}

/** What every check and the programme's rule find about some lines that nothing is missing from that they meet. */
export async function judgeLines(reader: Reader, { period, stored, lines, lists }: JudgedLines) {
  const { terms } = stored
  const facts = await readCheckFacts(reader, period, terms, lists)
  const found = runChecks({ lines, ...facts, terms: checkTermsOf(stored) }, terms.eligibilityDate)
  const { findings, decided } = await judgeEligibility(reader, { period, stored, lines, lists })
  const amounts = await judgeAmounts(reader, { period, stored, lines, lists })
  return { findings: [...found, ...amounts, ...findings], decided }
}

function checkTermsOf(stored: StoredTerms): CheckTerms {
  const { deathConsequence, extendMonths, unit, rateText, organisationAccounts } = stored.terms
  // where the standard makes the amounts, they are compared themselves
  const rateYuan = isByStandardInForce(stored) ? null : stored.terms.rateYuan
  return { deathConsequence, extendMonths, paidBy: paidBy(unit), rateYuan, rateText, organisationAccounts }
}

export async function saveRun(ctx: CommandContext, period: Period, found: Found): Promise<void> {
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const asOf = found.stored.terms.eligibilityDate
  const run = { id, asOf, rows: found.rows, dataMark: found.dataMark, byUser: ctx.actor.userId, at }
  await insertCheckRun(ctx.writer, period, { ...run, baseRunId: null })
  insertFindings(
    ctx.writer,
    { runId: id, baseRunId: id },
    found.findings.map((finding) => ({ ...finding, id: ctx.newId() })),
  )
  dropOlderKeys(ctx.writer, period, id)
  insertCheckKeys(ctx.writer, id, found.keys)
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
