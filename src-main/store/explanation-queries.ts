import type { Insertable } from 'kysely'
import type { Period } from './application-queries.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type { FindingExplanationTable } from './schema/application-tables.ts'

const toExplain = ['submitted', 'approved', 'publicizing', 'publicized'] as const

/** Still to be decided, or passed and not packed: what was sent back comes to the review again first. */
export function isToExplain(status: string): boolean {
  return toExplain.some((one) => one === status)
}

export function insertExplanations(
  writer: Writer,
  rows: readonly Insertable<FindingExplanationTable>[],
): void {
  insertRows(writer, 'finding_explanation', rows)
}

/** What was written about the findings of an application, newest first. */
export function listExplanations(reader: Reader, applicationId: string) {
  return reader
    .selectFrom('findingExplanation as x')
    .innerJoin('user as u', 'u.id', 'x.byUser')
    .select(['x.checkCode', 'x.facts', 'x.sources', 'x.others', 'x.statement', 'x.at'])
    .select(['u.displayName as by'])
    .select((e) =>
      e
        .selectFrom('findingExplanation as o')
        .select((o) => o.fn.countAll<number>().as('n'))
        .whereRef('o.explanationId', '=', 'x.explanationId')
        .as('together'),
    )
    .where('x.applicationId', '=', applicationId)
    .orderBy('x.id', 'desc')
    .execute()
}

/** The must-explain findings of one check that stand in a period, on records still to be decided or already passed. */
export function listToExplain(reader: Reader, runId: string, period: Period, check: string) {
  return reader
    .selectFrom('finding as f')
    .innerJoin('application as a', 'a.id', 'f.applicationId')
    .innerJoin('person as p', 'p.id', 'a.beneficiaryId')
    .innerJoin('division as d', 'd.code', 'a.villageCode')
    .select(['f.id as findingId', 'f.applicationId', 'f.checkCode', 'f.facts', 'f.sources', 'f.others'])
    .select(['f.asOf', 'a.version', 'a.status', 'a.villageCode', 'a.groupName', 'a.programmeCode'])
    .select(['d.name as villageName', 'p.name', 'p.idNumber'])
    .where('f.baseRunId', '=', runId)
    .where('f.replacedBy', 'is', null)
    .where('f.checkCode', '=', check)
    .where('f.severity', '=', 'explain')
    .where('a.programmeCode', '=', period.programmeCode)
    .where('a.year', '=', period.year)
    .where('a.status', 'in', [...toExplain])
    .orderBy('a.villageCode')
    .orderBy('f.applicationId')
    .execute()
}
