import type { SurveyEdit } from '../domain/survey-edit.ts'
import type { VisitState } from '../domain/visit-state.ts'
import { preparedOn } from './raw.ts'
import type { Reader, Writer } from './reader.ts'

/** An edit with the name of whoever made it and, when a package brought it, whence and when. */
export interface StoredEdit extends SurveyEdit {
  readonly editorName: string
  readonly packageId: string | null
  readonly receivedAt: string | null
}

/** Every edit of a task, in order of time; the state of its fields follows from them alone. */
export async function listEdits(reader: Reader, taskId: string): Promise<StoredEdit[]> {
  const rows = await reader
    .selectFrom('surveyEdit')
    .selectAll()
    .where('taskId', '=', taskId)
    .orderBy('editedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, supersedes: JSON.parse(row.supersedes) as string[] }))
}

/**
 * Appends edits; one that is there already is left as it is. Answers how many were new. What is told of a household
 * nobody has decided on lies beside, in `found_edit`.
 */
export function insertEdits(
  writer: Writer,
  edits: readonly StoredEdit[],
  table: 'survey_edit' | 'found_edit' = 'survey_edit',
): number {
  const statement = preparedOn(
    writer,
    `INSERT INTO ${table} (id, task_id, subject, field, value, base_value, supersedes, workstation_id, edited_by, editor_name, edited_at, package_id, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  )
  let added = 0
  for (const edit of edits)
    added += statement.run([
      ...[edit.id, edit.taskId, edit.subject, edit.field, edit.value, edit.baseValue],
      ...[JSON.stringify(edit.supersedes), edit.workstationId, edit.editedBy, edit.editorName, edit.editedAt],
      ...[edit.packageId, edit.receivedAt],
    ]).changes
  return added
}

/** 当前值 — what the edits of one field say together; `editId` is the newest head. */
export interface CurrentValue {
  readonly taskId: string
  readonly subject: string
  readonly field: string
  readonly value: string | null
  readonly editId: string
  readonly conflict: 0 | 1
}

/**
 * Keeps what the edits of a task say; a value that has become another one has yet to reach the register. Somebody
 * entered as new twice leaves the values of only one of them.
 */
export function saveValues(writer: Writer, taskId: string, values: readonly CurrentValue[]): void {
  preparedOn(
    writer,
    `DELETE FROM survey_value WHERE task_id = ? AND json_array(subject, field) NOT IN (SELECT value FROM json_each(?))`,
  ).run([taskId, JSON.stringify(values.map(({ subject, field }) => JSON.stringify([subject, field])))])
  const statement = preparedOn(
    writer,
    `INSERT INTO survey_value (task_id, subject, field, value, edit_id, conflict, applied) VALUES (?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (task_id, subject, field) DO UPDATE SET value = excluded.value, edit_id = excluded.edit_id, conflict = excluded.conflict,
       applied = CASE WHEN survey_value.value IS excluded.value OR excluded.conflict = 1 THEN survey_value.applied ELSE 0 END`,
  )
  for (const { subject, field, value, editId, conflict } of values)
    statement.run([taskId, subject, field, value, editId, conflict])
}

export function listValues(reader: Reader, taskId: string) {
  return reader.selectFrom('surveyValue').selectAll().where('taskId', '=', taskId).execute()
}

export type UnappliedValue = Pick<CurrentValue, 'taskId' | 'subject' | 'field' | 'value'>

/** Values nobody disputes that the register has not taken over. */
export function listUnapplied(reader: Reader, taskId: string): Promise<UnappliedValue[]> {
  return reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyEdit as e', 'e.id', 'v.editId')
    .select(['v.taskId', 'v.subject', 'v.field', 'v.value'])
    .where('v.taskId', '=', taskId)
    .where('v.conflict', '=', 0)
    .where('v.applied', '=', 0)
    .orderBy('e.editedAt')
    .execute()
}

export async function markApplied(
  writer: Writer,
  { taskId, subject, field }: Pick<CurrentValue, 'taskId' | 'subject' | 'field'>,
): Promise<void> {
  await writer
    .updateTable('surveyValue')
    .set({ applied: 1 })
    .where('taskId', '=', taskId)
    .where('subject', '=', subject)
    .where('field', '=', field)
    .execute()
}

/** What a list of tasks shows of a visit, taken from its values. */
export interface TaskFacts {
  readonly state: VisitState
  readonly mode: string
  readonly visitedOn: string | null
  readonly visitor: string
  readonly nextOn: string | null
  readonly conflicts: number
}

export async function saveTaskFacts(writer: Writer, taskId: string, facts: TaskFacts): Promise<void> {
  await writer
    .updateTable('surveyTask')
    .set((e) => ({ ...facts, version: e('version', '+', 1) }))
    .where('id', '=', taskId)
    .execute()
}
