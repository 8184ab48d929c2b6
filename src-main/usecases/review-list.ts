import { type ApplicationStatus, mayBeReturned } from '../domain/application-status.ts'
import type { Severity } from '../domain/finding.ts'
import { idTail } from '../domain/id-number.ts'
import type { Period } from '../store/application-queries.ts'
import { findLatestRun, listFindings, type StoredFinding } from '../store/check-queries.ts'
import { listKinHouseholds } from '../store/kin-queries.ts'
import { listOwnEntries, listReviewRows, type ReviewRow } from '../store/review-queries.ts'
import { checkTitle } from '../domain/checks/check-titles.ts'
import { villageTitle } from '../domain/village-name.ts'
import type { QueryContext } from './context.ts'

interface ListInput extends Period {
  readonly villageCode?: string | undefined
  readonly status?: ApplicationStatus | undefined
  readonly findings: 'any' | 'with' | 'without'
  readonly check?: string | undefined
  readonly after: string | null
  readonly limit: number
}

/** 初审工作清单 — a page of it with the findings of the latest run. */
export async function listReview(ctx: QueryContext, input: ListInput) {
  const run = await findLatestRun(ctx.reader, input)
  const page = await listReviewRows(ctx.reader, input, ctx.scope, { ...input, runId: run?.id }, input)
  const own = await listOwnEntries(ctx.reader, input, ctx.actor.userId)
  const kin = await listKinHouseholds(ctx.reader, ctx.actor.userId)
  const isOthers = ({ id, householdId }: ReviewRow) => !own.has(id) && !kin.has(householdId ?? '')
  const isReviewer = ctx.actor.roles.includes('reviewer')
  const ids = page.rows.map((row) => row.id)
  const findings = run === undefined || ids.length === 0 ? [] : await listFindings(ctx.reader, run.id, ids)
  const byApplication = Map.groupBy(findings, (finding) => finding.applicationId)
  return {
    next: page.next,
    total: page.total,
    rows: page.rows.map((row) =>
      toReviewRow(row, byApplication.get(row.id) ?? [], isReviewer && isOthers(row)),
    ),
  }
}

/** `isTheirs`: the asking person reviews and had no hand in the entry and no kin in the household – the one rule that can never be switched off. */
export function toReviewRow(row: ReviewRow, findings: readonly StoredFinding[], isTheirs: boolean) {
  const status = row.status as ApplicationStatus
  return {
    applicationId: row.id,
    version: row.version,
    villageCode: row.villageCode,
    villageName: villageTitle(row.villageName),
    groupName: row.groupName,
    name: row.name,
    idTail: idTail(row.idNumber),
    areaCentiMu: row.areaCentiMu,
    previousAreaCentiMu: row.previousAreaCentiMu,
    quantityCenti: row.quantityCenti,
    rateYuan: row.rateYuan,
    amountFen: row.amountFen,
    printedAmountFen: row.previousPrintedFen,
    status,
    findings: bySeverity(findings).map(({ check, severity }) => ({
      check,
      severity,
      title: checkTitle(check),
    })),
    mayDecide: isTheirs && status === 'submitted',
    mayReturn: isTheirs && mayBeReturned(status),
  }
}

const weight: Record<Severity, number> = { block: 0, explain: 1, hint: 2 }

export function bySeverity(findings: readonly StoredFinding[]): StoredFinding[] {
  return findings.toSorted(
    (a, b) => weight[a.severity] - weight[b.severity] || a.check.localeCompare(b.check),
  )
}
