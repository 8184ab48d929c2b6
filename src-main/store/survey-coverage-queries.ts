import { sql } from 'kysely'
import type { Scope } from '../domain/role.ts'
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
