import { mustVisitReasons } from '../domain/must-visit.ts'
import { Problem } from '../domain/problem.ts'
import { getHousehold } from '../store/household-queries.ts'
import { countOpenFound } from '../store/found-household-queries.ts'
import { getPerson } from '../store/person-queries.ts'
import {
  findTaskOfHousehold,
  insertTasks,
  listDeaths,
  listPreviousLines,
  saveMustVisit,
} from '../store/survey-opening-queries.ts'
import { sumTasks } from '../store/survey-coverage-queries.ts'
import { getRound, saveRoundClosed } from '../store/survey-round-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import type { CommandContext } from './context.ts'
import { trace } from './trace.ts'

/** 加户 — a household the list did not have; whoever moved in, split off or was left out. */
export async function addHousehold(
  ctx: CommandContext,
  { roundId, householdId }: { roundId: string; householdId: string },
): Promise<{ taskId: string }> {
  const round = await openRound(ctx, roundId)
  const household = await getHousehold(ctx.writer, ctx.scope, householdId)
  const other = await findTaskOfHousehold(ctx.writer, round, householdId)
  if (other !== undefined) throw new Problem('survey.already-in-round', { round: other.name })
  const taskId = ctx.newId()
  await insertTaskOf(ctx, round, household, taskId)
  await trace(ctx, 'survey.add-household', taskId, { roundId, householdId })
  return { taskId }
}

/** The task of one household in a round, with what last year's list says of it. */
export async function insertTaskOf(
  ctx: CommandContext,
  { id: roundId, programmeCode, fromYear }: Awaited<ReturnType<typeof getRound>>,
  household: Awaited<ReturnType<typeof getHousehold>>,
  taskId: string,
): Promise<void> {
  const { id: householdId, villageCode } = household
  const lines =
    fromYear === null
      ? []
      : await listPreviousLines(ctx.writer, { programmeCode, year: fromYear }, [villageCode])
  const own = lines.filter((line) => line.householdId === householdId)
  const deaths = await listDeaths(ctx.writer, [villageCode])
  const head = await headOf(ctx, household.householderId, deaths)
  insertTasks(ctx.writer, [
    {
      ...{ id: taskId, roundId, householdId, villageCode, groupName: household.groupName },
      householdVersion: household.version,
      mustVisit: JSON.stringify(mustVisitReasons({ lines: own, householder: head, deaths })),
      previous: JSON.stringify(own.map(({ householdId: _, status: __, ...line }) => line)),
      origin: 'clerk',
    },
  ])
}

/** 标为必访 — a clerk knows of trouble no list tells of. */
export async function markMustVisit(
  ctx: CommandContext,
  { taskId, note }: { taskId: string; note: string },
): Promise<{ ok: true }> {
  const task = await getTask(ctx.writer, ctx.scope, taskId)
  await saveMustVisit(ctx.writer, taskId, [...task.mustVisit, { code: 'marked', name: '', note }])
  await trace(ctx, 'survey.mark-must-visit', taskId, {})
  return { ok: true }
}

/** 结束轮次 — with nothing undecided or unsaved left; who was not visited needs a reason. */
export async function closeRound(
  ctx: CommandContext,
  { roundId, version, reason }: { roundId: string; version: number; reason: string },
): Promise<{ ok: true }> {
  const round = await openRound(ctx, roundId)
  if (round.version !== version) throw new Problem('record.stale', { what: '摸底轮次' })
  const sums = await sumTasks(ctx.writer, { programmes: 'all', villages: 'all' }, ctx.today(), roundId)
  const total = (of: 'conflicts' | 'drafts' | 'unvisited') => sums.reduce((sum, one) => sum + one[of], 0)
  const open = {
    conflicts: total('conflicts'),
    drafts: total('drafts'),
    unvisited: reason === '' ? total('unvisited') : 0,
    found: await countOpenFound(ctx.writer, roundId),
  }
  if (Object.values(open).some((count) => count > 0)) throw new Problem('survey.unfinished', open)
  await saveRoundClosed(ctx.writer, round, {
    ...{ closedBy: ctx.actor.userId, closedAt: ctx.now().toISOString(), closedReason: reason },
  })
  await trace(ctx, 'survey.close-round', roundId, { unvisited: total('unvisited') })
  return { ok: true }
}

async function headOf(ctx: CommandContext, personId: string | null, deaths: ReadonlyMap<string, string>) {
  if (personId === null) return null
  const { name } = await getPerson(ctx.writer, ctx.scope, personId)
  return { personId, name, deathDay: deaths.get(personId) ?? null }
}

async function openRound(ctx: CommandContext, roundId: string) {
  const round = await getRound(ctx.writer, ctx.scope, roundId)
  if (round.status === 'closed') throw new Problem('survey.round-closed', { round: round.name })
  return round
}
