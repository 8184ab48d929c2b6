import { copiedKeysOf } from '../domain/checks/copied-rows.ts'
import type { CheckedLine } from '../domain/checks/check-input.ts'
import type { Finding } from '../domain/finding.ts'
import { type Period, readDataMark } from '../store/application-queries.ts'
import { recordAudit } from '../store/audit.ts'
import {
  type CheckRun,
  insertCheckRun,
  insertFindings,
  listFindings,
  replaceFindings,
} from '../store/check-queries.ts'
import { readCheckedLines } from '../store/checked-lines.ts'
import { insertDecisions } from '../store/eligibility-queries.ts'
import { insertCheckKeys, listFoundTogether, listSharing, listUnderKeys } from '../store/near-lines.ts'
import { listNumbersOfHouseholds } from '../store/person-queries.ts'
import type { StoredTerms } from '../store/programme-queries.ts'
import type { Reader } from '../store/reader.ts'
import { type Among, listsOf } from './check-facts.ts'
import { judgeLines } from './check-period.ts'
import type { CommandContext } from './context.ts'

interface Nearby {
  readonly period: Period
  readonly stored: StoredTerms
  /** The check that stood until now; what it found of everybody else stands on. */
  readonly run: CheckRun
  /** Records that were touched, whatever became of them. */
  readonly applicationIds: readonly string[]
}

/**
 * 只查变动的 — looks again at the records that were touched, at whoever was found together with them, and at whoever has
 * a person, household, account, phone, door or number in a row in common with them. What is found is what a check of the
 * whole period would find; what stood before and is no longer so stays readable.
 */
export async function checkNearby(ctx: CommandContext, nearby: Nearby): Promise<void> {
  const { period, stored, run } = nearby
  const { eligibilityDate } = stored.terms
  const judged = await whoIsJudgedAgain(ctx.writer, nearby)
  const lines = await readCheckedLines(ctx.writer, period, eligibilityDate, judged.met)
  const lists = listsOf(ctx.writer, await amongOf(ctx.writer, lines))
  const found = await judgeLines(ctx.writer, { period, stored, lines, lists })
  const again = new Set(judged.again)
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  await insertCheckRun(ctx.writer, period, {
    ...{ id, baseRunId: run.id, asOf: eligibilityDate, rows: lines.length },
    ...{ dataMark: await readDataMark(ctx.writer), byUser: ctx.actor.userId, at },
  })
  const mine = found.findings.filter(({ applicationId }) => again.has(applicationId))
  const changed = await saveChanged(ctx, {
    baseRunId: run.id,
    runId: id,
    again: judged.again,
    findings: mine,
  })
  const decided = found.decided.filter(({ applicationId }) => again.has(applicationId))
  await insertDecisions(
    ctx.writer,
    period,
    decided.map((one) => ({ ...one, runId: id, at })),
  )
  insertCheckKeys(
    ctx.writer,
    run.id,
    lines.filter(({ applicationId }) => again.has(applicationId)).flatMap(keyed),
  )
  await recordAudit(ctx.writer, {
    ...{ at, actor: ctx.actor.userId, action: 'review.check', subject: id },
    details: { ...period, asOf: eligibilityDate, rows: again.size, ...changed },
  })
}

/** `again` are those whose findings may be other ones now, `met` those and everybody they have to be compared with. */
async function whoIsJudgedAgain(reader: Reader, { period, stored, run, applicationIds }: Nearby) {
  const asOf = stored.terms.eligibilityDate
  const aroundOf = async (ids: readonly string[]) => {
    const lines = await readCheckedLines(reader, period, asOf, ids)
    const keys = [...new Set(lines.flatMap(copiedKeysOf))]
    return [...listSharing(reader, period, ids), ...listUnderKeys(reader, run.id, keys)]
  }
  const together = listFoundTogether(reader, run.id, applicationIds)
  const around = await aroundOf(applicationIds)
  const again = [...new Set([...applicationIds, ...together, ...around])]
  return { again, met: [...new Set([...again, ...(await aroundOf(again))])] }
}

/** Everybody of the lines and of their households: another's relief or pay may bear on a household. */
async function amongOf(reader: Reader, lines: readonly CheckedLine[]): Promise<Among> {
  const householdIds = [...new Set(lines.flatMap(({ householdId }) => householdId ?? []))]
  const family = await listNumbersOfHouseholds(reader, householdIds)
  return { householdIds, idNumbers: [...new Set([...lines.map(({ idNumber }) => idNumber), ...family])] }
}

function keyed(line: CheckedLine) {
  return copiedKeysOf(line).map((key) => ({ key, applicationId: line.applicationId }))
}

interface Changing {
  readonly baseRunId: string
  readonly runId: string
  readonly again: readonly string[]
  readonly findings: readonly Finding[]
}

/** What is found as before stands as it is: a look again must not make a thousand old findings new. */
async function saveChanged(ctx: CommandContext, { baseRunId, runId, again, findings }: Changing) {
  const standing = await listFindings(ctx.writer, baseRunId, again)
  const known = new Map(standing.map((one) => [sameness(one), one.findingId]))
  const still = new Set(findings.map(sameness))
  const gone = standing.filter((one) => !still.has(sameness(one))).map(({ findingId }) => findingId)
  const fresh = findings.filter((one) => !known.has(sameness(one)))
  await replaceFindings(ctx.writer, runId, gone)
  insertFindings(
    ctx.writer,
    { runId, baseRunId },
    fresh.map((finding) => ({ ...finding, id: ctx.newId() })),
  )
  return { findings: fresh.length, gone: gone.length }
}

function sameness({ applicationId, check, severity, facts, sources, others, asOf }: Finding): string {
  return JSON.stringify([applicationId, check, severity, facts, sources, others, asOf])
}
