import { addDays, type Day } from '../domain/day.ts'
import type { Client } from '../host/carriers/in-process.ts'
import { type Office, runJob } from './desk-work.ts'

interface Period {
  readonly programmeCode: string
  readonly year: number
}

/** Who goes, and when. */
interface Going {
  readonly visitor: string
  readonly today: Day
}

type Values = Readonly<Record<string, string>>

/** How many villages the demonstration's round goes to, and how many households of the first were visited. */
const villages = 2
const visited = 6

/** 演示摸底 — a round under way in two villages: a few households visited, one away, one that refused. */
export async function surveyTownship(office: Office, period: Period, going: Going): Promise<void> {
  const { clerk } = office
  const codes = (await clerk.register.summary()).byVillage
    .filter((village) => village.households > 0)
    .slice(0, villages)
    .map((village) => village.villageCode)
  if (codes.length === 0) return
  const { roundId } = await runJob(clerk, 'survey.open-round', {
    ...period,
    name: `${String(period.year)} 年耕地补贴入户核实（演示）`,
    ...{ fromYear: period.year - 1, villageCodes: codes, households: 'previous' },
  })
  const { rows } = await clerk.survey.tasks({ roundId, villageCode: codes[0], state: 'unvisited', limit: 60 })
  const easy = rows.filter((row) => row.mustVisit.length === 0)
  for (const [at, { taskId, householderName }] of easy.slice(0, visited).entries())
    await saveVisit(clerk, taskId, { ...met(householderName, at, going), ...answersOf(at) })
  const [away, refused] = easy.slice(visited)
  if (away !== undefined) await saveVisit(clerk, away.taskId, wentAway(going))
  if (refused !== undefined) await saveVisit(clerk, refused.taskId, refusedVisit(going))
}

function met(respondent: string, at: number, { visitor, today }: Going): Values {
  const byPhone = at % 3 === 2
  return {
    ...{ 'visit.state': '1', 'visit.mode': byPhone ? '2' : '1', 'visit.on': today, 'visit.visitor': visitor },
    ...{ 'visit.notified': '1', 'visit.respondent': respondent, 'visit.relation': '本人' },
    ...(byPhone
      ? { 'visit.phone': '13800000000', 'visit.confirmation': '3' }
      : { 'visit.confirmation': '1' }),
  }
}

/** Answers of a household that farms its own land, every other one with a neighbour's besides. */
function answersOf(at: number): Values {
  const farmsOthers: Values =
    at % 2 === 1 ? { farmsOthers: '1', farmsOthersMu: '0.5', farmsOthersOf: '邻居' } : { farmsOthers: '2' }
  const answers: Values = {
    ...{ wants: '1', farmedBy: '1', abandoned: '2', otherUse: '2', otherVillage: '2', crop: '3' },
    ...{ paidLastYear: '1', agreesArea: '1', cadre: '2', payroll: '2' },
    ...farmsOthers,
  }
  return Object.fromEntries(Object.entries(answers).map(([key, value]) => [`q.${key}`, value]))
}

function wentAway({ visitor, today }: Going): Values {
  return {
    ...{ 'visit.state': '2', 'visit.on': today, 'visit.visitor': visitor, 'visit.asked': '邻居' },
    ...{ 'visit.nextOn': addDays(today, 3), 'visit.nextBy': visitor, 'visit.nextHow': '2' },
  }
}

function refusedVisit({ visitor, today }: Going): Values {
  return {
    ...{ 'visit.state': '3', 'visit.on': today, 'visit.visitor': visitor, 'visit.why': '不认可承包面积' },
    ...{ 'visit.nextOn': addDays(today, 7), 'visit.nextBy': visitor, 'visit.nextHow': '1' },
  }
}

async function saveVisit(clerk: Client, taskId: string, values: Values): Promise<void> {
  const edits = Object.entries(values).map(([field, value]) => ({
    ...{ subject: field.startsWith('q.') ? ('household' as const) : ('visit' as const), field, value },
    ...{ baseValue: null, supersedes: [] },
  }))
  await clerk.survey.saveVisit({ taskId, edits })
}
