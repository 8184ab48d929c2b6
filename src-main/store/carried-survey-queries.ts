import { Problem } from '../domain/problem.ts'
import { amongTexts } from './among-texts.ts'
import type { Reader } from './reader.ts'
import type { StoredEdit } from './survey-edit-queries.ts'

/** A set of questions as it is kept, for it to arrive elsewhere to the byte. */
export async function getQuestionSetRow(reader: Reader, questionSetId: string) {
  return reader
    .selectFrom('surveyQuestionSet')
    .selectAll()
    .where('id', '=', questionSetId)
    .executeTakeFirstOrThrow()
}

/** Every edit of some tasks, whoever made it. */
export async function listEditsOfTasks(reader: Reader, taskIds: readonly string[]): Promise<StoredEdit[]> {
  const rows = await reader
    .selectFrom('surveyEdit')
    .selectAll()
    .where((e) => amongTexts(e.ref('taskId'), taskIds))
    .orderBy('id')
    .execute()
  return rows.map(toStored)
}

/** What was typed on one machine in one round: what a laptop brings back, however often. */
export async function listOwnEdits(
  reader: Reader,
  roundId: string,
  workstationId: string,
): Promise<StoredEdit[]> {
  const rows = await reader
    .selectFrom('surveyEdit as e')
    .innerJoin('surveyTask as t', 't.id', 'e.taskId')
    .selectAll('e')
    .where('t.roundId', '=', roundId)
    .where('e.workstationId', '=', workstationId)
    .orderBy('e.id')
    .execute()
  return rows.map(toStored)
}

/** Of these ids, the edits that are here. */
export async function listKnownEditIds(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('surveyEdit')
    .select('id')
    .where((e) => amongTexts(e.ref('id'), ids))
    .execute()
  return new Set(rows.map((row) => row.id))
}

export async function listTasksById(reader: Reader, taskIds: readonly string[]) {
  return reader
    .selectFrom('surveyTask as t')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .selectAll('t')
    .select(['h.householdNo', 'd.name as villageName', 'p.name as householderName'])
    .where((e) => amongTexts(e.ref('t.id'), taskIds))
    .orderBy('t.villageCode')
    .orderBy('t.groupName')
    .orderBy('h.householdNo')
    .execute()
}

/** A round by its id alone: what a package speaks of need not lie in anybody's scope. */
export async function findRoundById(reader: Reader, roundId: string) {
  return reader.selectFrom('surveyRound').selectAll().where('id', '=', roundId).executeTakeFirst()
}

export async function getRoundById(reader: Reader, roundId: string) {
  const row = await findRoundById(reader, roundId)
  if (row === undefined) throw new Problem('record.not-found', { what: '摸底轮次' })
  return row
}

/** Numbers of the people of a task's household and of their accounts, as the register has them. */
export async function listKnownNumbers(reader: Reader, taskId: string) {
  const ofTask = reader
    .selectFrom('surveyTask as t')
    .innerJoin('person as p', 'p.householdId', 't.householdId')
    .where('t.id', '=', taskId)
  return {
    people: await ofTask.select(['p.id', 'p.idNumber']).execute(),
    accounts: await ofTask
      .innerJoin('account as a', 'a.personId', 'p.id')
      .select(['a.id', 'a.personId', 'a.accountNo'])
      .execute(),
  }
}

function toStored<R extends { supersedes: string }>(row: R) {
  return { ...row, supersedes: JSON.parse(row.supersedes) as string[] }
}
