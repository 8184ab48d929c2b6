import type { Generated } from 'kysely'
import type { VisitState } from '../../domain/visit-state.ts'

export interface SurveyQuestionSetTable {
  id: string
  programmeCode: string
  version: number
  title: string
  /** JSON, see domain/survey-question.ts. */
  questions: string
  source: string
  enteredBy: string
  enteredAt: string
}

export interface SurveyRoundTable {
  id: string
  programmeCode: string
  year: number
  name: string
  questionSetId: string
  fromYear: number | null
  status: 'open' | 'closed'
  version: Generated<number>
  openedBy: string
  openedAt: string
  closedBy: string | null
  closedAt: string | null
  closedReason: Generated<string>
}

export interface SurveyTaskTable {
  id: string
  roundId: string
  householdId: string
  villageCode: string
  groupName: string
  state: Generated<VisitState>
  /** How it was verified; empty until somebody did. */
  mode: Generated<string>
  visitedOn: string | null
  visitor: Generated<string>
  /** When somebody has to come back. */
  nextOn: string | null
  conflicts: Generated<number>
  /** JSON: why this household must be visited one by one. */
  mustVisit: Generated<string>
  /** JSON: last year's lines, brought in without their verification. */
  previous: Generated<string>
  origin: Generated<'previous' | 'village' | 'clerk'>
  householdVersion: number
  version: Generated<number>
}

export interface SurveyEditTable {
  id: string
  taskId: string
  subject: string
  field: string
  value: string | null
  baseValue: string | null
  /** JSON list of edit ids. */
  supersedes: Generated<string>
  workstationId: string
  editedBy: string
  editorName: string
  editedAt: string
  packageId: string | null
  receivedAt: string | null
}

export interface SurveyValueTable {
  taskId: string
  subject: string
  field: string
  value: string | null
  editId: string
  conflict: Generated<0 | 1>
  /** Whether the register has taken this value over. */
  applied: Generated<0 | 1>
}

export interface SurveyDraftTable {
  taskId: string
  userId: string
  /** JSON: everything typed and not yet saved. */
  typed: string
  startedAt: string
  savedAt: string
}

export interface SurveyDraftDiscardedTable {
  id: string
  taskId: string
  userId: string
  typed: string
  discardedAt: string
}
