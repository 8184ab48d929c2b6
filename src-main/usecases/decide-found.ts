import { idNumbersIn, madeNoFrom, sameHouseholds, toldOf } from '../domain/found-household.ts'
import { Problem } from '../domain/problem.ts'
import { asOnePerson } from '../domain/same-person.ts'
import { agreedValue, mergeEdits } from '../domain/survey-merge.ts'
import { villageTitle } from '../domain/village-name.ts'
import {
  giveEvidence,
  listFoundByTask,
  listFoundEdits,
  listFoundOfRound,
  listRegistered,
  type RegisteredPerson,
  saveFoundDecision,
  type StoredFound,
} from '../store/found-household-queries.ts'
import { getHousehold } from '../store/household-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { getRound } from '../store/survey-round-queries.ts'
import { findTaskInRound, getTask } from '../store/survey-task-queries.ts'
import { applySurvey } from './apply-survey.ts'
import { insertTaskOf } from './change-survey-round.ts'
import type { CommandContext } from './context.ts'
import { joinHousehold } from './link-householder.ts'
import { refuseElsewhere } from './machine-here.ts'
import { beginHousehold } from './new-household.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'
import { trace } from './trace.ts'

export interface FoundDecision {
  /** All that are one household, as the person had them before their eyes. */
  readonly taskIds: readonly string[]
  readonly as:
    | { readonly kind: 'new'; readonly householdNo: string; readonly villageCode: string }
    | { readonly kind: 'household'; readonly householdId: string }
    | { readonly kind: 'declined' }
  readonly reason: string
}

interface Found {
  readonly rows: readonly StoredFound[]
  readonly first: StoredFound
  readonly edits: readonly StoredEdit[]
}

/**
 * 定新遇到的户 — a household of its own, one the register has, or nothing for now. What was typed becomes edits of its
 * task like any other's, so that what two laptops contradict is asked about and nothing is written over.
 */
export async function decideFound(
  ctx: CommandContext,
  { taskIds, as, reason }: FoundDecision,
): Promise<{ taskId: string | null; conflicts: number }> {
  await refuseElsewhere(ctx, 'office')
  const found = await asSeen(ctx.writer, taskIds)
  const decided = { by: ctx.actor.userId, at: ctx.now().toISOString(), reason }
  if (as.kind === 'declined') {
    await saveFoundDecision(ctx.writer, taskIds, { ...decided, became: null })
    await trace(ctx, 'fieldwork.decline-found', found.first.taskId, { reason })
    return { taskId: null, conflicts: 0 }
  }
  const became = as.kind === 'new' ? await begin(ctx, found, as) : await join(ctx, found, as.householdId)
  await takeSurveyEdits(ctx.writer, toldOf(found.edits, became.taskId))
  await saveFoundDecision(ctx.writer, taskIds, { ...decided, became: became.taskId })
  for (const one of found.rows) await giveEvidence(ctx.writer, one, became)
  await applySurvey(ctx, became.taskId)
  if (as.kind === 'new') await trace(ctx, 'fieldwork.take-found', became.taskId, { reason })
  else await trace(ctx, 'fieldwork.join-found', became.taskId, { reason })
  return { taskId: became.taskId, conflicts: (await getTask(ctx.writer, ctx.scope, became.taskId)).conflicts }
}

/** The very households the person saw as one; whatever came since has to be seen first. */
async function asSeen(reader: Reader, taskIds: readonly string[]): Promise<Found> {
  const rows = await listFoundByTask(reader, taskIds)
  const [first] = rows
  if (first === undefined || rows.length !== taskIds.length || rows.some(({ became }) => became !== null))
    throw new Problem('fieldwork.found-changed')
  const groups = await undecidedGroups(reader, first.roundId)
  const own = groups.find((group) => group.includes(first.taskId)) ?? []
  if (own.join() !== taskIds.toSorted().join()) throw new Problem('fieldwork.found-changed')
  return { rows, first, edits: await listFoundEdits(reader, taskIds) }
}

/** Found households of a round nobody has taken, those that are one together. */
export async function undecidedGroups(reader: Reader, roundId: string): Promise<string[][]> {
  const undecided = (await listFoundOfRound(reader, roundId)).filter(({ became }) => became === null)
  const known = undecided.map(async ({ taskId }) => {
    return { taskId, idNumbers: idNumbersIn(await listFoundEdits(reader, [taskId])) }
  })
  return sameHouseholds(await Promise.all(known))
}

async function begin(
  ctx: CommandContext,
  found: Found,
  { householdNo, villageCode }: { householdNo: string; villageCode: string },
): Promise<{ taskId: string; householdId: string }> {
  const { taskId, householdId, roundId, groupName, address } = found.first
  await refuseRegisteredHead(ctx.writer, found)
  const place = { householdNo, villageCode, groupName, address }
  await beginHousehold(ctx, place, madeNoFrom(ctx.today()), householdId)
  await adopt(ctx, found, householdId)
  const round = await getRound(ctx.writer, ctx.scope, roundId)
  await insertTaskOf(ctx, round, await getHousehold(ctx.writer, ctx.scope, householdId), taskId)
  return { taskId, householdId }
}

async function join(
  ctx: CommandContext,
  found: Found,
  householdId: string,
): Promise<{ taskId: string; householdId: string }> {
  const household = await getHousehold(ctx.writer, ctx.scope, householdId)
  if (household.status !== 'registered') throw new Problem('record.not-found', { what: '户' })
  await adopt(ctx, found, householdId)
  const { roundId } = found.first
  const known = await findTaskInRound(ctx.writer, roundId, householdId)
  if (known !== undefined) return { taskId: known.id, householdId }
  const taskId = ctx.newId()
  await insertTaskOf(ctx, await getRound(ctx.writer, ctx.scope, roundId), household, taskId)
  return { taskId, householdId }
}

/** Who heads a household of the register already cannot head a new one beside it. */
async function refuseRegisteredHead(reader: Reader, { edits, first }: Found): Promise<void> {
  const states = mergeEdits(asOnePerson(toldOf(edits, first.taskId)))
  const agreed = (subject: string | null | undefined, field: string) => {
    const state = states.find((one) => one.subject === subject && one.field === field)
    return state && agreedValue(state)
  }
  const idNumber = agreed(agreed('household', 'household.householder'), 'person.idNumber')
  const [head] = idNumber ? await listRegistered(reader, [idNumber]) : []
  if (head === undefined || head.householdId === null || head.status !== 'registered') return
  throw new Problem('fieldwork.found-registered', { name: head.name, place: placeOfRegistered(head) })
}

export function placeOfRegistered({ villageName, groupName, householdNo }: RegisteredPerson): string {
  return `${villageTitle(villageName ?? '')}${groupName ?? ''} ${householdNo ?? ''}`
}

/** Somebody the register knows without a household – from last year's list – has found theirs. */
async function adopt(ctx: CommandContext, { edits }: Found, householdId: string): Promise<void> {
  for (const person of await listRegistered(ctx.writer, idNumbersIn(edits))) {
    if (person.householdId !== null || person.status !== 'registered') continue
    const { id: personId, relation } = person
    await joinHousehold(ctx, { personId, householdId, relation, reason: '外业走访时在这一户' })
  }
}
