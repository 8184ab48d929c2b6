import { Problem } from '../domain/problem.ts'
import { findField, parseField } from '../domain/survey-field.ts'
import { parseAnswer, type QuestionSet } from '../domain/survey-question.ts'
import { isConflict } from '../domain/survey-merge.ts'
import { readOwnMachine } from '../store/machine-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import { applySurvey } from './apply-survey.ts'
import type { CommandContext } from './context.ts'
import { refuseElsewhere } from './machine-here.ts'
import { presentValue, statesOf } from './show-conflicts.ts'
import { takeSurveyEdits } from './take-survey-edits.ts'
import { trace } from './trace.ts'

interface Resolution {
  readonly taskId: string
  readonly subject: string
  readonly field: string
  /** The edits the person had before their eyes. */
  readonly heads: readonly string[]
  readonly choice: { readonly editId: string } | { readonly typed: string }
}

/** 裁定 — one more edit that takes the place of all the others; those stay readable for ever. */
export async function resolveConflict(
  ctx: CommandContext,
  input: Resolution,
): Promise<{ conflicts: number }> {
  await refuseElsewhere(ctx, 'office')
  const { taskId, subject, field, choice } = input
  const task = await getTask(ctx.writer, ctx.scope, taskId)
  const { set, states } = await statesOf(ctx.writer, task)
  const state = states.find((one) => one.subject === subject && one.field === field)
  if (state === undefined || !isConflict(state)) throw new Problem('fieldwork.conflict-changed')
  const heads = state.heads.map(({ id }) => id)
  if (heads.toSorted().join() !== input.heads.toSorted().join())
    throw new Problem('fieldwork.conflict-changed')
  const value =
    'typed' in choice ? parsed(set, field, choice.typed, ctx.today()) : headValue(state.heads, choice.editId)
  const { workstationId } = await readOwnMachine(ctx.writer)
  await takeSurveyEdits(ctx.writer, [
    {
      ...{ id: ctx.newId(), taskId, subject, field, value, supersedes: heads, workstationId },
      baseValue: (await presentValue(ctx.writer, task, subject, field)) ?? null,
      ...{ editedBy: ctx.actor.userId, editorName: ctx.actor.displayName, editedAt: ctx.now().toISOString() },
      ...{ packageId: null, receivedAt: null },
    },
  ])
  await applySurvey(ctx, taskId)
  await trace(ctx, 'fieldwork.resolve-conflict', taskId, {
    field,
    rivals: heads.length,
    typed: 'typed' in choice,
  })
  return { conflicts: (await getTask(ctx.writer, ctx.scope, taskId)).conflicts }
}

function headValue(heads: readonly { readonly id: string; readonly value: string | null }[], editId: string) {
  const head = heads.find(({ id }) => id === editId)
  if (head === undefined) throw new Problem('fieldwork.conflict-changed')
  return head.value
}

function parsed(set: QuestionSet, field: string, typed: string, today: string): string | null {
  const question = set.questions.find(({ key }) => `q.${key}` === field)
  const known = findField(field)
  if (question === undefined && known === undefined) throw new Problem('record.not-found', { what: '录入项' })
  const value = question === undefined ? parseField(field, typed, today) : parseAnswer(question, typed, today)
  if (!value.ok) throw new Problem('input.invalid', { fields: [{ path: 'typed', rule: value.rule }] })
  return value.value
}
