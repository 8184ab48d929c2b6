import { causeOf, type Finding } from '../domain/finding.ts'
import type { ApplicationStatus } from '../domain/application-status.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import { villageTitle } from '../domain/village-name.ts'
import { getApplication, type Period } from '../store/application-queries.ts'
import { listFindings } from '../store/check-queries.ts'
import { insertExplanations, listToExplain } from '../store/explanation-queries.ts'
import { getCurrentFinding } from '../store/rebuttal-queries.ts'
import { listOwnEntries } from '../store/review-queries.ts'
import { findingSentence } from '../wording/finding-sentences.ts'
import { advanceApplication } from './advance-application.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { currentRun } from './decide-review.ts'
import { listWaitingToStop } from '../store/stop-queries.ts'
import { listUnheard } from './hear.ts'
import { trace } from './trace.ts'

type ToExplain = Awaited<ReturnType<typeof listToExplain>>[number]

/** 同因疑点 — what the same check found on the same other lists, and which of it the asking person may explain. */
export async function showSameCause(ctx: QueryContext, { findingId }: { readonly findingId: string }) {
  const { period, rows } = await readSameCause(ctx, ctx, findingId)
  const own = await listOwnEntries(ctx.reader, period, ctx.actor.userId)
  const explained = await explainedAmong(ctx, rows)
  const shown = rows.map((row) => ({
    ...{ findingId: row.findingId, applicationId: row.applicationId, name: row.name },
    ...{ villageName: villageTitle(row.villageName), groupName: row.groupName },
    ...{ idTail: row.idNumber.slice(-4), status: row.status as ApplicationStatus },
    detail: findingSentence(toFinding(row)).detail,
    isExplained: explained.has(row.findingId),
    isOwn: own.has(row.applicationId),
  }))
  return { check: rows[0]?.checkCode ?? '', rows: shown }
}

interface Explained {
  readonly findingIds: readonly string[]
  readonly statement: string
  /** 通过 — those waiting for review that have nothing else to be handled. */
  readonly approve: boolean
}

/**
 * 同因说明 — one text for several must-explain findings of the same cause (field-notes 22). Every finding keeps its own
 * record and every application its own trail; never for what blocks, and nobody for records they entered.
 */
export async function explainTogether(
  ctx: CommandContext,
  input: Explained,
): Promise<{ explained: number; approved: number }> {
  const asked = new Set(input.findingIds)
  const of = { reader: ctx.writer }
  const { period, rows } = await readSameCause(ctx, of, input.findingIds[0] ?? '')
  const chosen = rows.filter((row) => asked.has(row.findingId))
  if (chosen.length !== asked.size) throw new Problem('review.not-same-cause')
  const run = await currentRun(ctx, period)
  const own = await listOwnEntries(ctx.writer, period, ctx.actor.userId)
  if (chosen.some((row) => own.has(row.applicationId))) throw new Problem('permission.own-entry')
  await keepExplanations(ctx, chosen, input.statement)
  const approved = input.approve ? await approveExplained(ctx, run.id, chosen, input.statement) : 0
  return { explained: chosen.length, approved }
}

async function keepExplanations(
  ctx: CommandContext,
  chosen: readonly ToExplain[],
  statement: string,
): Promise<void> {
  const explanationId = ctx.newId()
  const by = { explanationId, statement, byUser: ctx.actor.userId, at: ctx.now().toISOString() }
  insertExplanations(
    ctx.writer,
    chosen.map(({ applicationId, checkCode, facts, sources, others }) => ({
      ...{ id: ctx.newId(), applicationId, checkCode, facts, sources, others },
      ...by,
    })),
  )
  for (const { applicationId, checkCode } of chosen)
    await trace(ctx, 'review.explain', applicationId, { explanationId, check: checkCode })
}

/** Only where nothing else is open: another must-explain finding needs its own words, a blocking one its own way out. */
async function approveExplained(
  ctx: CommandContext,
  runId: string,
  chosen: readonly ToExplain[],
  statement: string,
): Promise<number> {
  const waiting = new Set(
    chosen.filter(({ status }) => status === 'submitted').map((row) => row.applicationId),
  )
  const findings = await listFindings(ctx.writer, runId, [...waiting])
  for (const one of findings) if (isOpen(one)) waiting.delete(one.applicationId)
  const passing = []
  for (const id of waiting) passing.push(await getApplication(ctx.writer, id))
  // whoever would get less than before has to be heard first, and is decided one by one
  const unheard = await listUnheard(ctx, passing)
  const stopping = await listWaitingToStop(
    ctx.writer,
    passing.map(({ id }) => id),
  )
  const heard = passing.filter(({ id }) => !unheard.has(id) && !stopping.has(id))
  for (const application of heard) await advanceApplication(ctx, application, 'approve', statement)
  return heard.length
}

function isOpen(one: Awaited<ReturnType<typeof listFindings>>[number]): boolean {
  return (one.severity === 'block' && !one.isRebutted) || (one.severity === 'explain' && !one.isExplained)
}

async function readSameCause(
  { scope }: QueryContext,
  { reader }: Pick<QueryContext, 'reader'>,
  findingId: string,
): Promise<{ period: Period; rows: ToExplain[] }> {
  const finding = await getCurrentFinding(reader, findingId)
  if (!inScopeOf(scope, finding)) throw new Problem('record.not-found', { what: '疑点' })
  if (finding.severity !== 'explain') throw new Problem('review.nothing-to-explain')
  const period = { programmeCode: finding.programmeCode, year: finding.year }
  const all = await listToExplain(reader, finding.baseRunId ?? '', period, finding.checkCode)
  const cause = causeOf(toFinding({ ...finding, asOf: '' }))
  const rows = all.filter((row) => inScopeOf(scope, row) && causeOf(toFinding(row)) === cause)
  if (!rows.some((row) => row.findingId === findingId)) throw new Problem('review.nothing-to-explain')
  return { period, rows }
}

async function explainedAmong(ctx: QueryContext, rows: readonly ToExplain[]): Promise<Set<string>> {
  const run = await getCurrentFinding(ctx.reader, rows[0]?.findingId ?? '')
  const ids = [...new Set(rows.map((row) => row.applicationId))]
  const findings = await listFindings(ctx.reader, run.baseRunId ?? '', ids)
  return new Set(findings.filter((one) => one.isExplained).map((one) => one.findingId))
}

type AsStored = Pick<ToExplain, 'applicationId' | 'checkCode' | 'facts' | 'sources' | 'others' | 'asOf'>

function toFinding({ applicationId, checkCode, facts, sources, others, asOf }: AsStored): Finding {
  return {
    ...{ applicationId, check: checkCode as Finding['check'], severity: 'explain', asOf },
    facts: JSON.parse(facts) as Finding['facts'],
    sources: JSON.parse(sources) as Finding['sources'],
    others: JSON.parse(others) as string[],
  }
}
