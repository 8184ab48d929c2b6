import { sql } from 'kysely'
import type { ApplicationStatus } from '../domain/application-status.ts'
import type { MustVisitReason } from '../domain/must-visit.ts'
import type { Scope } from '../domain/role.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

/** Records that are for a person or paid to them, of the programmes the caller answers for, newest first. */
export async function listPersonApplications(reader: Reader, scope: Scope, personId: string) {
  let query = reader
    .selectFrom('application as a')
    .innerJoin('programme as g', 'g.code', 'a.programmeCode')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('account as k', 'k.id', 'a.accountId')
    .where((e) => e.or([e('a.beneficiaryId', '=', personId), e('a.payeeId', '=', personId)]))
    .where((e) => inVillages(e.ref('a.villageCode'), scope))
  if (scope.programmes !== 'all') query = query.where('a.programmeCode', 'in', [...scope.programmes])
  const rows = await query
    .selectAll('a')
    .select(['g.name as programmeName', 'p.name as beneficiaryName', 'k.accountNo'])
    .select((e) => [
      lastStep('reason').as('lastReason'),
      lastStep('at').as('lastAt'),
      e('a.beneficiaryId', '=', personId).as('isOwn'),
    ])
    .orderBy('a.year', 'desc')
    .orderBy('a.programmeCode')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    status: row.status as ApplicationStatus,
    isOwn: Number(row.isOwn) === 1,
  }))
}
export type PersonApplication = Awaited<ReturnType<typeof listPersonApplications>>[number]

/** Lines of rolls about a person, as the lists have them, newest first. */
export async function listPersonRosterLines(reader: Reader, scope: Scope, personId: string) {
  let query = reader
    .selectFrom('rosterLine as r')
    .innerJoin('listBatch as b', 'b.id', 'r.batchId')
    .leftJoin('programme as g', 'g.code', 'r.programmeCode')
    .leftJoin('account as k', 'k.id', 'r.accountId')
    .leftJoin('division as d', 'd.code', 'r.villageCode')
    .where('r.personId', '=', personId)
    .where('b.undoneAt', 'is', null)
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  const rows = await query
    .selectAll('r')
    .select((e) => [
      ...(['b.fileName', 'b.sheet', 'k.accountNo', 'd.name as villageName'] as const),
      e.fn.coalesce('g.name', 'r.programmeCode').as('programmeName'),
    ])
    .orderBy('r.year', 'desc')
    .orderBy('r.month', 'desc')
    .orderBy('r.programmeCode')
    .orderBy('r.line')
    .execute()
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Readonly<Record<string, string>> }))
}
export type PersonRosterLine = Awaited<ReturnType<typeof listPersonRosterLines>>[number]

/** How many other records and roll lines the rest of the household has: they are on the household page. */
export async function countOthersOfHousehold(
  reader: Reader,
  scope: Scope,
  { householdId, personId }: { householdId: string; personId: string },
): Promise<number> {
  const within = (code: string) =>
    scope.programmes === 'all'
      ? sql`1`
      : sql`${sql.raw(code)} IN (SELECT value FROM json_each(${JSON.stringify(scope.programmes)}))`
  const { rows } = await sql<{ count: number }>`
    SELECT (SELECT count(*) FROM application a JOIN person p ON p.id = a.beneficiary_id
        WHERE p.household_id = ${householdId} AND a.beneficiary_id <> ${personId} AND a.payee_id <> ${personId} AND ${within('a.programme_code')})
      + (SELECT count(*) FROM roster_line r JOIN list_batch b ON b.id = r.batch_id AND b.undone_at IS NULL JOIN person p ON p.id = r.person_id
        WHERE p.household_id = ${householdId} AND r.person_id <> ${personId} AND ${within('r.programme_code')}) AS count`.execute(
    { getExecutor: () => reader.getExecutor() },
  )
  return rows[0]?.count ?? 0
}

/** Visits of open rounds that are not done, or whose answers two machines contradict each other in. */
export async function listOpenVisits(reader: Reader, scope: Scope, householdId: string) {
  let query = reader
    .selectFrom('surveyTask as t')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .select(['t.id', 't.state', 't.nextOn', 't.mustVisit', 't.conflicts', 'r.name as roundName'])
    .where('t.householdId', '=', householdId)
    .where('r.status', '=', 'open')
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
    .where((e) => e.or([e('t.state', '<>', 'visited'), e('t.conflicts', '>', 0)]))
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  const rows = await query.orderBy('r.openedAt').execute()
  return rows.map((row) => ({ ...row, mustVisit: JSON.parse(row.mustVisit) as MustVisitReason[] }))
}

/** Printed papers of open rounds with a page about this household that has not come back signed. */
export async function listPapersOut(reader: Reader, scope: Scope, householdId: string) {
  let query = reader
    .selectFrom('paperLine as l')
    .innerJoin('paperDocument as d', 'd.id', 'l.documentId')
    .innerJoin('surveyRound as r', 'r.id', 'd.roundId')
    .select(['d.id', 'd.serial', missingPages.as('pages')])
    .where('l.householdId', '=', householdId)
    .where('d.status', '=', 'current')
    .where('r.status', '=', 'open')
    .where(missingPages, 'is not', null)
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  const rows = await query.orderBy('d.serial').execute()
  return rows.map((row) => ({ ...row, pages: row.pages ?? '' }))
}

/** What lists outside the register say of somebody now: of death, and of a certificate that runs out. */
export function listListedOf(reader: Reader, idNumber: string) {
  return reader
    .selectFrom('externalEntry as e')
    .innerJoin('listBatch as b', 'b.id', 'e.batchId')
    .select(['e.kind', 'e.onDay', 'e.untilDay'])
    .where('e.idNumber', '=', idNumber)
    .where('e.kind', 'in', ['deceased', 'disability'])
    .where('e.endedBy', 'is', null)
    .where('b.undoneAt', 'is', null)
    .execute()
}

const lastStep = (column: 'reason' | 'at') =>
  sql<
    string | null
  >`(SELECT ${sql.ref(column)} FROM application_step s WHERE s.application_id = a.id ORDER BY s.id DESC LIMIT 1)`

const missingPages = sql<string | null>`(SELECT group_concat(g.page_no) FROM paper_page g
  WHERE g.document_id = l.document_id AND g.page_no BETWEEN l.first_page AND l.last_page AND NOT EXISTS (
    SELECT 1 FROM paper_scan_place s JOIN paper_scan c ON c.id = s.scan_id AND c.state = 'attached'
    WHERE s.document_id = g.document_id AND s.page_no = g.page_no))`
