import { putRow } from './carried-household-writing.ts'
import { preparedOn } from './raw.ts'
import type { Writer } from './reader.ts'

interface CarriedQuestionSet {
  readonly id: string
  readonly programmeCode: string
  readonly version: number
  readonly title: string
  readonly questions: string
  readonly source: string
  readonly enteredBy: string
  readonly enteredAt: string
}

/** The office's questions under their own id; their number here is the next free one where it is taken. */
export function keepQuestionSet(writer: Writer, set: CarriedQuestionSet): void {
  const { version: free } = preparedOn(
    writer,
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM survey_question_set WHERE programme_code = ?1 AND version = ?2 AND id <> ?3)
      THEN (SELECT max(version) + 1 FROM survey_question_set WHERE programme_code = ?1) ELSE ?2 END AS version`,
  ).get({ 1: set.programmeCode, 2: set.version, 3: set.id }) as { version: number }
  putRow(writer, 'survey_question_set', { ...set, version: free }, true)
}
