import type { EditInPackage } from '../package-file/edit-record.ts'
import type { StoredEdit } from '../store/survey-edit-queries.ts'

/** An edit as it travels. */
export function editRecord(edit: StoredEdit): EditInPackage {
  const { id, taskId, subject, field, value, baseValue, supersedes, workstationId, editedBy } = edit
  const { editorName, editedAt } = edit
  return {
    ...{ type: 'edit', id, taskId, subject, field, value, baseValue, supersedes, workstationId, editedBy },
    ...{ editorName, editedAt },
  }
}

/** The same as it is kept, with the package that brought it. */
export function storedEdit(edit: EditInPackage, packageId: string, receivedAt: string): StoredEdit {
  const { id, taskId, subject, field, value, baseValue, supersedes, workstationId, editedBy } = edit
  const { editorName, editedAt } = edit
  return {
    ...{ id, taskId, subject, field, value, baseValue, supersedes, workstationId, editedBy, editorName },
    ...{ editedAt, packageId, receivedAt },
  }
}
