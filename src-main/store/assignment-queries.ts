import { sql, type Insertable } from 'kysely'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import { amongTexts } from './among-texts.ts'
import { inVillages } from './in-villages.ts'
import { insertRows } from './insert-rows.ts'
import type { Reader, Writer } from './reader.ts'
import type { FieldAssignmentTable, FieldAssignmentTaskTable } from './schema/fieldwork-tables.ts'

export interface TaskChoice {
  readonly roundId: string
  readonly villageCodes: readonly string[] | null
  readonly groupNames: readonly string[] | null
  readonly onlyMustVisit: boolean
  readonly onlyUnvisited: boolean
}

/** Tasks of a round that may be given out, each with the laptop it is out on now. */
export async function listTasksToAssign(reader: Reader, scope: Scope, choice: TaskChoice) {
  const { roundId, villageCodes, groupNames, onlyMustVisit, onlyUnvisited } = choice
  let query = reader
    .selectFrom('surveyTask as t')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .selectAll('t')
    .select('h.version as currentHouseholdVersion')
    .select(outNow().as('outOn'))
    .where('t.roundId', '=', roundId)
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
  if (villageCodes !== null) query = query.where((e) => amongTexts(e.ref('t.villageCode'), villageCodes))
  if (groupNames !== null) query = query.where((e) => amongTexts(e.ref('t.groupName'), groupNames))
  if (onlyMustVisit) query = query.where('t.mustVisit', '<>', '[]')
  if (onlyUnvisited) query = query.where('t.state', '<>', 'visited')
  return query.orderBy('t.id').execute()
}

export type TaskToAssign = Awaited<ReturnType<typeof listTasksToAssign>>[number]

/** Tasks of an assignment that have not come back yet, to be given to another laptop. */
export function listOpenTasks(reader: Reader, assignmentId: string) {
  return reader
    .selectFrom('fieldAssignmentTask as a')
    .innerJoin('surveyTask as t', 't.id', 'a.taskId')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .selectAll('t')
    .select('h.version as currentHouseholdVersion')
    .select(outNow().as('outOn'))
    .where('a.assignmentId', '=', assignmentId)
    .where('a.returnedAt', 'is', null)
    .orderBy('t.id')
    .execute()
}

/** Assignments with how much of each has come back; a person's villages decide which of them they see. */
export function listAssignments(reader: Reader, scope: Scope) {
  return assignments(reader, scope).orderBy('a.assignedAt', 'desc').orderBy('a.id').execute()
}

export async function getAssignment(reader: Reader, scope: Scope, assignmentId: string) {
  const row = await assignments(reader, scope).where('a.id', '=', assignmentId).executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '外业任务' })
  return row
}
export type StoredAssignment = Awaited<ReturnType<typeof getAssignment>>

/** Whether it is known at all, whoever may see it. */
export async function findAssignment(reader: Reader, assignmentId: string) {
  return reader.selectFrom('fieldAssignment').selectAll().where('id', '=', assignmentId).executeTakeFirst()
}

export async function insertAssignment(
  writer: Writer,
  assignment: Insertable<FieldAssignmentTable>,
  tasks: readonly { readonly taskId: string; readonly householdVersion: number }[],
): Promise<void> {
  await writer.insertInto('fieldAssignment').values(assignment).execute()
  insertRows(
    writer,
    'field_assignment_task',
    tasks.map((task): FieldAssignmentTaskTable => ({
      assignmentId: assignment.id,
      taskId: task.taskId,
      householdVersion: task.householdVersion,
      returnedAt: null,
    })),
  )
}

/** 收回 or 转派; one that has ended already stays as it is. */
export async function endAssignment(
  writer: Writer,
  assignmentId: string,
  ended: { how: 'taken-back' | 'reissued'; by: string; at: string; reason: string },
): Promise<void> {
  const result = await writer
    .updateTable('fieldAssignment')
    .set({ ended: ended.how, endedBy: ended.by, endedAt: ended.at, endedReason: ended.reason })
    .where('id', '=', assignmentId)
    .where('ended', 'is', null)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Problem('record.stale', { what: '外业任务' })
}

/** What a laptop hears of its own assignments that the office has ended; nothing of them is closed to it. */
export async function endKnownAssignments(writer: Writer, ids: readonly string[], at: string): Promise<void> {
  await writer
    .updateTable('fieldAssignment')
    .set({ ended: 'taken-back', endedBy: '', endedAt: at, endedReason: '' })
    .where((e) => amongTexts(e.ref('id'), ids))
    .where('ended', 'is', null)
    .execute()
}

/** The first word that a laptop has it; later words change nothing. */
export async function markTaken(
  writer: Writer,
  { assignmentId, machineId, at, by }: { assignmentId: string; machineId: string; at: string; by: string },
): Promise<void> {
  await writer
    .updateTable('fieldAssignment')
    .set({ takenAt: at, takenBy: by })
    .where('id', '=', assignmentId)
    .where('machineId', '=', machineId)
    .where('takenAt', 'is', null)
    .execute()
}

