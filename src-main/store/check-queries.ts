import { sql } from 'kysely'
import type { Finding, SourceLine } from '../domain/finding.ts'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { amongTexts } from './among-texts.ts'
import { insertRows } from './insert-rows.ts'
import { inVillages } from './in-villages.ts'
import type { Reader, Writer } from './reader.ts'

/** Statuses still on their way: what has left, stopped or been withdrawn is checked no more. */
export const onItsWay = [
  'submitted',
  'returned',
  'approved',
  'publicizing',
  'objected',
  'publicized',
  'packaged',
] as const

export interface CheckRun {
  /** Of the run over the whole period; findings stand under it. */
  readonly id: string
  readonly asOf: string
  readonly rows: number
  readonly dataMark: number
  readonly byUser: string
  readonly at: string
}

/** `baseRunId` is of a check of some records only: the run over the whole period it goes on from. */
export async function insertCheckRun(
  writer: Writer,
  { programmeCode, year }: Period,
  run: CheckRun & { readonly baseRunId: string | null },
): Promise<void> {
  await writer
    .insertInto('checkRun')
    .values({ ...run, programmeCode, year })
    .execute()
}

/** 在有效的检查 — every period whose last check has seen all there is, with the day it was judged by. */
export function listStandingChecks(reader: Reader): Promise<(Period & CheckRun)[]> {
  return reader
    .selectFrom('checkRun as c')
    .select((e) => e.fn.coalesce('c.baseRunId', 'c.id').as('id'))
    .select(['c.programmeCode', 'c.year', 'c.asOf', 'c.rows', 'c.dataMark', 'c.byUser', 'c.at'])
    .where('c.dataMark', '=', (e) => e.selectFrom('dataMark').select('value').where('id', '=', 1))
    .where(
      'c.id',
      '=',
      sql<string>`(SELECT max(n.id) FROM check_run n WHERE n.programme_code = c.programme_code AND n.year = c.year)`,
    )
    .orderBy('c.programmeCode')
    .orderBy('c.year')
    .execute()
}

/** What has changed touches nothing of these periods: their checks stand for today's data as well. */
export async function carryChecksOn(
  writer: Writer,
  periods: readonly Period[],
  dataMark: number,
): Promise<void> {
  const keys = JSON.stringify(periods.map(({ programmeCode, year }) => [programmeCode, year]))
  await writer
    .updateTable('checkRun')
    .set({ dataMark })
    .where(
      sql<boolean>`id IN (SELECT (SELECT max(n.id) FROM check_run n WHERE n.programme_code = value ->> 0
        AND n.year = value ->> 1) FROM json_each(${keys}))`,
    )
    .execute()
}

/** Programmes of a year with records a check would look at. */
export function listProgrammesOnTheWay(reader: Reader, { programmes }: Scope, year: number) {
  let query = reader
    .selectFrom('programme as p')
    .select(['p.code as programmeCode', 'p.name'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('application as a')
          .select('a.id')
          .whereRef('a.programmeCode', '=', 'p.code')
          .where('a.year', '=', year)
          .where('a.status', 'in', [...onItsWay]),
      ),
    )
  if (programmes !== 'all') query = query.where('p.code', 'in', [...programmes])
  return query.orderBy('p.code').execute()
}

/** What was found before and is no longer so; it stays readable. */
export async function replaceFindings(
  writer: Writer,
  runId: string,
  findingIds: readonly string[],
): Promise<void> {
  await writer
    .updateTable('finding')
    .set({ replacedBy: runId })
    .where((e) => amongTexts(e.ref('id'), findingIds))
    .execute()
}

/** `baseRunId` is the run itself when it went over the whole period. */
export function insertFindings(
  writer: Writer,
  { runId, baseRunId }: { readonly runId: string; readonly baseRunId: string },
  findings: readonly (Finding & { readonly id: string })[],
): void {
  const rows = findings.map((finding) => ({
    id: finding.id,
    runId,
    baseRunId,
    applicationId: finding.applicationId,
    checkCode: finding.check,
    severity: finding.severity,
    facts: JSON.stringify(finding.facts),
    sources: JSON.stringify(finding.sources),
    others: JSON.stringify(finding.others),
    asOf: finding.asOf,
  }))
  insertRows(writer, 'finding', rows)
}

