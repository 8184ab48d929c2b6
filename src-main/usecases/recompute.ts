import { sha256Hex } from '../crypto/digest.ts'
import { Problem } from '../domain/problem.ts'
import { paidBy } from '../domain/programme-terms.ts'
import { recomputed, type Recomputed, sumsOf, whereChanged } from '../domain/recomputed.ts'
import { villageTitle } from '../domain/village-name.ts'
import { canonicalJson } from '../package-file/canonical-json.ts'
import { type Period, saveApplication } from '../store/application-queries.ts'
import { getActiveTerms, type StoredTerms } from '../store/programme-queries.ts'
import { type LineToRecompute, listLinesToRecompute } from '../store/recompute-queries.ts'
import type { Reader } from '../store/reader.ts'
import { writeSummary } from '../workbook/write-summary.ts'
import { statusLabels } from '../wording/status-labels.ts'
import { stepsText } from '../wording/steps-text.ts'
import { advanceApplication } from './advance-application.ts'
import { outdateChecksOf } from './check-touched.ts'
import type { CommandContext, JobContext } from './context.ts'
import { recordReviewed } from './record-figure.ts'
import { recordChanges } from './record-changes.ts'
import { amountsOf, isByStandardInForce, missingOf, moneyOf } from './standard-of.ts'
import { trace } from './trace.ts'

interface Change extends LineToRecompute {
  readonly now: Recomputed
  readonly beforeFen: number
  readonly afterFen: number
}

/**
 * 按现行标准重算 — every line that has not left gets the amount the terms in force give, by land or by the standard
 * of the programme; what it was stays in its history. Whoever no standard can be told for stays as they are, and is counted. Shown first, with a list of every line; taken only where that list is still what would change. A line of a
 * notice whose days are over goes back to review; one that still hangs blocks its notice until it is taken down.
 */
export async function recompute(ctx: JobContext, input: Period & { readonly expected: string | null }) {
  ctx.progress('比较金额', 0, 2)
  const { stored, changes, missing, undecided } = await changesOf(ctx.reader, input, ctx)
  const seen = digestOf(changes)
  const isTaken = input.expected !== null
  if (isTaken && input.expected !== seen) throw new Problem('record.stale', { what: '重算清单' })
  await ctx.breathe()
  if (isTaken && changes.length > 0) {
    ctx.progress('写入新金额', 1, 2)
    await ctx.inTransaction((command) => takeAll(command, stored, changes))
  }
  const bytes = await listOf(stored, changes)
  return {
    ...sumsOf(changes),
    isTaken,
    seen,
    rateYuan: stored.terms.rateYuan ?? '',
    ...{
      unit: stored.terms.unit,
      isTiered: stored.terms.rateBy === 'tiers' && changes.every((one) => one.quantityCenti !== null),
    },
    ...{ undecided, missing },
    villages: [...Map.groupBy(changes, ({ villageName }) => villageTitle(villageName))].map(
      ([villageName, own]) => ({ villageName, ...sumsOf(own) }),
    ),
    // a notice whose lines change has to be posted again
    notices: [...new Set(changes.flatMap(({ status, serial }) => (isPosted(status) ? (serial ?? []) : [])))],
    returned: changes.filter(({ status }) => status === 'publicized').length,
    file: await ctx.files.offer(`重算清单_${String(input.year)}.xlsx`, bytes),
  }
}

