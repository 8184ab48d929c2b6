import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
import type { Period } from './application-queries.ts'
import { inVillages } from './in-villages.ts'
import type { Reader } from './reader.ts'

/** 进度 by round and village: what adds up to the tasks, and what of them still needs a hand. */
export function sumTasks(reader: Reader, scope: Scope, today: string, roundId?: string) {
  const count = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${condition}), 0)`
  let query = reader
    .selectFrom('surveyTask as t')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
    .groupBy(['t.roundId', 't.villageCode'])
    .orderBy('t.roundId')
    .orderBy('t.villageCode')
    .select((e) => [
      't.roundId',
      't.villageCode',
      'd.name as villageName',
      e.fn.countAll<number>().as('tasks'),
      count(sql`t.state = 'unvisited'`).as('unvisited'),
      count(sql`t.state = 'visited'`).as('visited'),
      count(sql`t.state = 'away'`).as('away'),
      count(sql`t.state = 'refused'`).as('refused'),
      count(sql`t.state = 'not-found'`).as('notFound'),
      count(sql`t.must_visit <> '[]'`).as('mustVisit'),
      count(sql`t.must_visit <> '[]' AND t.state = 'unvisited'`).as('mustVisitOpen'),
      count(sql`t.conflicts > 0`).as('conflicts'),
      count(sql`t.next_on <= ${today}`).as('due'),
      count(sql`EXISTS (SELECT 1 FROM survey_draft f WHERE f.task_id = t.id)`).as('drafts'),
    ])
  if (roundId !== undefined) query = query.where('t.roundId', '=', roundId)
  if (scope.programmes !== 'all') query = query.where('r.programmeCode', 'in', [...scope.programmes])
  return query.execute()
}

/** Who has visited how many, by state; those not visited by anybody stand under no name. */
export function sumByVisitor(reader: Reader, scope: Scope, roundId: string) {
  return reader
    .selectFrom('surveyTask as t')
    .where('t.roundId', '=', roundId)
    .where('t.state', '<>', 'unvisited')
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
    .groupBy(['t.visitor', 't.state'])
    .orderBy('t.visitor')
    .select((e) => ['t.visitor', 't.state', e.fn.countAll<number>().as('tasks')])
    .execute()
}

/** Another householder than the register's, said at a visit: an event with its day and reason, too. */
export function listReportedHeads(reader: Reader, scope: Scope, roundId: string) {
  return reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyTask as t', 't.id', 'v.taskId')
    .innerJoin('household as h', 'h.id', 't.householdId')
    .innerJoin('person as p', 'p.id', 'v.value')
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .select(['t.householdId', 'p.id as personId', 'p.name', 'd.name as villageName', 't.groupName'])
    .where('t.roundId', '=', roundId)
    .where('v.field', '=', 'household.householder')
    .where('v.conflict', '=', 0)
    .whereRef('v.value', 'is not', 'h.householderId')
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
    .orderBy('t.villageCode')
    .orderBy('t.id')
    .execute()
}

/** 待办家庭事件 — deaths and moves a visit found that the register does not know of yet. */
export function listReportedEvents(reader: Reader, scope: Scope, roundId: string) {
  return reader
    .selectFrom('surveyValue as v')
    .innerJoin('surveyTask as t', 't.id', 'v.taskId')
    .innerJoin('person as p', 'p.id', 'v.subject')
    .innerJoin('division as d', 'd.code', 't.villageCode')
    .select(['t.householdId', 'p.id as personId', 'p.name', 'v.value as presence'])
    .select(['d.name as villageName', 't.groupName'])
    .where('t.roundId', '=', roundId)
    .where('v.field', '=', 'person.presence')
    .where('v.value', 'in', ['dead', 'moved-out'])
    .where('v.conflict', '=', 0)
    .where('p.status', '=', 'registered')
    .where((e) => inVillages(e.ref('t.villageCode'), scope))
    .orderBy('t.villageCode')
    .orderBy('t.id')
    .execute()
}

/** 摸底 of a period by village, over its rounds: what a village's publicity should know of. */
export async function sumSurveyed(reader: Reader, period: Period): Promise<ReadonlyMap<string, Surveyed>> {
  const rows = await reader
    .selectFrom('surveyTask as t')
    .innerJoin('surveyRound as r', 'r.id', 't.roundId')
    .where('r.programmeCode', '=', period.programmeCode)
    .where('r.year', '=', period.year)
    .groupBy('t.villageCode')
    .select((e) => [
      't.villageCode',
      e.fn.countAll<number>().as('tasks'),
      sql<number>`coalesce(sum(t.state = 'unvisited'), 0)`.as('unvisited'),
      sql<number>`coalesce(sum(t.state = 'unvisited' AND t.must_visit <> '[]'), 0)`.as('mustVisitOpen'),
      sql<number>`coalesce(sum(t.conflicts > 0), 0)`.as('conflicts'),
    ])
    .execute()
  return new Map(rows.map(({ villageCode, ...sums }) => [villageCode, sums]))
}

export interface Surveyed {
  readonly tasks: number
  readonly unvisited: number
  readonly mustVisitOpen: number
  readonly conflicts: number
}
