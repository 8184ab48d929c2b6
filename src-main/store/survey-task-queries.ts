import { sql } from 'kysely'
import type { MustVisitReason, PreviousLine } from '../domain/must-visit.ts'
import { Problem } from '../domain/problem.ts'
import type { Scope } from '../domain/role.ts'
import type { VisitState } from '../domain/visit-state.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

/** What a list of tasks is narrowed to. */
export interface TaskFilter {
  readonly roundId: string
  readonly villageCode?: string | undefined
  readonly groupName?: string | undefined
  readonly state?: VisitState | undefined
  /** 必访未办, 冲突, 有草稿, 到期 — what needs somebody's hand. */
  readonly only?: 'must-visit' | 'conflict' | 'draft' | 'due' | undefined
  readonly today: string
}

export interface TaskPage extends TaskFilter {
  readonly after: string | null
  readonly limit: number
}

/** One task within the scope, with its round; outside of it there is none. */
export async function getTask(reader: Reader, scope: Scope, taskId: string) {
  let query = reader
    .selectFrom('surveyTask as t')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .selectAll('t')
    .select([
      'r.programmeCode',
      'r.year',
      'r.name as roundName',
      'r.status as roundStatus',
      'r.questionSetId',
    ])
    .select(['d.name as villageName', 'h.householdNo', 'h.householderId', 'h.address'])
    .where('t.id', '=', taskId)
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  const row = await query.executeTakeFirst()
  if (row === undefined) throw new Problem('record.not-found', { what: '走访任务' })
  return {
    ...row,
    mustVisit: JSON.parse(row.mustVisit) as MustVisitReason[],
    previous: JSON.parse(row.previous) as PreviousLine[],
  }
}
export type StoredTask = Awaited<ReturnType<typeof getTask>>

/** A task whose household need not lie in anybody's scope. */
export function getTaskAnywhere(reader: Reader, taskId: string) {
  return reader.selectFrom('surveyTask').selectAll().where('id', '=', taskId).executeTakeFirstOrThrow()
}

/** A household's task in one round. */
export function findTaskInRound(
  reader: Reader,
  roundId: string,
  householdId: string,
): Promise<{ id: string } | undefined> {
  return reader
    .selectFrom('surveyTask')
    .select('id')
    .where('roundId', '=', roundId)
    .where('householdId', '=', householdId)
    .executeTakeFirst()
}

/** The householder's name, of a household just found what was typed for whoever heads it. */
const headName = sql<string | null>`coalesce(p.name, (SELECT n.value FROM survey_value w
  JOIN survey_value n ON n.task_id = w.task_id AND n.subject = w.value AND n.field = 'person.name'
  WHERE w.task_id = t.id AND w.subject = 'household' AND w.field = 'household.householder'))`

/** Tasks by village, group and household number, as they are walked; read on by key. */
export async function listTasks(reader: Reader, scope: Scope, page: TaskPage) {
  let query = tasks(reader, scope, page)
    .leftJoin('person as p', 'p.id', 'h.householderId')
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .select([
      't.id',
      't.householdId',
      't.villageCode',
      't.groupName',
      't.state',
      't.mode',
      't.visitedOn',
      't.visitor',
    ])
    .select([
      't.nextOn',
      't.conflicts',
      't.mustVisit',
      't.previous',
      'h.householdNo',
      'd.name as villageName',
    ])
    .select(headName.as('householderName'))
    .select((e) =>
      e
        .selectFrom('surveyDraft as f')
        .innerJoin('user as u', 'u.id', 'f.userId')
        .select(sql<string>`group_concat(u.display_name, '、')`.as('names'))
        .whereRef('f.taskId', '=', 't.id')
        .as('draftOf'),
    )
    .orderBy('t.villageCode')
    .orderBy('t.groupName')
    .orderBy('h.householdNo')
    .limit(page.limit + 1)
  if (page.after !== null) {
    const [village, group, no] = JSON.parse(page.after) as [string, string, string]
    query = query.where(
      sql<boolean>`(t.village_code, t.group_name, h.household_no) > (${village}, ${group}, ${no})`,
    )
  }
  const rows = await query.execute()
  const { total } = await tasks(reader, scope, page)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const shown = rows.slice(0, page.limit)
  const last = rows.length > page.limit ? shown.at(-1) : undefined
  return {
    rows: shown,
    next: last === undefined ? null : JSON.stringify([last.villageCode, last.groupName, last.householdNo]),
    total,
  }
}

/** Where a task stands among those of its filter, and its neighbours as they are walked. */
export async function placeOfTask(reader: Reader, scope: Scope, filter: TaskFilter, of: StoredTask) {
  const order = sql`(t.village_code, t.group_name, h.household_no)`
  const here = sql`(${of.villageCode}, ${of.groupName}, ${of.householdNo})`
  const beside = async (before: boolean) => {
    const direction = before ? 'desc' : 'asc'
    const row = await tasks(reader, scope, filter)
      .select('t.id')
      .where(before ? sql<boolean>`${order} < ${here}` : sql<boolean>`${order} > ${here}`)
      .orderBy('t.villageCode', direction)
      .orderBy('t.groupName', direction)
      .orderBy('h.householdNo', direction)
      .limit(1)
      .executeTakeFirst()
    return row?.id ?? null
  }
  const { total, before } = await tasks(reader, scope, filter)
    .select((e) => [
      e.fn.countAll<number>().as('total'),
      sql<number>`coalesce(sum(${order} < ${here}), 0)`.as('before'),
    ])
    .executeTakeFirstOrThrow()
  return { total, index: before + 1, previousTaskId: await beside(true), nextTaskId: await beside(false) }
}

function tasks(reader: Reader, scope: Scope, filter: TaskFilter) {
  let query = reader
    .selectFrom('surveyTask as t')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .where('t.roundId', '=', filter.roundId)
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
  if (filter.villageCode !== undefined) query = query.where('t.villageCode', '=', filter.villageCode)
  if (filter.groupName !== undefined) query = query.where('t.groupName', '=', filter.groupName)
  if (filter.state !== undefined) query = query.where('t.state', '=', filter.state)
  switch (filter.only) {
    case 'must-visit':
      return query.where('t.mustVisit', '<>', '[]').where('t.state', '=', 'unvisited')
    case 'conflict':
      return query.where('t.conflicts', '>', 0)
    case 'due':
      return query.where('t.nextOn', '<=', filter.today)
    case 'draft':
      return query.where((e) =>
        e.exists(e.selectFrom('surveyDraft as f').select('f.userId').whereRef('f.taskId', '=', 't.id')),
      )
    case undefined:
      return query
  }
}
