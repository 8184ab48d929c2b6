import type { Insertable } from 'kysely'
import type { Reader, Writer } from './reader.ts'
import type { SurveyDraftDiscardedTable } from './schema/survey-tables.ts'

/** Keeps everything one person has typed for a task and not yet saved; another person's draft is another row. */
export async function saveDraft(
  writer: Writer,
  draft: { readonly taskId: string; readonly userId: string; readonly typed: string; readonly at: string },
): Promise<void> {
  const { taskId, userId, typed, at } = draft
  await writer
    .insertInto('surveyDraft')
    .values({ taskId, userId, typed, startedAt: at, savedAt: at })
    .onConflict((conflict) => conflict.columns(['taskId', 'userId']).doUpdateSet({ typed, savedAt: at }))
    .execute()
}

export function findDraft(reader: Reader, taskId: string, userId: string) {
  return reader
    .selectFrom('surveyDraft')
    .selectAll()
    .where('taskId', '=', taskId)
    .where('userId', '=', userId)
    .executeTakeFirst()
}

/** Drafts of everybody for one task. */
export function listDrafts(reader: Reader, taskId: string) {
  return reader
    .selectFrom('surveyDraft as f')
    .innerJoin('user as u', 'u.id', 'f.userId')
    .select(['f.userId', 'f.typed', 'f.startedAt', 'f.savedAt', 'u.displayName'])
    .where('f.taskId', '=', taskId)
    .orderBy('f.savedAt', 'desc')
    .execute()
}

export async function removeDraft(writer: Writer, taskId: string, userId: string): Promise<void> {
  await writer.deleteFrom('surveyDraft').where('taskId', '=', taskId).where('userId', '=', userId).execute()
}

/** A discarded draft stays readable. */
export async function insertDiscardedDraft(
  writer: Writer,
  draft: Insertable<SurveyDraftDiscardedTable>,
): Promise<void> {
  await writer.insertInto('surveyDraftDiscarded').values(draft).execute()
}

export function listDiscardedDrafts(reader: Reader, taskId: string) {
  return reader
    .selectFrom('surveyDraftDiscarded as f')
    .innerJoin('user as u', 'u.id', 'f.userId')
    .select(['f.id', 'f.typed', 'f.discardedAt', 'u.displayName'])
    .where('f.taskId', '=', taskId)
    .orderBy('f.discardedAt', 'desc')
    .execute()
}
