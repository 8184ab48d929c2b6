import { type Insertable, type Selectable, sql } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Reader, Writer } from './reader.ts'
import type { FindingRebuttalTable } from './schema/application-tables.ts'

export type StoredRebuttal = Selectable<FindingRebuttalTable>

/** A finding of the latest run of its period, as it is stored: a rebuttal is of exactly that. */
export async function getCurrentFinding(reader: Reader, findingId: string) {
  const row = await reader
    .selectFrom('finding as f')
    .innerJoin('application as a', 'a.id', 'f.applicationId')
    .select([
      'f.applicationId',
      'f.checkCode',
      'f.severity',
      'f.facts',
      'f.sources',
      'f.others',
      'f.baseRunId',
    ])
    .select(['a.programmeCode', 'a.year', 'a.villageCode', 'a.status'])
    .where('f.id', '=', findingId)
    .where(
      sql<boolean>`f.base_run_id = (SELECT max(c.id) FROM check_run c
        WHERE c.programme_code = a.programme_code AND c.year = a.year AND c.base_run_id IS NULL)`,
    )
    .where('f.replacedBy', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.stale', { what: '疑点' })
  return row
}

export async function insertRebuttal(
  writer: Writer,
  rebuttal: Omit<Insertable<FindingRebuttalTable>, 'state' | 'decidedBy' | 'decidedAt' | 'decidedReason'>,
): Promise<void> {
  await writer
    .insertInto('findingRebuttal')
    .values({ ...rebuttal, state: 'proposed', decidedBy: null, decidedAt: null })
    .execute()
}

export async function getRebuttal(reader: Reader, rebuttalId: string) {
  const row = await reader
    .selectFrom('findingRebuttal as r')
    .innerJoin('application as a', 'a.id', 'r.applicationId')
    .selectAll('r')
    .select(['a.programmeCode', 'a.year', 'a.villageCode'])
    .where('r.id', '=', rebuttalId)
    .executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '核实不属实的登记' })
  return row
}

/** Everything that was said of an application's findings, newest first. */
export function listRebuttals(reader: Reader, applicationId: string): Promise<StoredRebuttal[]> {
  return reader
    .selectFrom('findingRebuttal')
    .selectAll()
    .where('applicationId', '=', applicationId)
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function saveRebuttalDecision(
  writer: Writer,
  rebuttalId: string,
  decided: {
    readonly state: 'confirmed' | 'declined'
    readonly decidedBy: string
    readonly decidedAt: string
    readonly decidedReason: string
  },
): Promise<void> {
  const result = await writer
    .updateTable('findingRebuttal')
    .set(decided)
    .where('id', '=', rebuttalId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '核实不属实的登记' })
}
