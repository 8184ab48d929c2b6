import type { MustVisitReason, PreviousLine } from '../domain/must-visit.ts'
import { sumFen } from '../domain/money.ts'
import { villageTitle } from '../domain/village-name.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { listTasks, type TaskPage } from '../store/survey-task-queries.ts'
import type { QueryContext } from './context.ts'

/** 走访任务 — the households of a round as they are walked, narrowed to what somebody is looking for. */
export async function showTasks(ctx: QueryContext, page: Omit<TaskPage, 'today'>) {
  await getRound(ctx.reader, ctx.scope, page.roundId)
  const { rows, next, total } = await listTasks(ctx.reader, ctx.scope, { ...page, today: ctx.today() })
  return {
    rows: rows.map(({ id, mustVisit, previous, villageName, householderName, draftOf, ...row }) => {
      const lines = JSON.parse(previous) as PreviousLine[]
      return {
        ...row,
        taskId: id,
        villageName: villageTitle(villageName),
        householderName: householderName ?? '',
        previousAreaCentiMu: sumFen(lines.map((line) => line.areaCentiMu)),
        previousNames: [...new Set(lines.map((line) => line.name))],
        mustVisit: JSON.parse(mustVisit) as MustVisitReason[],
        draftOf: draftOf ?? '',
      }
    }),
    next,
    total,
  }
}
