import { accountTail } from '../domain/account-no.ts'
import { findField } from '../domain/survey-field.ts'
import { mergeEdits } from '../domain/survey-merge.ts'
import { listDiscardedDrafts } from '../store/survey-draft-queries.ts'
import { listEdits } from '../store/survey-edit-queries.ts'
import { getTask } from '../store/survey-task-queries.ts'
import type { QueryContext } from './context.ts'

/** 录入记录 — nothing that was ever said of a household is lost; numbers by their last four digits. */
export async function showSurveyHistory(ctx: QueryContext, { taskId }: { taskId: string }) {
  await getTask(ctx.reader, ctx.scope, taskId)
  const edits = await listEdits(ctx.reader, taskId)
  const counting = new Set(mergeEdits(edits).flatMap(({ heads }) => heads.map((head) => head.id)))
  const discarded = await listDiscardedDrafts(ctx.reader, taskId)
  return {
    edits: edits.toReversed().map(({ id, subject, field, value, editorName, editedAt }) => ({
      ...{ editId: id, subject, field, by: editorName, at: editedAt, counts: counting.has(id) },
      value: shown(field, value),
    })),
    discarded: discarded.map(({ displayName, discardedAt, typed }) => ({
      ...{ by: displayName, at: discardedAt, typed: masked(typed) },
    })),
  }
}

function shown(field: string, value: string | null): string | null {
  return value !== null && findField(field)?.sensitive === true ? `…${accountTail(value)}` : value
}

/** A draft as it was kept, with the same numbers covered. */
function masked(typed: string): string {
  try {
    const draft = JSON.parse(typed) as { values?: Readonly<Record<string, string>> }
    const values = Object.entries(draft.values ?? {}).map(([key, text]) => [
      key,
      shown(key.slice(key.indexOf('|') + 1), text),
    ])
    return JSON.stringify({ ...draft, values: Object.fromEntries(values) as unknown })
  } catch {
    return ''
  }
}
