import type { FieldState } from '../domain/survey-edit.ts'
import { findField } from '../domain/survey-field.ts'
import { isConflict } from '../domain/survey-merge.ts'
import { villageTitle } from '../domain/village-name.ts'
import { listConflicts, listMachineNames, readRegisterValue } from '../store/conflict-queries.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'
import { getQuestionSet } from '../store/survey-question-queries.ts'
import { getTask, type StoredTask } from '../store/survey-task-queries.ts'
import type { Reader } from '../store/reader.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { readStates } from './survey-states.ts'
import { namesOf, type SurveyNames } from './name-survey-field.ts'
import { trace } from './trace.ts'

interface ConflictPage {
  readonly roundId: string
  readonly villageCode?: string | undefined
  readonly after: string | null
  readonly limit: number
}

/** 冲突 — fields several people gave different values for, household by household; numbers by their last four. */
export async function showConflicts(ctx: QueryContext, page: ConflictPage) {
  const { rows, next, total } = await listConflicts(ctx.reader, ctx.scope, page)
  const machines = await listMachineNames(ctx.reader)
  const byTask = Map.groupBy(rows, ({ taskId }) => taskId)
  const shown = new Map<string, Awaited<ReturnType<typeof conflictsOf>>>()
  for (const taskId of byTask.keys()) shown.set(taskId, await conflictsOf(ctx, taskId, machines, false))
  return {
    next,
    total,
    rows: rows.flatMap((row) => {
      const found = shown
        .get(row.taskId)
        ?.find((one) => one.subject === row.subject && one.field === row.field)
      if (found === undefined) return []
      const { householdNo, villageName, groupName, householderName } = row
      return [{ ...found, householdNo, villageName: villageTitle(villageName), groupName, householderName }]
    }),
  }
}

/** 一处冲突 with whole numbers, to be decided; leaves a trace like opening the household for entry does. */
export async function openConflict(
  ctx: CommandContext,
  { taskId, subject, field }: { taskId: string; subject: string; field: string },
) {
  const found = await conflictsOf(ctx, taskId, await listMachineNames(ctx.writer), true)
  const one = found.find((conflict) => conflict.subject === subject && conflict.field === field)
  await trace(ctx, 'fieldwork.open-conflict', taskId, { field })
  return one ?? null
}

/** 录入沿革 — every value anybody ever gave of a household in the round, also those that lost. */
export async function showEditHistory(ctx: QueryContext, { taskId }: { taskId: string }) {
  const task = await getTask(ctx.reader, ctx.scope, taskId)
  const { names, states } = await statesOf(ctx.reader, task)
  return historyOf(states, names, await listMachineNames(ctx.reader))
}

export function historyOf(
  states: readonly FieldState[],
  names: SurveyNames,
  machines: ReadonlyMap<string, string>,
) {
  return states.map((state) => ({
    subjectLabel: names.subjectLabel(state.subject, state.field),
    fieldLabel: names.fieldLabel(state.field),
    conflict: isConflict(state),
    entries: [...state.heads, ...state.former.toReversed()].map((edit) => ({
      ...sideOf(edit as StoredEdit, names, machines, false),
      standing: standingOf(edit, state),
      receivedAt: (edit as StoredEdit).receivedAt,
    })),
  }))
}

export async function statesOf(reader: Reader, task: StoredTask) {
  const states = await readStates(reader, task.id)
  const { set } = await getQuestionSet(reader, task.questionSetId)
  const names = await namesOf(reader, { householdId: task.householdId, set, states })
  return { set, names, states }
}

async function conflictsOf(
  ctx: QueryContext,
  taskId: string,
  machines: ReadonlyMap<string, string>,
  whole: boolean,
) {
  const task = await getTask(ctx.reader, ctx.scope, taskId)
  const { names, states } = await statesOf(ctx.reader, task)
  const found = []
  for (const state of states.filter(isConflict)) {
    const { subject, field, heads } = state
    const present = await presentValue(ctx.reader, task, subject, field)
    found.push({
      ...{ taskId, householdId: task.householdId, subject, field },
      subjectLabel: names.subjectLabel(subject, field),
      fieldLabel: names.fieldLabel(field),
      heads: heads.map(({ id }) => id),
      sides: heads.map((head) => sideOf(head as StoredEdit, names, machines, whole)),
      register: present === undefined ? null : names.valueText(field, present, whole),
      choices: [...names.choices(field)],
    })
  }
  return found
}

/** What the register says now; undefined where it keeps no such thing. */
export async function presentValue(
  reader: Reader,
  { householdId }: StoredTask,
  subject: string,
  field: string,
): Promise<string | null | undefined> {
  const kept = findField(field)?.register
  if (kept === undefined) return undefined
  const id = kept.entity === 'household' ? householdId : subject
  return readRegisterValue(reader, kept.entity, kept.column, id)
}

function sideOf(edit: StoredEdit, names: SurveyNames, machines: ReadonlyMap<string, string>, whole: boolean) {
  return {
    editId: edit.id,
    text: names.valueText(edit.field, edit.value, whole),
    by: edit.editorName,
    machineName: machines.get(edit.workstationId) ?? '其他机器',
    at: edit.editedAt,
  }
}

/** 现用, 待定, 被取代 — where a value stands among the others. */
function standingOf(edit: { readonly id: string }, state: FieldState): 'current' | 'rival' | 'former' {
  if (!state.heads.some(({ id }) => id === edit.id)) return 'former'
  return isConflict(state) ? 'rival' : 'current'
}
