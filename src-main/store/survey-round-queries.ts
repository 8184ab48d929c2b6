import type { Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { Reader, Writer } from './reader.ts'
import type { SurveyRoundTable } from './schema/survey-tables.ts'

export async function insertRound(writer: Writer, round: Insertable<SurveyRoundTable>): Promise<void> {
  await writer.insertInto('surveyRound').values(round).execute()
}

/** One round within the scope's programmes; outside of it there is none. */
export async function getRound(reader: Reader, scope: Scope, roundId: string) {
  const row = await rounds(reader, scope).where('r.id', '=', roundId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '摸底轮次' })
  return row
}

/** Newest first. */
export function listRounds(reader: Reader, scope: Scope) {
  return rounds(reader, scope).orderBy('r.openedAt', 'desc').orderBy('r.id', 'desc').execute()
}

export async function saveRoundClosed(
  writer: Writer,
  read: { readonly id: string; readonly version: number },
  closed: { readonly closedBy: string; readonly closedAt: string; readonly closedReason: string },
): Promise<void> {
  const result = await writer
    .updateTable('surveyRound')
    .set({ status: 'closed', version: read.version + 1, ...closed })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '摸底轮次' })
}

function rounds(reader: Reader, scope: Scope) {
  let query = reader
    .selectFrom('surveyRound as r')
    .innerJoin('programme as g', 'g.code', 'r.programmeCode')
    .innerJoin('user as u', 'u.id', 'r.openedBy')
    .selectAll('r')
    .select(['g.name as programmeName', 'u.displayName as openedByName'])
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return query
}