/** The last check of a period, with what was looked at again since. */
export async function findLatestRun(reader: Reader, period: Period): Promise<CheckRun | undefined> {
  return reader
    .selectFrom('checkRun')
    .select((e) => e.fn.coalesce('baseRunId', 'id').as('id'))
    .select(['asOf', 'rows', 'dataMark', 'byUser', 'at'])
    .where('programmeCode', '=', period.programmeCode)
    .where('year', '=', period.year)
    .orderBy('checkRun.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface StoredFinding extends Finding {
  /** 核实不属实 — two people have said with evidence that it is not true; it blocks no more. */
  readonly isRebutted: boolean
  /** 已说明 — somebody has written down why it stands, of exactly this finding. */
  readonly isExplained: boolean
  readonly findingId: string
}

export async function listFindings(
  reader: Reader,
  runId: string,
  applicationIds?: readonly string[],
): Promise<StoredFinding[]> {
  let query = reader
    .selectFrom('finding')
    .selectAll()
    .select(
      sql<0 | 1>`EXISTS (SELECT 1 FROM finding_rebuttal r WHERE r.application_id = finding.application_id
        AND r.check_code = finding.check_code AND r.facts = finding.facts AND r.sources = finding.sources
        AND r.others = finding.others AND r.state = 'confirmed')`.as('rebutted'),
    )
    .select(explanationOf('finding').as('explained'))
    // by application where some are asked for: a run has many more findings than they
    .where(applicationIds === undefined ? sql`base_run_id` : sql`+base_run_id`, '=', runId)
    .where('replacedBy', 'is', null)
  if (applicationIds !== undefined) query = query.where('applicationId', 'in', [...applicationIds])
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    findingId: row.id,
    applicationId: row.applicationId,
    check: row.checkCode as Finding['check'],
    severity: row.severity,
    isRebutted: row.rebutted === 1,
    isExplained: row.explained === 1,
    facts: JSON.parse(row.facts) as Finding['facts'],
    sources: JSON.parse(row.sources) as SourceLine[],
    others: JSON.parse(row.others) as string[],
    asOf: row.asOf,
  }))
}

/** Whether a text was written of exactly this finding as it is stored. */
function explanationOf(finding: 'finding' | 'f') {
  const at = (column: string) => sql.ref(`${finding}.${column}`)
  return sql<
    0 | 1
  >`EXISTS (SELECT 1 FROM finding_explanation x WHERE x.application_id = ${at('applicationId')}
    AND x.check_code = ${at('checkCode')} AND x.facts = ${at('facts')} AND x.sources = ${at('sources')}
    AND x.others = ${at('others')})`
}

/**
 * Records with a must-explain finding of a check that had found nothing about them when they were approved last: whoever
 * approved them said nothing about it.
 */
export async function listExplainedByNobody(reader: Reader, runId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('finding as f')
    .select('f.applicationId')
    .distinct()
    .where('f.baseRunId', '=', runId)
    .where('f.replacedBy', 'is', null)
    .where('f.severity', '=', 'explain')
    .where(sql<boolean>`NOT ${explanationOf('f')}`)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM finding g JOIN check_run c ON c.id = g.run_id
        WHERE g.application_id = f.application_id AND g.check_code = f.check_code AND g.severity <> 'hint'
          AND c.at <= (SELECT max(s.at) FROM application_step s
            WHERE s.application_id = f.application_id AND s.step = 'approve'))`,
    )
    .execute()
  return rows.map(({ applicationId }) => applicationId)
}

/** How many records of a run and scope have something to be handled, and how many each check found. */
export async function countFindings(
  reader: Reader,
  runId: string,
  scope: Scope,
): Promise<{ withFindings: number; byCheck: { check: string; severity: string; rows: number }[] }> {
  const ofRun = reader
    .selectFrom('finding')
    .innerJoin('application as a', 'a.id', 'finding.applicationId')
    .where('finding.baseRunId', '=', runId)
    .where('finding.replacedBy', 'is', null)
    .where((e) => inVillages(e.ref('a.villageCode'), scope))
  const byCheck = await ofRun
    .select((e) => [
      'checkCode as check',
      'severity',
      e.fn.count<number>('applicationId').distinct().as('rows'),
    ])
    .groupBy(['checkCode', 'severity'])
    .orderBy('checkCode')
    .execute()
  const { rows } = await ofRun
    .select((e) => e.fn.count<number>('applicationId').distinct().as('rows'))
    .where('severity', '<>', 'hint')
    .executeTakeFirstOrThrow()
  return { withFindings: rows, byCheck }
}
