import { sql } from 'kysely'
import type { Finding, SourceLine } from '../domain/finding.ts'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
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
  readonly id: string
  readonly asOf: string
  readonly rows: number
  readonly dataMark: number
  readonly byUser: string
  readonly at: string
}

export async function insertCheckRun(writer: Writer, period: Period, run: CheckRun): Promise<void> {
  await writer
    .insertInto('checkRun')
    .values({ ...run, programmeCode: period.programmeCode, year: period.year })
    .execute()
}

export async function insertFindings(
  writer: Writer,
  runId: string,
  findings: readonly (Finding & { readonly id: string })[],
): Promise<void> {
  const rows = findings.map((finding) => ({
    id: finding.id,
    runId,
    applicationId: finding.applicationId,
    checkCode: finding.check,
    severity: finding.severity,
    facts: JSON.stringify(finding.facts),
    sources: JSON.stringify(finding.sources),
    others: JSON.stringify(finding.others),
    asOf: finding.asOf,
  }))
  for (let at = 0; at < rows.length; at += 200)
    await writer
      .insertInto('finding')
      .values(rows.slice(at, at + 200))
      .execute()
}

export async function findLatestRun(reader: Reader, period: Period): Promise<CheckRun | undefined> {
  return reader
    .selectFrom('checkRun')
    .select(['id', 'asOf', 'rows', 'dataMark', 'byUser', 'at'])
    .where('programmeCode', '=', period.programmeCode)
    .where('year', '=', period.year)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface StoredFinding extends Finding {
  /** 核实不属实 — two people have said with evidence that it is not true; it blocks no more. */
  readonly isRebutted: boolean
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
    .where('runId', '=', runId)
  if (applicationIds !== undefined) query = query.where('applicationId', 'in', [...applicationIds])
  const rows = await query.orderBy('id').execute()
  return rows.map((row) => ({
    findingId: row.id,
    applicationId: row.applicationId,
    check: row.checkCode as Finding['check'],
    severity: row.severity,
    isRebutted: row.rebutted === 1,
    facts: JSON.parse(row.facts) as Finding['facts'],
    sources: JSON.parse(row.sources) as SourceLine[],
    others: JSON.parse(row.others) as string[],
    asOf: row.asOf,
  }))
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
    .where('f.runId', '=', runId)
    .where('f.severity', '=', 'explain')
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
    .where('runId', '=', runId)
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
