import { agreedValue, isConflict } from '../domain/survey-merge.ts'
import type { FieldState } from '../domain/survey-edit.ts'
import { type VisitState, visitStates } from '../domain/visit-state.ts'
import {
  type CurrentValue,
  insertEdits,
  saveTaskFacts,
  saveValues,
  type StoredEdit,
  type TaskFacts,
} from '../store/survey-edit-queries.ts'
import { readStates } from './survey-states.ts'
import type { Writer } from '../store/reader.ts'

/**
 * 收录 — appends edits, typed here or brought by a package, and works out anew what their tasks say. Doing it twice
 * changes nothing. Answers how many were new.
 */
export async function takeSurveyEdits(writer: Writer, edits: readonly StoredEdit[]): Promise<number> {
  const added = insertEdits(writer, edits)
  for (const taskId of new Set(edits.map((edit) => edit.taskId))) await settleTask(writer, taskId)
  return added
}

/** What all edits of a task say together, kept for lists, counts and the next reader. */
async function settleTask(writer: Writer, taskId: string): Promise<void> {
  const states = await readStates(writer, taskId)
  saveValues(writer, taskId, states.map(currentValue))
  await saveTaskFacts(writer, taskId, taskFacts(states))
}

function currentValue(state: FieldState): CurrentValue {
  const { taskId, subject, field, heads } = state
  const newest = heads.at(-1)
  if (newest === undefined) throw new Error('a field has edits that all take each other’s place')
  return {
    ...{ taskId, subject, field, editId: newest.id },
    value: newest.value,
    conflict: isConflict(state) ? 1 : 0,
  }
}

function taskFacts(states: readonly FieldState[]): TaskFacts {
  const visit = new Map(states.filter(({ subject }) => subject === 'visit').map((one) => [one.field, one]))
  // Until somebody decides, a list shows the newest of several.
  const of = (field: string) => {
    const state = visit.get(`visit.${field}`)
    return state === undefined ? null : (agreedValue(state) ?? state.heads.at(-1)?.value ?? null)
  }
  const state = visitStates.find((one) => one === of('state')) ?? ('unvisited' satisfies VisitState)
  return {
    state,
    mode: state === 'visited' ? (of('mode') ?? '') : '',
    visitedOn: state === 'unvisited' ? null : of('on'),
    visitor: state === 'unvisited' ? '' : (of('visitor') ?? ''),
    nextOn: state === 'unvisited' || state === 'visited' ? null : of('nextOn'),
    conflicts: states.filter(isConflict).length,
  }
}
