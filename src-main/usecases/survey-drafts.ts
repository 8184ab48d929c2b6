import { findDraft, insertDiscardedDraft, removeDraft, saveDraft } from '../store/survey-draft-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import type { CommandContext } from './context.ts'
import { trace } from './trace.ts'

/** 草稿 — everything typed so far, on the disk before this answers; also of a round that has closed meanwhile. */
export async function keepDraft(
  ctx: CommandContext,
  { taskId, typed }: { taskId: string; typed: string },
): Promise<{ savedAt: string }> {
  await getTask(ctx.writer, ctx.scope, taskId)
  const at = ctx.now().toISOString()
  await saveDraft(ctx.writer, { taskId, userId: ctx.actor.userId, typed, at })
  return { savedAt: at }
}

/** 放弃草稿 — out of the way, still readable. */
export async function discardDraft(
  ctx: CommandContext,
  { taskId }: { taskId: string },
): Promise<{ ok: true }> {
  await getTask(ctx.writer, ctx.scope, taskId)
  const { userId } = ctx.actor
  const draft = await findDraft(ctx.writer, taskId, userId)
  if (draft === undefined) return { ok: true }
  const discardedAt = ctx.now().toISOString()
  await insertDiscardedDraft(ctx.writer, { id: ctx.newId(), taskId, userId, typed: draft.typed, discardedAt })
  await removeDraft(ctx.writer, taskId, userId)
  await trace(ctx, 'survey.discard-draft', taskId, { savedAt: draft.savedAt })
  return { ok: true }
}
