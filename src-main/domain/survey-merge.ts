import type { FieldState, SurveyEdit } from './survey-edit.ts'

/**
 * 合并 — what a set of edits says, field by field. It looks at the set alone: the order packages came in, how often
 * and how late, changes nothing. An edit may name one that has not arrived; that one is superseded when it does.
 */
export function mergeEdits(edits: Iterable<SurveyEdit>): FieldState[] {
  const byField = new Map<string, Map<string, SurveyEdit>>()
  for (const edit of edits) {
    const key = fieldKey(edit)
    const known = byField.get(key) ?? new Map<string, SurveyEdit>()
    byField.set(key, known.set(edit.id, edit))
  }
  return [...byField.keys()].sort(asText).map((key) => stateOf([...(byField.get(key)?.values() ?? [])]))
}

function stateOf(edits: readonly SurveyEdit[]): FieldState {
  const superseded = new Set(edits.flatMap((edit) => edit.supersedes))
  const ordered = edits.toSorted(byTime)
  const [first] = ordered
  if (first === undefined) throw new Error('a field without edits has no state')
  const { taskId, subject, field } = first
  const heads = ordered.filter((edit) => !superseded.has(edit.id))
  // Edits that all name each other come from no entry page of ours; none of them may win unseen.
  if (heads.length === 0) return { taskId, subject, field, heads: ordered, former: [] }
  return { taskId, subject, field, heads, former: ordered.filter((edit) => superseded.has(edit.id)) }
}

/** The value all heads agree on; undefined where they do not and a person has to decide. */
export function agreedValue({ heads }: FieldState): string | null | undefined {
  const [first] = heads
  return first !== undefined && heads.every((head) => head.value === first.value) ? first.value : undefined
}

/** 冲突 — the same field given different values by people who did not see each other's. */
export function isConflict(state: FieldState): boolean {
  return agreedValue(state) === undefined
}

/** 合并说明 — several people gave the same value without seeing each other's. */
export function isMerged({ heads }: FieldState): boolean {
  return heads.length > 1 && heads.every((head) => head.value === heads[0]?.value)
}

function fieldKey({ taskId, subject, field }: SurveyEdit): string {
  return JSON.stringify([taskId, subject, field])
}

function byTime(a: SurveyEdit, b: SurveyEdit): number {
  return asText(a.editedAt, b.editedAt) || asText(a.id, b.id)
}

function asText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
