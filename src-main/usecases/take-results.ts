import { Problem } from '../domain/problem.ts'
import { bytesOfAttachment } from '../package-file/attachment-of.ts'
import type { OpenedPackage } from '../package-file/examine-package.ts'
import type { EvidenceInPackage, ResultsRecord, VisitInPackage } from '../package-file/results-records.ts'
import { listTasksGivenTo, markReturned, markTaken } from '../store/assignment-queries.ts'
import { findEvidenceRow, insertEvidence, isKnownSubject } from '../store/evidence-queries.ts'
import { findFoundByHousehold } from '../store/found-household-queries.ts'
import type { StoredMachine } from '../store/machine-queries.ts'
import { countConflicts } from '../store/conflict-queries.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { getTaskAnywhere } from '../store/survey-task-queries.ts'
import { storedEdit } from './carried-edit.ts'
import { applySurvey } from './apply-survey.ts'
import type { CommandContext } from './context.ts'
import { takeFound } from './take-found.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'

export interface TakenResults {
  readonly households: number
  readonly edits: number
  readonly newEdits: number
  readonly evidence: number
  /** 外业新遇到的户 nobody has heard of before. */
  readonly found: number
  /** Fields somebody has to decide now that nobody had to before. */
  readonly newConflicts: number
}

const tasksAtOnce = 4

/**
 * 合并 — on the office machine: whatever is not here yet is added, and the values are worked out anew from all edits.
 * The order packages come in, how often and how late, changes nothing.
 */
export async function takeResults(
  ctx: CommandContext,
  opened: OpenedPackage<'survey-results'>,
  machine: StoredMachine,
  breathe: () => Promise<void>,
): Promise<TakenResults> {
  const of = <T extends ResultsRecord['type']>(type: T) =>
    opened.records.filter((record): record is Extract<ResultsRecord, { type: T }> => record.type === type)
  const at = ctx.now().toISOString()
  const [visits, households] = [of('visit'), of('household')]
  const edits = of('edit').map((edit) => storedEdit(edit, opened.header.id, at))
  if (edits.some((edit) => edit.workstationId !== machine.id)) throw new Problem('package.foreign-edits')
  const found = await takeFound(ctx, machine, { visits, households, edits })
  const given = edits.filter(({ taskId }) => !found.taskIds.has(taskId))
  const visited = visits.filter(({ id }) => !found.taskIds.has(id))
  await refuseUnknownTasks(ctx, machine, tasksOf(given, visited))
  for (const { id, takenAt, takenBy } of of('taken'))
    await markTaken(ctx.writer, { assignmentId: id, machineId: machine.id, at: takenAt, by: takenBy })
  const taskIds = tasksOf([...given, ...found.edits], visited)
  const conflictsBefore = await countConflicts(ctx.writer, taskIds)
  const newEdits = await addEdits(ctx, given, breathe)
  await addEdits(ctx, found.edits, breathe)
  const evidence = await addEvidence(ctx, opened, of('evidence'), machine)
  await markReturned(ctx.writer, machine.id, returnedTasks(visited, given), at)
  const newConflicts = Math.max(0, (await countConflicts(ctx.writer, taskIds)) - conflictsBefore)
  const brought = { households: visits.length, edits: edits.length, newEdits: newEdits + found.newEdits }
  return { ...brought, evidence, found: found.newHouseholds, newConflicts }
}

function tasksOf(edits: readonly { readonly taskId: string }[], visits: readonly VisitInPackage[]): string[] {
  return [...new Set([...edits.map(({ taskId }) => taskId), ...visits.map(({ id }) => id)])]
}

/** Only what this laptop was ever given: nobody else's households can be reached through it. */
async function refuseUnknownTasks(
  ctx: CommandContext,
  machine: StoredMachine,
  taskIds: readonly string[],
): Promise<void> {
  const given = await listTasksGivenTo(ctx.writer, machine.id, taskIds)
  const unknown = taskIds.filter((taskId) => !given.has(taskId))
  if (unknown.length > 0) throw new Problem('package.task-unknown', { count: unknown.length })
}

async function addEdits(
  ctx: CommandContext,
  edits: readonly StoredEdit[],
  breathe: () => Promise<void>,
): Promise<number> {
  const byTask = [...Map.groupBy(edits, ({ taskId }) => taskId).values()]
  // A package is the township's, whatever villages the person who reads it in answers for.
  const whole: CommandContext = { ...ctx, scope: { programmes: 'all', villages: 'all' } }
  let added = 0
  for (let from = 0; from < byTask.length; from += tasksAtOnce) {
    await breathe()
    const some = byTask.slice(from, from + tasksAtOnce).flat()
    added += await takeSurveyEdits(ctx.writer, some)
    for (const taskId of new Set(some.map((edit) => edit.taskId))) await applySurvey(whole, taskId)
  }
  return added
}

/** A household came back when somebody has said anything of it. */
function returnedTasks(
  visits: readonly VisitInPackage[],
  edits: readonly { readonly taskId: string }[],
): string[] {
  const visited = visits.filter(({ state }) => state !== 'unvisited').map(({ id }) => id)
  return [...new Set([...visited, ...edits.map(({ taskId }) => taskId)])]
}

/**
 * 证据 — kept with who took it, also of a household that was only found; one whose subject this register does not know
 * stays in the package.
 */
async function addEvidence(
  ctx: CommandContext,
  opened: OpenedPackage<'survey-results'>,
  records: readonly EvidenceInPackage[],
  machine: StoredMachine,
): Promise<number> {
  let added = 0
  for (const record of records) {
    const { id, subjectKind, extension } = record
    const bytes = bytesOfAttachment(opened, record.sha256, extension)
    if ((await findEvidenceRow(ctx.writer, id)) !== undefined) continue
    const { subjectId, originId, isFound } = await foundSubject(ctx, record)
    if (!isFound && !(await isKnownSubject(ctx.writer, subjectKind, subjectId))) continue
    const at = ctx.now().toISOString()
    const by = ctx.actor.userId
    const fileSha256 = await ctx.vault.add(bytes, { extension, kind: 'evidence', by, at }, ctx.writer)
    await insertEvidence(ctx.writer, {
      ...{ id, subjectKind, subjectId, kind: record.kind, fileSha256 },
      title: `${record.title}（${machine.name}，${record.addedBy}）`,
      ...{ programmeCode: record.programmeCode, onDay: record.onDay },
      ...{ daySource: record.daySource, origin: record.origin, originId },
      ...{ addedBy: by, addedAt: record.addedAt },
    })
    added++
  }
  return added
}

/** Of a found household, what it became: the photo is that household's. */
async function foundSubject(ctx: CommandContext, { subjectId, originId }: EvidenceInPackage) {
  const found = await findFoundByHousehold(ctx.writer, subjectId)
  if (found === undefined) return { subjectId, originId, isFound: false }
  if (found.became === null) return { subjectId, originId, isFound: true }
  const { householdId } = await getTaskAnywhere(ctx.writer, found.became)
  return {
    subjectId: householdId,
    originId: originId === found.taskId ? found.became : originId,
    isFound: true,
  }
}
