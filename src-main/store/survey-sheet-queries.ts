import type { Reader } from './reader.ts'

interface Sheet {
  readonly roundId: string
  readonly villageCode: string
  readonly groupName: string | null
}

/** 未访 tasks of a village or group, and why one of them may not be settled by a sheet. */
export async function listUnvisited(reader: Reader, { roundId, villageCode, groupName }: Sheet) {
  let query = reader
    .selectFrom('surveyTask as t')
    .select(['t.id', 't.householdId', 't.mustVisit', 't.conflicts'])
    .select((e) =>
      e
        .exists(e.selectFrom('surveyDraft as f').select('f.userId').whereRef('f.taskId', '=', 't.id'))
        .as('hasDraft'),
    )
    .where('t.roundId', '=', roundId)
    .where('t.villageCode', '=', villageCode)
    .where('t.state', '=', 'unvisited')
    .orderBy('t.id')
  if (groupName !== null) query = query.where('t.groupName', '=', groupName)
  const rows = await query.execute()
  return rows.map(({ mustVisit, hasDraft, ...row }) => ({
    ...row,
    mustVisit: mustVisit !== '[]',
    hasDraft: Number(hasDraft) === 1,
  }))
}
