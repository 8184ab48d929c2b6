import { asOnePerson, accountKey, nobodyKnown } from '../domain/same-person.ts'
import type { FieldState, SurveyEdit } from '../domain/survey-edit.ts'
import { mergeEdits } from '../domain/survey-merge.ts'
import { listKnownNumbers } from '../store/carried-survey-queries.ts'
import type { Reader } from '../store/reader.ts'
import { listEdits } from '../store/survey-edit-queries.ts'

/** 一户现在怎么说 — field by field what all edits of a task say, somebody entered twice as one person. */
export async function readStates(reader: Reader, taskId: string): Promise<FieldState[]> {
  const edits = await listEdits(reader, taskId)
  return mergeEdits(asOnePerson(edits, await knownSubjects(reader, taskId, edits)))
}

/** Most visits enter nobody new: only then the register is asked. */
async function knownSubjects(reader: Reader, taskId: string, edits: readonly SurveyEdit[]) {
  if (!edits.some(({ field }) => field === 'person.idNumber' || field === 'account.accountNo'))
    return nobodyKnown
  const { people, accounts } = await listKnownNumbers(reader, taskId)
  return {
    people: new Map(people.map(({ idNumber, id }) => [idNumber, id])),
    accounts: new Map(accounts.map(({ personId, accountNo, id }) => [accountKey(personId, accountNo), id])),
  }
}
