import { listKinHouseholds } from '../store/kin-queries.ts'
import { type ApplicationStatus, mayBeReturned, statusAfter } from '../domain/application-status.ts'
import type { Day } from '../domain/day.ts'
import { maskIdNumber } from '../domain/id-number.ts'
import { accountTail } from '../domain/account-no.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { AmountStep } from '../domain/standard.ts'
import { stopKinds } from '../domain/stop.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listEditors, listSteps, readDataMark } from '../store/application-queries.ts'
import { judgedLandRights } from '../domain/judged-land.ts'
import { type CheckRun, findLatestRun, listFindings, type StoredFinding } from '../store/check-queries.ts'
import { isToExplain, listExplanations } from '../store/explanation-queries.ts'
import { listFigures } from '../store/figure-queries.ts'
import { readLandFacts } from '../store/land-right-queries.ts'
import { getTerms } from '../store/programme-queries.ts'
import { listMemberNames } from '../store/register-queries.ts'
import { readBeneficiary } from '../store/person-queries.ts'
import { readReviewRow, type ReviewRow } from '../store/review-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listUserNames } from '../store/users-queries.ts'
import { findingSentence } from '../wording/finding-sentences.ts'
import type { QueryContext } from './context.ts'
import { showHearings } from './hear.ts'
import { showEligibility } from './show-eligibility.ts'
import { showOriginalCases } from './show-events.ts'
import { stopsOf } from './show-stops.ts'
import { bySeverity, toReviewRow } from './review-list.ts'
import { isSaidOf, rebuttalsOf } from './show-rebuttals.ts'

/** One record with everything a reviewer answers for: findings in words with their sources, the trail, who entered it. */
export async function showReviewRecord(ctx: QueryContext, input: { applicationId: string }) {
  const row = await readReviewRow(ctx.reader, input.applicationId)
  if (row === undefined || !inScopeOf(ctx.scope, row))
    throw new Problem('record.not-found', { what: '申报记录' })
  const stored = await getTerms(ctx.reader, row.termsId)
  const run = await findLatestRun(ctx.reader, row)
  const findings = run === undefined ? [] : await listFindings(ctx.reader, run.id, [row.id])
  const theirs = (await whyNotTheirs(ctx, row)) ?? (await whyNotChecked(ctx, row, run))
  return {
    ...toReviewRow(row, findings, theirs === null),
    programmeName: stored.terms.name,
    unit: stored.terms.unit,
    idMasked: maskIdNumber(row.idNumber),
    accountMasked: `…${accountTail(row.accountNo)}`,
    bankName: row.bankName,
    accountHolderName: row.holderName,
    householdId: row.householdId,
    householderPending: row.householderPending === 1,
    householdMembers: row.householdId === null ? [] : await listMemberNames(ctx.reader, row.householdId),
    capCentiMu: await capOf(ctx.reader, row.idNumber, stored.terms.eligibilityDate),
    enteredBy: row.enteredByName,
    whyMayNotDecide: theirs ?? whyNotNow(row),
    details: await detailsOf(ctx, row, findings),
    source: sourceOf(row),
    eligibility: await showEligibility(ctx.reader, row.id),
    steps: JSON.parse(row.steps) as AmountStep[],
    months: row.monthFrom === null || row.monthTo === null ? null : { from: row.monthFrom, to: row.monthTo },
    rateBy: stored.terms.rateBy,
    figures: (await listFigures(ctx.reader, row.id)).map(({ at: _, byUser: __, ...figure }) => figure),
    hearings: await showHearings(ctx, row.id),
    stops: await stopsOf(ctx, row.id),
    mayPropose: mayPropose(ctx, row),
    originalCases: await showOriginalCases(ctx, row.id),
    beneficiary: await beneficiaryOf(ctx.reader, row.id),
    trail: await readTrail(ctx.reader, row.id),
  }
}

function mayPropose(ctx: QueryContext, { status }: ReviewRow) {
  const isOurs = ctx.actor.roles.some((role) => role === 'clerk' || role === 'reviewer')
  return stopKinds.filter((kind) => isOurs && statusAfter(status as ApplicationStatus, kind) !== undefined)
}

