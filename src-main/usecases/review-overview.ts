import type { ApplicationStatus } from '../domain/application-status.ts'
import type { Severity } from '../domain/finding.ts'
import { type Period, readDataMark, sumByVillageAndStatus } from '../store/application-queries.ts'
import { countFindings, findLatestRun } from '../store/check-queries.ts'
import { paidBy } from '../domain/programme-terms.ts'
import { findEntrance } from '../store/list-queries.ts'
import { findActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import { listVillages } from '../store/division-queries.ts'
import { countByOtherStandard, listLinesToRecompute } from '../store/recompute-queries.ts'
import { sumOfHouseholds } from '../store/review-queries.ts'
import { listUserNames } from '../store/users-queries.ts'
import { checkTitle } from '../domain/checks/check-titles.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { QueryContext } from './context.ts'
import { addUp, totalsOf } from './period-totals.ts'
import { isByStandardInForce, whoseAmountIsOther } from './standard-of.ts'

/** 初审总览 — totals by status and village that tie out, and how far review is. */
export async function reviewOverview(ctx: QueryContext, period: Period) {
  const [sums, run, mark, villages] = [
    await sumByVillageAndStatus(ctx.reader, period, ctx.scope),
    await findLatestRun(ctx.reader, period),
    await readDataMark(ctx.reader),
    await listVillages(ctx.reader),
  ]
  const names = await listUserNames(ctx.reader)
  const active = await findActiveTerms(ctx.reader, period.programmeCode, period.year)
  const totals = await totalsOf(ctx.reader, period, ctx.scope)
  const counts =
    run === undefined ? { withFindings: 0, byCheck: [] } : await countFindings(ctx.reader, run.id, ctx.scope)
  const byVillage = villages
    .map((village) => ({ village, own: sums.filter((sum) => sum.villageCode === village.code) }))
    .filter(({ own }) => own.length > 0)
  const rowsOf = (own: typeof sums, status: ApplicationStatus) =>
    own.find((sum) => sum.status === status)?.rows ?? 0
  return {
    rate: active?.terms.rateYuan ?? null,
    isTiered: active !== undefined && isByStandardInForce(active) && active.terms.rateBy === 'tiers',
    unit: active?.terms.unit ?? null,
    otherStandard: await byOtherStandard(ctx, period, active),
    lastCheck: run === undefined ? null : { at: run.at, by: names.get(run.byUser) ?? '', asOf: run.asOf },
    checksOutdated: run !== undefined && run.dataMark !== mark,
    totals,
    byStatus: await byStatus(ctx, period, [...new Set(sums.map((sum) => sum.status))]),
    withFindings: counts.withFindings,
    byCheck: counts.byCheck.map((one) => ({
      ...one,
      severity: one.severity as Severity,
      title: checkTitle(one.check),
    })),
    byVillage: byVillage.map(({ village, own }) => ({
      villageCode: village.code,
      villageName: villageTitle(village.name),
      totals: addUp(own),
      submitted: rowsOf(own, 'submitted'),
      returned: rowsOf(own, 'returned'),
      approved: rowsOf(own, 'approved'),
    })),
    // Counts of whole lists, which hold more than one's own villages.
    entrance: ctx.scope.villages === 'all' ? ((await findEntrance(ctx.reader, period)) ?? null) : null,
    tiesOut: await tiesOut(
      ctx,
      period,
      totals.amountFen,
      byVillage.flatMap(({ own }) => own),
    ),
  }
}

/** 按原标准 — lines not yet sent that the standard in force would make another amount; none where each has their own. */
async function byOtherStandard(ctx: QueryContext, period: Period, stored: StoredTerms | undefined) {
  if (stored === undefined || stored.terms.rateYuan === null) return 0
  if (paidBy(stored.terms.unit) === 'land')
    return countByOtherStandard(ctx.reader, period, ctx.scope, stored.terms.rateYuan)
  if (!isByStandardInForce(stored)) return 0
  const lines = await listLinesToRecompute(ctx.reader, period, { scope: ctx.scope, byLand: false })
  return (await whoseAmountIsOther(ctx.reader, stored, lines)).size
}

async function byStatus(ctx: QueryContext, period: Period, statuses: readonly ApplicationStatus[]) {
  const found = []
  for (const status of statuses)
    found.push({ status, totals: await totalsOf(ctx.reader, period, ctx.scope, [status]) })
  return found
}

/** 户、村、镇三级勾稽 — counted three ways by the database; a difference of one fen shows. */
async function tiesOut(
  ctx: QueryContext,
  period: Period,
  townshipFen: number,
  villageSums: readonly { amountFen: number }[],
): Promise<boolean> {
  const villageFen = villageSums.reduce((sum, one) => sum + one.amountFen, 0)
  const householdFen = await sumOfHouseholds(ctx.reader, period, ctx.scope)
  return townshipFen === villageFen && townshipFen === householdFen
}
