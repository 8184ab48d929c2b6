import { villageTitle } from '../domain/village-name.ts'
import {
  listReportedEvents,
  listReportedHeads,
  sumByVisitor,
  sumTasks,
} from '../store/survey-coverage-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getRound, listRounds } from '../store/survey-round-queries.ts'
import type { QueryContext } from './context.ts'
import { questionSetView } from './survey-questions.ts'

type Sum = Awaited<ReturnType<typeof sumTasks>>[number]
type Progress = Omit<Sum, 'roundId' | 'villageCode' | 'villageName'>

/** 轮次与进度 — every round this person may see, with where it stands. */
export async function showRounds(ctx: QueryContext) {
  const rounds = await listRounds(ctx.reader, ctx.scope)
  const sums = Map.groupBy(await sumTasks(ctx.reader, ctx.scope, ctx.today()), (sum) => sum.roundId)
  return rounds.map((round) => roundView(round, sums.get(round.id) ?? []))
}

/** One round by village and by visitor; the states of every village must add up to its tasks. */
export async function showRound(ctx: QueryContext, { roundId }: { roundId: string }) {
  const round = await getRound(ctx.reader, ctx.scope, roundId)
  const sums = await sumTasks(ctx.reader, ctx.scope, ctx.today(), roundId)
  const byVillage = sums.map(({ roundId: _, ...sum }) => ({
    ...sum,
    villageName: villageTitle(sum.villageName),
  }))
  const byVisitor = Map.groupBy(await sumByVisitor(ctx.reader, ctx.scope, roundId), (sum) => sum.visitor)
  return {
    ...roundView(round, sums),
    questionSet: questionSetView(await getQuestionSet(ctx.reader, round.questionSetId)),
    byVillage,
    byVisitor: [...byVisitor].map(([visitor, states]) => {
      const of = (state: string) => states.find((one) => one.state === state)?.tasks ?? 0
      return {
        visitor,
        visited: of('visited'),
        away: of('away'),
        refused: of('refused'),
        notFound: of('not-found'),
      }
    }),
    reported: await reportedOf(ctx, roundId),
    tiesOut: sums.every(
      (sum) => sum.unvisited + sum.visited + sum.away + sum.refused + sum.notFound === sum.tasks,
    ),
  }
}

async function reportedOf(ctx: QueryContext, roundId: string) {
  const events = (await listReportedEvents(ctx.reader, ctx.scope, roundId)).map(({ presence, ...event }) => ({
    ...event,
    what: presence === 'dead' ? ('dead' as const) : ('moved-out' as const),
  }))
  const heads = (await listReportedHeads(ctx.reader, ctx.scope, roundId)).map((head) => ({
    ...head,
    what: 'householder' as const,
  }))
  return [...events, ...heads].map(({ villageName, groupName, ...one }) => ({
    ...one,
    place: villageTitle(villageName) + groupName,
  }))
}

function roundView(round: Awaited<ReturnType<typeof getRound>>, sums: readonly Sum[]) {
  const { programmeCode, programmeName, year, name, fromYear, status, version } = round
  return {
    ...{ roundId: round.id, programmeCode, programmeName, year, name, fromYear, status, version },
    ...{ openedBy: round.openedByName, openedAt: round.openedAt },
    ...{ closedAt: round.closedAt, closedReason: round.closedReason },
    villages: sums.length,
    progress: totalOf(sums),
  }
}

const none: Progress = {
  ...{ tasks: 0, unvisited: 0, visited: 0, away: 0, refused: 0, notFound: 0 },
  ...{ mustVisit: 0, mustVisitOpen: 0, conflicts: 0, due: 0, drafts: 0 },
}
const counted = Object.keys(none) as (keyof Progress)[]

function totalOf(sums: readonly Sum[]): Progress {
  return sums.reduce<Progress>(
    (total, sum) =>
      Object.fromEntries(counted.map((key) => [key, total[key] + sum[key]])) as unknown as Progress,
    none,
  )
}
