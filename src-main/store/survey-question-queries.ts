import type { QuestionSet } from '../domain/survey-question.ts'
import type { Reader, Writer } from './reader.ts'

export interface StoredQuestionSet {
  readonly id: string
  readonly programmeCode: string
  readonly version: number
  readonly set: QuestionSet
  readonly enteredBy: string
  readonly enteredAt: string
}

/** The newest questions of a programme. */
export async function findQuestionSet(
  reader: Reader,
  programmeCode: string,
): Promise<StoredQuestionSet | undefined> {
  const row = await sets(reader)
    .where('programmeCode', '=', programmeCode)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toStored(row)
}

export async function getQuestionSet(reader: Reader, id: string): Promise<StoredQuestionSet> {
  return toStored(await sets(reader).where('id', '=', id).executeTakeFirstOrThrow())
}

export async function insertQuestionSet(
  writer: Writer,
  { id, programmeCode, version, set, enteredBy, enteredAt }: StoredQuestionSet,
): Promise<void> {
  const { title, source } = set
  const questions = JSON.stringify(set)
  const row = { id, programmeCode, version, title, source, questions, enteredBy, enteredAt }
  await writer.insertInto('surveyQuestionSet').values(row).execute()
}

function sets(reader: Reader) {
  return reader
    .selectFrom('surveyQuestionSet')
    .select(['id', 'programmeCode', 'version', 'questions', 'enteredBy', 'enteredAt'])
}

function toStored({ questions, ...row }: Omit<StoredQuestionSet, 'set'> & { questions: string }) {
  return { ...row, set: JSON.parse(questions) as QuestionSet }
}
