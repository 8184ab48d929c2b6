/** 录入 — one value somebody gave for one field of one household in a survey round. Appended, never changed. */
export interface SurveyEdit {
  readonly id: string
  readonly taskId: string
  /** `visit`, `household`, or the id of a person, account or parcel; a fresh id for somebody new. */
  readonly subject: string
  /** A key of the field dictionary, or `q.` and a question's key. */
  readonly field: string
  readonly value: string | null
  /** What the register said when the value was typed. */
  readonly baseValue: string | null
  /** The edits this one was made in sight of and takes the place of. */
  readonly supersedes: readonly string[]
  readonly workstationId: string
  readonly editedBy: string
  readonly editedAt: string
}

/** One field of one household as all its edits together say it. */
export interface FieldState {
  readonly taskId: string
  readonly subject: string
  readonly field: string
  /** Edits that no other takes the place of, by time and id; never empty. */
  readonly heads: readonly SurveyEdit[]
  /** Values that lost; they stay readable. */
  readonly former: readonly SurveyEdit[]
}
