import { idNumbersIn, toldOf } from '../domain/found-household.ts'
import type { HouseholdInPackage } from '../package-file/household-record.ts'
import type { VisitInPackage } from '../package-file/results-records.ts'
import {
  giveEvidence,
  insertFound,
  listFoundByTask,
  listFoundEdits,
  listFoundHouseholdIds,
  listFoundOfRound,
  listRoundsGivenTo,
  listTakenIds,
  saveFoundDecision,
  type StoredFound,
} from '../store/found-household-queries.ts'
import type { StoredMachine } from '../store/machine-queries.ts'
import { insertEdits, type StoredEdit } from '../store/survey-edit-queries.ts'
import { getTaskAnywhere } from '../store/survey-task-queries.ts'
import type { CommandContext } from './context.ts'
import { trace } from './trace.ts'

interface Told {
  readonly visits: readonly VisitInPackage[]
  readonly households: readonly HouseholdInPackage[]
  readonly edits: readonly StoredEdit[]
}

/** Whose households a package tells of that nobody gave out, and the edits that belong to tasks by now. */
export interface TakenFound {
  /** Every task of the package that is a found one. */
  readonly taskIds: ReadonlySet<string>
  /** Edits of found households somebody has decided on, told of the task they became. */
  readonly edits: readonly StoredEdit[]
  readonly newHouseholds: number
  readonly newEdits: number
}

/**
 * 外业新遇到的户 — kept as they came until a person says whose households they are. One that shares an ID number with
 * a found household somebody has taken already is that one, whichever package came first.
 */
export async function takeFound(
  ctx: CommandContext,
  machine: StoredMachine,
  told: Told,
): Promise<TakenFound> {
  const visits = await ofThisLaptop(ctx, machine, told.visits)
  let newHouseholds = 0
  for (const visit of visits) if (await keepFound(ctx, machine, visit, told)) newHouseholds++
  const taskIds = new Set(visits.map(({ id }) => id))
  const edits = told.edits.filter(({ taskId }) => taskIds.has(taskId))
  const newEdits = insertEdits(ctx.writer, edits, 'found_edit')
  const here = await listFoundByTask(ctx.writer, [...taskIds])
  for (const found of here) if (found.status === 'open') await joinKnown(ctx, found)
  const decided = (await listFoundByTask(ctx.writer, [...taskIds])).filter(({ became }) => became !== null)
  return { taskIds, edits: await editsAsTold(ctx, decided), newHouseholds, newEdits }
}

/** All edits of found households that have become tasks, as edits of those. */
export async function editsAsTold(ctx: CommandContext, found: readonly StoredFound[]): Promise<StoredEdit[]> {
  const told: StoredEdit[] = []
  for (const { taskId, became } of found)
    if (became !== null) told.push(...toldOf(await listFoundEdits(ctx.writer, [taskId]), became))
  return told
}

/**
 * Told by this laptop before, or told of for the first time under ids nobody else uses, in a round it was ever given
 * anything of. Whatever else claims to be found is left to be refused as a household that was never given out.
 */
async function ofThisLaptop(
  ctx: CommandContext,
  machine: StoredMachine,
  visits: readonly VisitInPackage[],
): Promise<VisitInPackage[]> {
  const claimed = visits.filter(({ found }) => found !== null)
  if (claimed.length === 0) return []
  const ids = claimed.map(({ id }) => id)
  const known = new Map((await listFoundByTask(ctx.writer, ids)).map((found) => [found.taskId, found]))
  const tasks = await listTakenIds(ctx.writer, 'surveyTask', ids)
  const householdIds = claimed.map(({ householdId }) => householdId)
  const taken = await listTakenIds(ctx.writer, 'household', householdIds)
  const foundElsewhere = await listFoundHouseholdIds(ctx.writer, householdIds)
  const isFree = (householdId: string) =>
    !taken.has(householdId) &&
    !foundElsewhere.has(householdId) &&
    householdIds.filter((one) => one === householdId).length === 1
  const rounds = await listRoundsGivenTo(ctx.writer, machine.id)
  return claimed.filter(({ id, householdId, found }) => {
    const before = known.get(id)
    if (before !== undefined) return before.machineId === machine.id && before.householdId === householdId
    return !tasks.has(id) && isFree(householdId) && found !== null && rounds.has(found.roundId)
  })
}

async function keepFound(
  ctx: CommandContext,
  machine: StoredMachine,
  { id: taskId, householdId, villageCode, found }: VisitInPackage,
  { households, edits }: Told,
): Promise<boolean> {
  const household = households.find((one) => one.id === householdId)
  const [first] = edits
    .filter((edit) => edit.taskId === taskId)
    .toSorted((a, b) => (a.editedAt < b.editedAt ? -1 : 1))
  return insertFound(ctx.writer, {
    ...{ taskId, householdId, roundId: found?.roundId ?? '', machineId: machine.id, villageCode },
    ...{ householdNo: household?.householdNo ?? '', groupName: found?.group ?? '' },
    ...{ address: household?.address ?? '', foundBy: first?.editorName ?? '' },
    foundAt: first?.editedAt ?? ctx.now().toISOString(),
  })
}

/** Two laptops at the same door: where one of the two has been taken, the other is the same household. */
async function joinKnown(ctx: CommandContext, found: StoredFound): Promise<void> {
  const idNumbers = new Set(idNumbersIn(await listFoundEdits(ctx.writer, [found.taskId])))
  if (idNumbers.size === 0) return
  const taken = (await listFoundOfRound(ctx.writer, found.roundId)).filter(({ became }) => became !== null)
  const targets = new Set<string>()
  for (const { taskId, became } of taken) {
    const theirs = idNumbersIn(await listFoundEdits(ctx.writer, [taskId]))
    if (became !== null && theirs.some((idNumber) => idNumbers.has(idNumber))) targets.add(became)
  }
  const [became] = targets
  // Somebody of two households that were taken apart: a person has to say which of them it is.
  if (became === undefined || targets.size > 1) return
  const decided = { by: ctx.actor.userId, at: ctx.now().toISOString() }
  const reason = '与已收下的一户有相同的证号，自动并入'
  await saveFoundDecision(ctx.writer, [found.taskId], { became, ...decided, reason })
  const { householdId } = await getTaskAnywhere(ctx.writer, became)
  await giveEvidence(ctx.writer, found, { taskId: became, householdId })
  await trace(ctx, 'fieldwork.join-found', found.taskId, { became, reason })
}
