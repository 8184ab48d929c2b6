import type { SurveyEdit } from '../domain/survey-edit.ts'
import { fields, instant, listOf, nullable, oneOf, text, textUpTo, uuid } from './shape.ts'

/** 录入 — one edit as it travels; its id is the same everywhere, so it counts once however often it comes. */
export interface EditInPackage extends SurveyEdit {
  readonly type: 'edit'
  readonly editorName: string
}

const answer = textUpTo(10_000)

export const editShape = fields<EditInPackage>({
  type: oneOf('edit'),
  id: uuid,
  taskId: uuid,
  subject: text,
  field: text,
  value: nullable(answer),
  baseValue: nullable(answer),
  supersedes: listOf(uuid),
  workstationId: uuid,
  editedBy: text,
  editorName: textUpTo(500),
  editedAt: instant,
})
