import { setImmediate } from 'node:timers/promises'
import type { Day } from '../domain/day.ts'
import { brokenDefinition, type ExtractDefinition } from '../domain/extract-definition.ts'
import { parseGroupName } from '../domain/group-name.ts'
import { Problem } from '../domain/problem.ts'
import { inScopeOf } from '../domain/role.ts'
import type { SurveyQuestion } from '../domain/survey-question.ts'
import { listAllVillageCodes } from '../store/division-queries.ts'
import {
  countExtract,
  type ExtractAsk,
  type ExtractCount,
  type ExtractRow,
  type ExtractVillage,
  listExtract,
} from '../store/extract-queries.ts'
import { listProgrammes } from '../store/programme-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import type { QueryContext } from './context.ts'
import { columnsOf, type ExtractReading } from './extract-values.ts'

const linesAtOnce = 500

/** 条数 — counted village by village, so that other calls run in between. */
export async function countLines(ctx: QueryContext, definition: ExtractDefinition): Promise<ExtractCount> {
  const ask = askOf(ctx, definition)
  const sum = { rows: 0, people: 0, households: 0 }
  for (const village of await villagesOf(ctx, definition)) {
    const counted = await countExtract(ctx.reader, ask, village)
    sum.rows += counted.rows
    sum.people += counted.people
    sum.households += counted.households
    await setImmediate()
  }
  return sum
}

/** One page of lines; the cursor names the village it stopped in. */
export async function pageOfLines(
  ctx: QueryContext,
  definition: ExtractDefinition,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ rows: ExtractRow[]; next: string | null }> {
  const ask = askOf(ctx, definition)
  const villages = await villagesOf(ctx, definition)
  const [from, inside] = after === null ? [0, null] : (JSON.parse(after) as [number, string | null])
  const rows: ExtractRow[] = []
  let within = inside
  for (let at = from; at < villages.length; at++) {
    const wanted = { after: within, limit: limit - rows.length }
    const page = await listExtract(ctx.reader, ask, villages[at] ?? null, wanted)
    rows.push(...page.rows)
    within = null
    if (page.next !== null) return { rows, next: JSON.stringify([at, page.next]) }
    if (rows.length >= limit)
      return { rows, next: at + 1 < villages.length ? JSON.stringify([at + 1, null]) : null }
    await setImmediate()
  }
  return { rows, next: null }
}

/** Every line, some hundred at a time. */
export async function* allLines(
  ctx: QueryContext,
  definition: ExtractDefinition,
): AsyncGenerator<readonly ExtractRow[]> {
  let after: string | null = null
  do {
    const page: { rows: ExtractRow[]; next: string | null } = await pageOfLines(ctx, definition, {
      after,
      limit: linesAtOnce,
    })
    yield page.rows
    after = page.next
  } while (after !== null)
}

/** How the lines are to be read: whole numbers only where the caller says so. */
export async function readingOf(
  ctx: QueryContext,
  { grain, columns, conditions }: ExtractDefinition,
  fullNumbers = false,
): Promise<ExtractReading> {
  const programmes = await listProgrammes(ctx.reader)
  const questions = await questionsOf(ctx, conditions.survey?.roundId)
  return {
    grain,
    columns: columnsOf(columns, grain, questions),
    questions,
    programmes: new Map(programmes.map(({ code, name }) => [code, name])),
    today: ctx.today(),
    fullNumbers,
  }
}

/** The questions of a round by the key their answers have; a round outside the scope is not there. */
async function questionsOf(
  ctx: QueryContext,
  roundId: string | undefined,
): Promise<ReadonlyMap<string, SurveyQuestion>> {
  if (roundId === undefined) return new Map()
  const { questionSetId } = await getRound(ctx.reader, ctx.scope, roundId)
  const { set } = await getQuestionSet(ctx.reader, questionSetId)
  return new Map(set.questions.map((question) => [`q.${question.key}`, question]))
}

/** Refuses a definition that asks for what is not there, or for what lies outside the scope. */
export function refuseBroken(ctx: QueryContext, definition: ExtractDefinition): void {
  const fields = brokenDefinition(definition)
  if (fields.length > 0) throw new Problem('input.invalid', { fields })
  const { programmeCode, villages = [] } = definition.conditions
  const asked = [{ programmeCode }, ...villages.map((villageCode) => ({ villageCode }))]
  if (!asked.every((one) => inScopeOf(ctx.scope, definedOf(one))))
    throw new Problem('permission.denied', { needs: 'scope' })
}

function definedOf(thing: { programmeCode?: string | undefined; villageCode?: string | undefined }) {
  return {
    ...(thing.programmeCode === undefined ? {} : { programmeCode: thing.programmeCode }),
    ...(thing.villageCode === undefined ? {} : { villageCode: thing.villageCode }),
  }
}

function askOf(ctx: QueryContext, definition: ExtractDefinition): ExtractAsk {
  refuseBroken(ctx, definition)
  const { ageFrom, ageTo } = definition.conditions
  const today = ctx.today()
  return {
    definition: withPlainGroup(definition),
    scope: ctx.scope,
    born: {
      bornUntil: ageFrom === undefined ? undefined : yearsBefore(today, ageFrom),
      bornAfter: ageTo === undefined ? undefined : yearsBefore(today, ageTo + 1),
    },
  }
}

/** 二、第二村民小组 and 02组 are all written 2组 in the register. */
function withPlainGroup(definition: ExtractDefinition): ExtractDefinition {
  const { group } = definition.conditions
  return group === undefined
    ? definition
    : { ...definition, conditions: { ...definition.conditions, group: parseGroupName(group) } }
}

/** Compared as text with birth dates: who is N today was born on this day N years ago or before. */
function yearsBefore(day: Day, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
}

/** The villages asked for within the scope; people of no village are only for who sees all. */
async function villagesOf(ctx: QueryContext, definition: ExtractDefinition): Promise<ExtractVillage[]> {
  const { villages } = definition.conditions
  const all = await listAllVillageCodes(ctx.reader)
  const wanted = all.filter(
    (villageCode) =>
      inScopeOf(ctx.scope, { villageCode }) && (villages === undefined || villages.includes(villageCode)),
  )
  return ctx.scope.villages === 'all' && villages === undefined ? [...wanted, null] : wanted
}
