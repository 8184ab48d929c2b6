import { getTask } from '../store/survey-task-queries.ts'
import { type AttachContext, attachEvidence } from './evidence.ts'

/** 附件 — a photo or signed scan of a visit, bound to its household; it is known to be of this visit. */
export async function attachToVisit(
  ctx: AttachContext,
  { taskId, fileToken }: { taskId: string; fileToken: string },
): Promise<{ evidenceId: string }> {
  const task = await getTask(ctx.reader, ctx.scope, taskId)
  return attachEvidence(ctx, {
    subject: { kind: 'household', id: task.householdId },
    kind: 'photo',
    title: task.roundName,
    programmeCode: task.programmeCode,
    day: { source: 'imported' },
    origin: { kind: 'survey', id: taskId },
    fileToken,
  })
}
