import { nextInRow } from '../domain/checks/copied-rows.ts'
import type { Period } from './application-queries.ts'
import { onItsWay } from './check-queries.ts'
import { rawOf } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

/** 变动了什么 — people, households and accounts whose records may have to be looked at again. */
export interface Touched {
  readonly personIds?: readonly string[]
  readonly householdIds?: readonly string[]
  readonly accountIds?: readonly string[]
}

/** Applications of any period that are for, of or paid to what was touched, whatever became of them. */
export function listTouchedApplications(reader: Reader, touched: Touched): (Period & { id: string })[] {
  const { personIds = [], householdIds = [], accountIds = [] } = touched
  return rawOf(reader)
    .prepare<object, Period & { id: string }>(
      `WITH near (id) AS (
        SELECT a.id FROM json_each(@people) t CROSS JOIN application a ON a.beneficiary_id = t.value
        UNION SELECT a.id FROM json_each(@people) t CROSS JOIN application a ON a.payee_id = t.value
        UNION SELECT a.id FROM json_each(@households) t CROSS JOIN application a ON a.household_id = t.value
        UNION SELECT a.id FROM json_each(@accounts) t CROSS JOIN application a ON a.account_id = t.value)
      SELECT a.id, a.programme_code AS programmeCode, a.year FROM near CROSS JOIN application a ON a.id = near.id`,
    )
    .all({
      people: JSON.stringify(personIds),
      households: JSON.stringify(householdIds),
      accounts: JSON.stringify(accountIds),
    })
}

/** Records of a period on their way that have the person, the household or the account in common with some of it. */
export function listSharing(reader: Reader, period: Period, applicationIds: readonly string[]): string[] {
  return rawOf(reader)
    .prepare<object, string>(
      `WITH own AS (SELECT o.id, o.beneficiary_id, o.household_id, k.account_no
        FROM json_each(@ids) t CROSS JOIN application o ON o.id = t.value CROSS JOIN account k ON k.id = o.account_id),
      near (id) AS (
        SELECT id FROM own
        UNION SELECT a.id FROM own CROSS JOIN application a ON a.beneficiary_id = own.beneficiary_id
        UNION SELECT a.id FROM own CROSS JOIN application a ON a.household_id = own.household_id
        UNION SELECT a.id FROM own CROSS JOIN account m ON m.account_no = own.account_no
          CROSS JOIN application a ON a.account_id = m.id)
      SELECT a.id FROM near CROSS JOIN application a ON a.id = near.id
      WHERE a.programme_code = @programmeCode AND a.year = @year AND a.status IN (${onItsWay.map((one) => `'${one}'`).join(', ')})`,
    )
    .pluck()
    .all({ ids: JSON.stringify(applicationIds), ...keyOf(period) })
}

/** Whoever was named in one and the same standing finding with some records: it is no longer true of all of them. */
export function listFoundTogether(
  reader: Reader,
  baseRunId: string,
  applicationIds: readonly string[],
): string[] {
  return rawOf(reader)
    .prepare<object, string>(
      `SELECT DISTINCT g.application_id FROM json_each(@ids) t
        CROSS JOIN finding f ON f.application_id = t.value AND +f.base_run_id = @run AND f.replaced_by IS NULL AND f.others <> '[]'
        CROSS JOIN finding g ON g.base_run_id = @run AND g.replaced_by IS NULL AND g.check_code = f.check_code AND g.facts = f.facts`,
    )
    .pluck()
    .all({ ids: JSON.stringify(applicationIds), run: baseRunId })
}

/** Lines under the same keys, and for numbers in a row the whole row on both sides. */
export function listUnderKeys(reader: Reader, baseRunId: string, keys: readonly string[]): string[] {
  const under = rawOf(reader)
    .prepare<[string, string], string>('SELECT application_id FROM check_key WHERE run_id = ? AND key = ?')
    .pluck()
  const found = new Set<string>()
  const seen = new Set<string>()
  const add = (key: string | undefined) => {
    if (key === undefined || seen.has(key)) return false
    seen.add(key)
    const ids = under.all(baseRunId, key)
    for (const id of ids) found.add(id)
    return ids.length > 0
  }
  for (const key of keys) {
    add(key)
    for (const step of [-1, 1] as const)
      for (let next = nextInRow(key, step); add(next);) next = nextInRow(next ?? '', step)
  }
  return [...found]
}

/** Keys are never taken away until the next whole run: one too many only means that one line more is read. */
export function insertCheckKeys(
  writer: Writer,
  runId: string,
  keys: readonly { readonly key: string; readonly applicationId: string }[],
): void {
  const statement = rawOf(writer).prepare(
    'INSERT INTO check_key (run_id, key, application_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  for (const { key, applicationId } of keys) statement.run(runId, key, applicationId)
}

/** Only the last whole run of a period is gone on from. */
export function dropOlderKeys(writer: Writer, period: Period, runId: string): void {
  rawOf(writer)
    .prepare(
      `DELETE FROM check_key WHERE run_id IN
        (SELECT id FROM check_run WHERE programme_code = @programmeCode AND year = @year AND id <> @runId)`,
    )
    .run({ ...keyOf(period), runId })
}

function keyOf({ programmeCode, year }: Period) {
  return { programmeCode, year }
}
