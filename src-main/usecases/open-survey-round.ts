import { mustVisitReasons, type PreviousLine } from '../domain/must-visit.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import {
  insertTasks,
  listDeaths,
  listHouseholdsToVisit,
  listPreviousLines,
  type NewTask,
} from '../store/survey-opening-queries.ts'
import { insertRound } from '../store/survey-round-queries.ts'
import type { CommandContext, JobContext } from './context.ts'
import { questionSetForRound } from './survey-questions.ts'
import { trace } from './trace.ts'

interface OpenRound {
  readonly programmeCode: string
  readonly year: number
  readonly name: string
  readonly fromYear: number | null
  readonly villageCodes: readonly string[]
  /** Those of last year's list, or every household of the villages. */
  readonly households: 'previous' | 'village'
}

/**
 * 开轮次 — one task a household. Last year's lines come along to be compared with; nobody is verified by it
 * (field-notes 17), and whoever had trouble is to be visited one by one.
 */
export async function openSurveyRound(ctx: JobContext, input: OpenRound) {
  for (const villageCode of input.villageCodes)
    if (!inScopeOf(ctx.scope, { programmeCode: input.programmeCode, villageCode }))
      throw new Problem('permission.denied', { needs: 'scope' })
  ctx.progress('读取上年清册和住户', 0, 2)
  return ctx.inTransaction(async (command) => {
    const { tasks, withoutHousehold } = await tasksOf(command, input)
    if (tasks.length === 0) throw new Problem('survey.nothing-to-visit')
    const roundId = command.newId()
    await insertOpened(command, roundId, input)
    for (let at = 0; at < tasks.length; at += 500) {
      ctx.progress('建立走访任务', at, tasks.length)
      await ctx.breathe()
      insertTasks(
        command.writer,
        tasks.slice(at, at + 500).map((task) => ({ ...task, id: command.newId(), roundId })),
      )
    }
    const mustVisit = tasks.filter((task) => task.mustVisit !== '[]').length
    const counts = { tasks: tasks.length, mustVisit, withoutHousehold }
    await trace(command, 'survey.open-round', roundId, { ...input, ...counts })
    return { roundId, ...counts }
  })
}

async function insertOpened(ctx: CommandContext, id: string, input: OpenRound): Promise<void> {
  const { programmeCode, year, name, fromYear } = input
  const set = await questionSetForRound(ctx, programmeCode)
  await insertRound(ctx.writer, {
    ...{ id, programmeCode, year, name, fromYear, questionSetId: set.id, status: 'open' },
    ...{ openedBy: ctx.actor.userId, openedAt: ctx.now().toISOString(), closedBy: null, closedAt: null },
  })
}

type Opened = Omit<NewTask, 'id' | 'roundId'>

/** Tasks of the villages, and how many of last year's list have no household yet and can have no task. */
async function tasksOf(
  ctx: CommandContext,
  input: OpenRound,
): Promise<{ tasks: readonly Opened[]; withoutHousehold: number }> {
  const { programmeCode, year, fromYear, villageCodes } = input
  const lines =
    fromYear === null
      ? []
      : await listPreviousLines(ctx.writer, { programmeCode, year: fromYear }, villageCodes)
  const byHousehold = Map.groupBy(lines, (line) => line.householdId)
  const deaths = await listDeaths(ctx.writer, villageCodes)
  const households = await listHouseholdsToVisit(ctx.writer, { programmeCode, year }, villageCodes)
  const tasks = households
    .filter(({ id }) => input.households === 'village' || byHousehold.has(id))
    .map((household) => {
      const own = byHousehold.get(household.id) ?? []
      return {
        householdId: household.id,
        villageCode: household.villageCode,
        groupName: household.groupName,
        householdVersion: household.version,
        mustVisit: JSON.stringify(
          mustVisitReasons({ lines: own, householder: headOf(household, deaths), deaths }),
        ),
        previous: JSON.stringify(own.map(previousOf)),
        origin: own.length > 0 ? ('previous' as const) : ('village' as const),
      }
    })
  const without = byHousehold.get(null) ?? []
  return { tasks, withoutHousehold: new Set(without.map((line) => line.personId)).size }
}

function headOf(
  { headId, headName }: { headId: string | null; headName: string | null },
  deaths: ReadonlyMap<string, string>,
) {
  return headId === null || headName === null
    ? null
    : { personId: headId, name: headName, deathDay: deaths.get(headId) ?? null }
}

function previousOf(line: PreviousLine): PreviousLine {
  const { lineId, personId, name, areaCentiMu, amountFen, accountId, remark } = line
  return { lineId, personId, name, areaCentiMu, amountFen, accountId, remark }
}