/** Said before the click, in words. */
async function whyNotTheirs(ctx: QueryContext, row: ReviewRow): Promise<string | null> {
  if (!ctx.actor.roles.includes('reviewer')) return '只有审核岗可以作出初审决定。'
  const editors = await listEditors(ctx.reader, row.id)
  if (editors.includes(ctx.actor.userId)) return '本人录入或改过账户的记录不能由本人审核，请换一位审核人。'
  if ((await listKinHouseholds(ctx.reader, ctx.actor.userId)).has(row.householdId ?? ''))
    return '您申报过这一户是您的近亲属，不能由您审核，请换一位审核人。'
  return null
}

/** What is shown may be what was found before somebody died or was linked. */
async function whyNotChecked(
  ctx: QueryContext,
  { status }: ReviewRow,
  run: CheckRun | undefined,
): Promise<string | null> {
  if (!mayBeReturned(status as ApplicationStatus)) return null
  if (run === undefined) return '这一期还没有检查过，请先点“重新检查”，再作决定。'
  if (run.dataMark === (await readDataMark(ctx.reader))) return null
  return '上次检查以后登记簿或名单有变动，下面的疑点可能已经不准。请先点“重新检查”，再作决定。'
}

function whyNotNow({ status }: ReviewRow): string | null {
  if (status === 'submitted') return null
  if (mayBeReturned(status as ApplicationStatus))
    return '已作过决定；后来发现问题的，打包前还可以写明原因退回补正。'
  return '这条记录现在不在待初审状态。'
}

async function detailsOf(ctx: QueryContext, row: ReviewRow, findings: readonly StoredFinding[]) {
  const said = await rebuttalsOf(ctx, row.id)
  const mayExplain = ctx.actor.roles.includes('reviewer') && isToExplain(row.status)
  const explained = await listExplanations(ctx.reader, row.id)
  const mayRebut = ctx.actor.roles.some((role) => role !== 'auditor' && role !== 'administrator')
  return Promise.all(
    bySeverity(findings).map(async (finding) => {
      const rebuttal = said.find(({ of }) => isSaidOf(of, finding))?.view ?? null
      const isOpen = rebuttal === null || rebuttal.state === 'declined'
      return {
        ...(await toDetail(ctx.reader, finding)),
        rebuttal,
        explanation: explanationOf(explained, finding),
        mayExplain: mayExplain && finding.severity === 'explain',
        mayRebut: mayRebut && finding.severity === 'block' && isOpen,
      }
    }),
  )
}

function explanationOf(written: Awaited<ReturnType<typeof listExplanations>>, finding: StoredFinding) {
  const found = written.find((one) => isSaidOf(one, finding))
  if (found === undefined) return null
  return { statement: found.statement, by: found.by, at: found.at, together: found.together ?? 1 }
}

async function toDetail(reader: Reader, finding: StoredFinding) {
  const others = await Promise.all(finding.others.slice(0, 20).map((id) => readReviewRow(reader, id)))
  const { title, detail } = findingSentence(finding)
  return {
    findingId: finding.findingId,
    check: finding.check,
    severity: finding.severity,
    title,
    detail,
    sources: [...finding.sources],
    others: others.flatMap((other) =>
      other === undefined
        ? []
        : [
            {
              applicationId: other.id,
              name: other.name,
              villageName: villageTitle(other.villageName),
              groupName: other.groupName,
            },
          ],
    ),
  }
}

async function beneficiaryOf(reader: Reader, applicationId: string) {
  const { id: personId, status, diedOn, listedDeath } = await readBeneficiary(reader, applicationId)
  return { personId, status, diedOn: diedOn ?? listedDeath?.slice(0, 10) ?? null }
}

async function capOf(reader: Reader, idNumber: string, on: Day): Promise<number | null> {
  const rights = judgedLandRights(await readLandFacts(reader, [idNumber]), on)
  const own = rights.filter((right) => right.idNumber === idNumber)
  return own.length === 0 ? null : own.reduce((sum, { capCentiMu }) => sum + capCentiMu, 0)
}

function sourceOf(row: ReviewRow) {
  const { batchId, fileName, sheet, line } = row
  return batchId === null || fileName === null || sheet === null || line === null
    ? null
    : { batchId, fileName, sheet, line }
}

async function readTrail(reader: Reader, applicationId: string) {
  const names = await listUserNames(reader)
  const steps = await listSteps(reader, applicationId)
  return steps.map((step) => ({
    at: step.at,
    by: names.get(step.byUser) ?? '',
    step: step.step,
    from: step.fromStatus as ApplicationStatus | null,
    to: step.toStatus as ApplicationStatus,
    reason: step.reason,
  }))
}