async function changesOf(reader: Reader, period: Period, { scope }: Pick<JobContext, 'scope'>) {
  const stored = await getActiveTerms(reader, period.programmeCode, period.year)
  const { rateYuan, name, unit } = stored.terms
  if (rateYuan === null) throw new Problem('programme.standard-missing', { programme: name })
  const byLand = paidBy(unit) === 'land'
  const nothing = { stored, changes: [], undecided: 0, missing: [] }
  if (!byLand && !isByStandardInForce(stored)) return nothing
  const lines = await listLinesToRecompute(reader, period, { scope, byLand })
  const changed = (line: LineToRecompute, now: Recomputed | undefined): Change[] =>
    now === undefined ? [] : [{ ...line, now, beforeFen: line.amountFen, afterFen: now.amountFen }]
  const inForce = { termsId: stored.id, rateYuan }
  if (byLand)
    return { ...nothing, changes: lines.flatMap((line) => changed(line, recomputed(line, inForce))) }
  const computed = await amountsOf(reader, { stored, lines })
  const missing = new Set<string>()
  let undecided = 0
  const changes = lines.flatMap((line) => {
    const now = computed.get(line.id)
    if (now?.outcome === 'computed')
      return changed(line, whereChanged(line, { ...moneyOf(now), termsId: stored.id }))
    undecided += 1
    for (const fact of missingOf(now)) missing.add(fact)
    return []
  })
  return { stored, changes, undecided, missing: [...missing] }
}

function isPosted(status: Change['status']): boolean {
  return status === 'publicizing' || status === 'publicized'
}

/** Names what was looked at: the same lines in the same versions, by the same terms. */
function digestOf(changes: readonly Change[]): string {
  const lines = changes.map(({ id, version, now }) => ({ id, version, ...now }))
  return sha256Hex(new TextEncoder().encode(canonicalJson({ lines })))
}

function valuesOf({ amountFen, rateYuan, steps }: Pick<Recomputed, 'amountFen' | 'rateYuan' | 'steps'>) {
  return { amountFen, rateYuan: rateYuan ?? stepsText(steps) }
}

async function takeAll(ctx: CommandContext, stored: StoredTerms, changes: readonly Change[]): Promise<void> {
  const reason = `按现行标准 ${stored.terms.rateYuan ?? ''} 元重算（条款第 ${String(stored.version)} 版）`
  for (const change of changes) {
    const { id, now, status } = change
    const of = { entity: 'application', entityId: id } as const
    await recordChanges(ctx, of, valuesOf(change), valuesOf(now), { reason })
    const { version } = await saveApplication(ctx.writer, { id, version: change.version }, now)
    if (status !== 'submitted' && status !== 'returned') await recordReviewed(ctx, id, 'approve', reason)
    // its days ran on another amount: it is reviewed and posted again
    if (status === 'publicized') await advanceApplication(ctx, { id, version, status }, 'return', reason)
  }
  await outdateChecksOf(ctx, stored)
  const { rows, beforeFen, afterFen } = sumsOf(changes)
  const { programmeCode, year } = stored
  await trace(ctx, 'application.recompute', stored.id, { programmeCode, year, rows, beforeFen, afterFen })
}

/** 重算清单 — every line that changes, without a whole number of anybody. */
function listOf(stored: StoredTerms, changes: readonly Change[]): Promise<Uint8Array> {
  const text = (header: string, width: number) => ({ header, width, kind: 'text' as const })
  const money = (header: string) => ({ header, width: 14, kind: 'money' as const })
  const { beforeFen, afterFen } = sumsOf(changes)
  return writeSummary([
    {
      name: '重算清单',
      title: `${String(stored.year)}年${stored.terms.name}按现行标准重算清单`,
      columns: [
        ...[text('村', 14), text('组', 8), text('姓名', 10), text('证号后四位', 12)],
        { header: '面积（亩）', width: 11, kind: 'area' as const },
        ...[
          text('原标准', 12),
          text('现标准', 12),
          money('原金额（元）'),
          money('现金额（元）'),
          money('差额（元）'),
        ],
        ...[text('状态', 12), text('公示编号', 12)],
      ],
      rows: changes.map((one) => [
        ...[villageTitle(one.villageName), one.groupName, one.name, one.idNumber.slice(-4), one.areaCentiMu],
        ...[
          one.rateYuan ?? stepsText(one.steps),
          one.now.rateYuan ?? stepsText(one.now.steps),
          one.beforeFen,
          one.afterFen,
          one.afterFen - one.beforeFen,
        ],
        ...[statusLabels[one.status], isPosted(one.status) ? (one.serial ?? '') : ''],
      ]),
      totals: [
        ...['合计', null, null, null, null, null, null],
        ...[beforeFen, afterFen, afterFen - beforeFen, null, null],
      ],
    },
  ])
}