export async function markReturned(
  writer: Writer,
  machineId: string,
  taskIds: readonly string[],
  at: string,
): Promise<void> {
  await writer
    .updateTable('fieldAssignmentTask')
    .set({ returnedAt: at })
    .where((e) => amongTexts(e.ref('taskId'), taskIds))
    .where('returnedAt', 'is', null)
    .where('assignmentId', 'in', (e) =>
      e.selectFrom('fieldAssignment').select('id').where('machineId', '=', machineId),
    )
    .execute()
}

/** Of these tasks, those that were ever given to a machine. */
export async function listTasksGivenTo(
  reader: Reader,
  machineId: string,
  taskIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('fieldAssignmentTask as t')
    .innerJoin('fieldAssignment as a', 'a.id', 't.assignmentId')
    .select('t.taskId')
    .distinct()
    .where('a.machineId', '=', machineId)
    .where((e) => amongTexts(e.ref('t.taskId'), taskIds))
    .execute()
  return new Set(rows.map((row) => row.taskId))
}

/** Assignments of a machine that the office has ended, so that the laptop hears of it. */
export async function listEndedOf(reader: Reader, machineId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('fieldAssignment')
    .select('id')
    .where('machineId', '=', machineId)
    .where('ended', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** 在外 — on which laptops a household's task is now, since when. */
export function listOutNow(reader: Reader, taskId: string) {
  return reader
    .selectFrom('fieldAssignmentTask as t')
    .innerJoin('fieldAssignment as a', 'a.id', 't.assignmentId')
    .innerJoin('machine as m', 'm.id', 'a.machineId')
    .select(['m.name as machineName', 'a.visitors', 'a.assignedAt'])
    .where('t.taskId', '=', taskId)
    .where('t.returnedAt', 'is', null)
    .where('a.ended', 'is', null)
    .orderBy('a.assignedAt')
    .execute()
}

/** On a laptop: what it was given in a round. */
export function listOwnAssignments(reader: Reader, roundId: string) {
  return reader
    .selectFrom('fieldAssignment')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('id')
    .execute()
}

/** What a laptop would bring back of a round now. */
export async function countToReturn(reader: Reader, roundId: string, workstationId: string) {
  const tasks = await reader
    .selectFrom('surveyTask as t')
    .select((e) => [
      e.fn.countAll<number>().as('tasks'),
      sql<number>`coalesce(sum(t.state <> 'unvisited'), 0)`.as('visited'),
      sql<number>`(SELECT count(DISTINCT f.task_id) FROM survey_draft f JOIN survey_task ft ON ft.id = f.task_id WHERE ft.round_id = ${roundId})`.as(
        'drafts',
      ),
    ])
    .where('t.roundId', '=', roundId)
    .executeTakeFirstOrThrow()
  const { edits } = await reader
    .selectFrom('surveyEdit as e')
    .innerJoin('surveyTask as t', 't.id', 'e.taskId')
    .select((e) => e.fn.countAll<number>().as('edits'))
    .where('t.roundId', '=', roundId)
    .where('e.workstationId', '=', workstationId)
    .executeTakeFirstOrThrow()
  return { ...tasks, edits }
}

export async function listTaskIdsOfRound(reader: Reader, roundId: string): Promise<string[]> {
  const rows = await reader.selectFrom('surveyTask').select('id').where('roundId', '=', roundId).execute()
  return rows.map(({ id }) => id)
}

function assignments(reader: Reader, scope: Scope) {
  let query = reader
    .selectFrom('fieldAssignment as a')
    .innerJoin('surveyRound as r', 'r.id', 'a.roundId')
    .innerJoin('machine as m', 'm.id', 'a.machineId')
    .innerJoin('fieldAssignmentTask as t', 't.assignmentId', 'a.id')
    .innerJoin('surveyTask as s', 's.id', 't.taskId')
    .leftJoin('user as u', 'u.id', 'a.assignedBy')
    .leftJoin('user as e', 'e.id', 'a.endedBy')
    .selectAll('a')
    .select(['r.programmeCode', 'r.year', 'r.name as roundName', 'm.name as machineName', 'm.revokedAt'])
    .select(['u.displayName as assignedByName', 'e.displayName as endedByName'])
    .select((b) => [
      b.fn.countAll<number>().as('tasks'),
      b.fn.count<number>('t.returnedAt').as('returned'),
      b.fn.count<number>('s.villageCode').distinct().as('villages'),
      b.fn.max('t.returnedAt').as('lastReturnedAt'),
    ])
    .where((b) => inVillages(b.ref('s.villageCode'), scope))
    .groupBy('a.id')
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return query
}

/** The newest laptop that has the task of the row `t` now. */
function outNow() {
  return sql<
    string | null
  >`(SELECT m.name FROM field_assignment_task o JOIN field_assignment a ON a.id = o.assignment_id
    JOIN machine m ON m.id = a.machine_id WHERE o.task_id = t.id AND o.returned_at IS NULL AND a.ended IS NULL
    ORDER BY a.assigned_at DESC LIMIT 1)`
}
