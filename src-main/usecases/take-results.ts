import { Problem } from '../domain/problem.ts'
import { bytesOfAttachment } from '../package-file/attachment-of.ts'
import type { OpenedPackage } from '../package-file/examine-package.ts'
import type { EvidenceInPackage, ResultsRecord, VisitInPackage } from '../package-file/results-records.ts'
import { listTasksGivenTo, markReturned, markTaken } from '../store/assignment-queries.ts'
import { findEvidenceRow, insertEvidence, isKnownSubject } from '../store/evidence-queries.ts'
import type { StoredMachine } from '../store/machine-queries.ts'
import { countConflicts } from '../store/conflict-queries.ts'
import { storedEdit } from './carried-edit.ts'
import { applySurvey } from './apply-survey.ts'
import type { CommandContext } from './context.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'

export interface TakenResults {
  readonly households: number
  readonly edits: number
  readonly newEdits: number
  readonly evidence: number
  /** Fields somebody has to decide now that nobody had to before. */
  readonly newConflicts: number
}

const tasksAtOnce = 20

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
  const [edits, visits] = [of('edit'), of('visit')]
  if (edits.some((edit) => edit.workstationId !== machine.id)) throw new Problem('package.foreign-edits')
  const taskIds = [...new Set([...edits.map((edit) => edit.taskId), ...visits.map((visit) => visit.id)])]
  await refuseUnknownTasks(ctx, machine, taskIds)
  const at = ctx.now().toISOString()
  for (const { id, takenAt, takenBy } of of('taken'))
    await markTaken(ctx.writer, { assignmentId: id, machineId: machine.id, at: takenAt, by: takenBy })
  const conflictsBefore = await countConflicts(ctx.writer, taskIds)
  const newEdits = await addEdits(
    ctx,
    edits.map((edit) => storedEdit(edit, opened.header.id, at)),
    breathe,
  )
  const evidence = await addEvidence(ctx, opened, of('evidence'), machine)
  await markReturned(ctx.writer, machine.id, returnedTasks(visits, edits), at)
  const newConflicts = Math.max(0, (await countConflicts(ctx.writer, taskIds)) - conflictsBefore)
  return { households: visits.length, edits: edits.length, newEdits, evidence, newConflicts }
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
  edits: readonly ReturnType<typeof storedEdit>[],
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

/** 证据 — kept with who took it; one whose subject this register does not know stays in the package. */
async function addEvidence(
  ctx: CommandContext,
  opened: OpenedPackage<'survey-results'>,
  records: readonly EvidenceInPackage[],
  machine: StoredMachine,
): Promise<number> {
  let added = 0
  for (const record of records) {
    const { id, subjectKind, subjectId, extension } = record
    const bytes = bytesOfAttachment(opened, record.sha256, extension)
    if ((await findEvidenceRow(ctx.writer, id)) !== undefined) continue
    if (!(await isKnownSubject(ctx.writer, subjectKind, subjectId))) continue
    const at = ctx.now().toISOString()
    const by = ctx.actor.userId
    const fileSha256 = await ctx.vault.add(bytes, { extension, kind: 'evidence', by, at }, ctx.writer)
    await insertEvidence(ctx.writer, {
      ...{ id, subjectKind, subjectId, kind: record.kind, fileSha256 },
      title: `${record.title}（${machine.name}，${record.addedBy}）`,
      ...{ programmeCode: record.programmeCode, onDay: record.onDay },
      ...{ daySource: record.daySource, origin: record.origin, originId: record.originId },
      ...{ addedBy: by, addedAt: record.addedAt },
    })
    added++
  }
  return added
}
