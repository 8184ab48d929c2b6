import { Problem } from '../domain/problem.ts'
import { findField, parseField } from '../domain/survey-field.ts'
import { parseAnswer, type QuestionSet } from '../domain/survey-question.ts'
import type { ParsedValue, SurveyRule } from '../domain/survey-rule.ts'
import { findMeta } from '../store/meta-queries.ts'
import { removeDraft } from '../store/survey-draft-queries.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getTask, type StoredTask } from '../store/survey-task-queries.ts'
import { applySurvey } from './apply-survey.ts'
import type { CommandContext } from './context.ts'
import { refuseUnfinished } from './judge-visit.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'
import { trace } from './trace.ts'

interface TypedEdit {
  readonly subject: string
  readonly field: string
  readonly value: string | null
  readonly baseValue: string | null
  readonly supersedes: readonly string[]
}

/** 保存走访 — what was typed becomes edits, and the draft is done with; everything wrong is told at once. */
export async function saveVisit(
  ctx: CommandContext,
  { taskId, edits }: { taskId: string; edits: readonly TypedEdit[] },
): Promise<{ version: number; conflicts: number }> {
  const task = await getTask(ctx.writer, ctx.scope, taskId)
  if (task.roundStatus === 'closed') throw new Problem('survey.round-closed', { round: task.roundName })
  const { set } = await getQuestionSet(ctx.writer, task.questionSetId)
  const stored = await judged(ctx, task, set, edits)
  await refuseUnfinished(ctx, task, set, stored)
  await takeSurveyEdits(ctx.writer, stored)
  await applySurvey(ctx, taskId)
  await removeDraft(ctx.writer, taskId, ctx.actor.userId)
  const saved = await getTask(ctx.writer, ctx.scope, taskId)
  await trace(ctx, 'survey.save-visit', taskId, { edits: stored.length, state: saved.state })
  return { version: saved.version, conflicts: saved.conflicts }
}

async function judged(
  ctx: CommandContext,
  { id: taskId }: StoredTask,
  set: QuestionSet,
  edits: readonly TypedEdit[],
): Promise<StoredEdit[]> {
  const workstationId = (await findMeta(ctx.writer, 'workstationId')) ?? ''
  const { userId: editedBy, displayName: editorName } = ctx.actor
  const editedAt = ctx.now().toISOString()
  const broken: { path: string; rule: string }[] = []
  const stored = edits.flatMap((edit) => {
    const parsed = valueOf(set, edit, ctx.today())
    if (!parsed.ok) {
      broken.push({ path: `${edit.subject}|${edit.field}`, rule: parsed.rule })
      return []
    }
    return [
      {
        ...{ id: ctx.newId(), taskId, ...edit, value: parsed.value, workstationId },
        ...{ editedBy, editorName, editedAt, packageId: null, receivedAt: null },
      },
    ]
  })
  if (broken.length > 0) throw new Problem('input.invalid', { fields: broken })
  return stored
}

function valueOf(set: QuestionSet, { field, value }: TypedEdit, today: string): ParsedValue {
  if (value === null) return { ok: true, value }
  if (!field.startsWith('q.'))
    return findField(field) === undefined ? unknown : parseField(field, value, today)
  const question = set.questions.find(({ key }) => key === field.slice(2))
  return question === undefined ? unknown : parseAnswer(question, value, today)
}

const unknown: ParsedValue = { ok: false, rule: 'code-unknown' satisfies SurveyRule }
