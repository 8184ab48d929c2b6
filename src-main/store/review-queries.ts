import type { ApplicationStatus } from '../domain/application-status.ts'
import type { Scope } from '../domain/role.ts'
import { inScope, type Period, type StoredApplication } from './application-queries.ts'
import type { Reader } from './reader.ts'

export interface ReviewFilter {
  readonly villageCode?: string | undefined
  readonly status?: ApplicationStatus | undefined
  readonly findings: 'any' | 'with' | 'without'
  readonly check?: string | undefined
  readonly runId: string | undefined
}

export type ReviewRow = Awaited<ReturnType<typeof readRows>>[number]

/** A page of the work list in order of village and entry; `after` is `village:application`. */
export async function listReviewRows(
  reader: Reader,
  period: Period,
  scope: Scope,
  filter: ReviewFilter,
  page: { after: string | null; limit: number },
): Promise<{ rows: ReviewRow[]; next: string | null; total: number }> {
  const base = filtered(reader, period, scope, filter)
  const counted = await base.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await readRows(base, page)
  const last = rows.at(-1)
  const next = rows.length === page.limit && last !== undefined ? `${last.villageCode}:${last.id}` : null
  return { rows, next, total: counted.total }
}

export async function readReviewRow(reader: Reader, applicationId: string): Promise<ReviewRow | undefined> {
  const base = reader.selectFrom('application').where('application.id', '=', applicationId)
  return (await readRows(base, { after: null, limit: 1 }))[0]
}

/** Everybody entitled to decide is asked by id: records somebody entered or whose account they changed. */
export async function listOwnEntries(
  reader: Reader,
  period: Period,
  userId: string,
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('applicationEditor as e')
    .innerJoin('application as a', 'a.id', 'e.applicationId')
    .select('e.applicationId')
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('e.userId', '=', userId)
    .execute()
  return new Set(rows.map((row) => row.applicationId))
}

/** Records waiting for review with nothing to be handled, none of them entered by the asking person. */
export async function listSubmittedClean(
  reader: Reader,
  period: Period,
  scope: Scope,
  of: { runId: string; userId: string; villageCodes: readonly string[] | null },
) {
  const { runId, userId, villageCodes } = of
  let query = filtered(reader, period, scope, { status: 'submitted', findings: 'without', runId })
  if (villageCodes !== null) query = query.where('application.villageCode', 'in', [...villageCodes])
  const own = reader.selectFrom('applicationEditor').select('applicationId').where('userId', '=', userId)
  const rows = await query
    .where('application.id', 'not in', own)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('staffKin as k')
            .select('k.id')
            .whereRef('k.householdId', '=', 'application.householdId')
            .where('k.userId', '=', userId)
            .where('k.withdrawnAt', 'is', null),
        ),
      ),
    )
    .selectAll('application')
    .orderBy('application.villageCode')
    .orderBy('application.id')
    .execute()
  return rows as StoredApplication[]
}

/** The period's money added up household by household (records without one by beneficiary). */
export async function sumOfHouseholds(reader: Reader, period: Period, scope: Scope): Promise<number> {
  const rows = await inScope(reader, period, scope)
    .select((e) => e.fn.sum<number>('amountFen').as('amountFen'))
    .groupBy((e) => e.fn.coalesce('householdId', 'beneficiaryId'))
    .execute()
  return rows.reduce((sum, row) => sum + row.amountFen, 0)
}

function filtered(reader: Reader, period: Period, scope: Scope, filter: ReviewFilter) {
  let query = inScope(reader, period, scope)
  if (filter.villageCode !== undefined)
    query = query.where('application.villageCode', '=', filter.villageCode)
  if (filter.status !== undefined) query = query.where('application.status', '=', filter.status)
  if (filter.findings === 'any' && filter.check === undefined) return query
  const runId = filter.runId ?? ''
  return query.where((e) => {
    let found = e
      .selectFrom('finding as f')
      .select('f.id')
      .whereRef('f.applicationId', '=', 'application.id')
      .where('f.baseRunId', '=', runId)
      .where('f.replacedBy', 'is', null)
    found =
      filter.check === undefined
        ? found.where('f.severity', '<>', 'hint')
        : found.where('f.checkCode', '=', filter.check)
    return filter.findings === 'without' ? e.not(e.exists(found)) : e.exists(found)
  })
}

type Filtered = ReturnType<typeof inScope>

function readRows(base: Filtered, page: { after: string | null; limit: number }) {
  let query = base
    .innerJoin('person as p', 'p.id', 'application.beneficiaryId')
    .innerJoin('account as k', 'k.id', 'application.accountId')
    .innerJoin('division as d', 'd.code', 'application.villageCode')
    .leftJoin('household as h', 'h.id', 'application.householdId')
    .leftJoin('rosterLine as r', 'r.id', 'application.rosterLineId')
    .leftJoin('listBatch as b', 'b.id', 'r.batchId')
    .innerJoin('user as u', 'u.id', 'application.enteredBy')
    .select([
      'application.id',
      'application.version',
      'application.villageCode',
      'application.groupName',
      'application.areaCentiMu',
      'application.previousAreaCentiMu',
      'application.quantityCenti',
      'application.amountFen',
      'application.previousPrintedFen',
      'application.status',
      'application.householdId',
      'application.rateYuan',
      'application.steps',
      'application.monthFrom',
      'application.monthTo',
      'application.termsId',
      'application.beneficiaryId',
      'application.enteredBy',
      'application.programmeCode',
      'application.year',
      'd.name as villageName',
      'p.name',
      'p.idNumber',
      'k.accountNo',
      'k.bankName',
      'k.holderName',
      'h.householderPending',
      'u.displayName as enteredByName',
      'r.line',
      'r.batchId',
      'b.fileName',
      'b.sheet',
    ])
    .orderBy('application.villageCode')
    .orderBy('application.id')
    .limit(page.limit)
  if (page.after !== null) {
    const [village = '', id = ''] = page.after.split(':')
    query = query.where((e) =>
      e.or([
        e('application.villageCode', '>', village),
        e.and([e('application.villageCode', '=', village), e('application.id', '>', id)]),
      ]),
    )
  }
  return query.execute()
}
