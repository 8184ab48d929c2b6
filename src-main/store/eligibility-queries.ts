import { insertRows } from './insert-rows.ts'
import type { Period } from './application-queries.ts'
import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

export interface StoredDecision {
  readonly applicationId: string
  readonly termsId: string
  readonly runId: string
  readonly outcome: 'met' | 'not-met' | 'undecided'
  /** JSON by fact. */
  readonly facts: string
  /** JSON list of facts. */
  readonly missing: string
  readonly at: string
}

/** Adds what was decided otherwise, by other terms, or on other facts than the last time; the rest stands as it is. */
export async function insertDecisions(
  writer: Writer,
  period: Period,
  decided: readonly StoredDecision[],
): Promise<number> {
  const last = new Map(
    listLatestDecisions(writer, period, decided).map((one) => [one.applicationId, sameness(one)]),
  )
  const fresh = decided.filter((one) => last.get(one.applicationId) !== sameness(one))
  insertRows(writer, 'eligibility_decision', fresh)
  return fresh.length
}

function sameness({ termsId, outcome, facts, missing }: StoredDecision): string {
  return JSON.stringify([termsId, outcome, facts, missing])
}

function listLatestDecisions(
  reader: Reader,
  period: Period,
  of: readonly { readonly applicationId: string }[],
): StoredDecision[] {
  return rawOf(reader)
    .prepare<[string, string, number], StoredDecision>(
      `SELECT d.application_id AS applicationId, d.terms_id AS termsId, d.run_id AS runId, d.outcome, d.facts, d.missing, d.at
      FROM json_each(?) t CROSS JOIN application a ON a.id = t.value JOIN eligibility_decision d
        ON d.id = (SELECT max(id) FROM eligibility_decision WHERE application_id = a.id)
      WHERE a.programme_code = ? AND a.year = ?`,
    )
    .all(JSON.stringify(of.map(({ applicationId }) => applicationId)), period.programmeCode, period.year)
}

/** 最近一次判定 of one application. */
export function findLatestDecision(
  reader: Reader,
  applicationId: string,
): Promise<StoredDecision | undefined> {
  return reader
    .selectFrom('eligibilityDecision')
    .select(['applicationId', 'termsId', 'runId', 'outcome', 'facts', 'missing', 'at'])
    .where('applicationId', '=', applicationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
