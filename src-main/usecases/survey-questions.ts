import { plainQuestionSet } from '../domain/shipped-questions.ts'
import { Problem } from '../domain/problem.ts'
import { faultsOf, type QuestionSet } from '../domain/survey-question.ts'
import { getProgramme } from '../store/programme-queries.ts'
import type { Writer } from '../store/reader.ts'
import {
  findQuestionSet,
  insertQuestionSet,
  type StoredQuestionSet,
} from '../store/survey-question-queries.ts'
import type { CommandContext, QueryContext } from './context.ts'
import { trace } from './trace.ts'

/** 问卷 of a programme: the newest one, or the plain one where nobody has written any. */
export async function showQuestions(ctx: QueryContext, { programmeCode }: { programmeCode: string }) {
  const stored = await findQuestionSet(ctx.reader, programmeCode)
  if (stored !== undefined) return questionSetView(stored)
  const set = plainQuestionSet(await getProgramme(ctx.reader, programmeCode))
  return { ...set, questionSetId: null, programmeCode, version: 0, enteredBy: '', enteredAt: null }
}

export function questionSetView({ id, set, ...stored }: StoredQuestionSet) {
  const { programmeCode, version, enteredBy, enteredAt } = stored
  return { ...set, questionSetId: id, programmeCode, version, enteredBy, enteredAt }
}

/** Keeps a new version; rounds that are open go on with theirs. A set with faults is refused whole. */
export async function saveQuestions(
  ctx: CommandContext,
  { programmeCode, set }: { programmeCode: string; set: QuestionSet },
) {
  const faults = faultsOf(set)
  if (faults.length > 0)
    throw new Problem('survey.questions-faulty', { questions: faults.map(({ key }) => key) })
  await getProgramme(ctx.writer, programmeCode)
  const stored = await keep(ctx, programmeCode, set)
  await trace(ctx, 'survey.save-questions', stored.id, { programmeCode, version: stored.version })
  return { questionSetId: stored.id, version: stored.version }
}

/** The set a new round asks by; a programme without one gets the plain one as its first version. */
export async function questionSetForRound(
  ctx: CommandContext,
  programmeCode: string,
): Promise<StoredQuestionSet> {
  const stored = await findQuestionSet(ctx.writer, programmeCode)
  if (stored !== undefined) return stored
  return keep(ctx, programmeCode, plainQuestionSet(await getProgramme(ctx.writer, programmeCode)))
}

async function keep(
  ctx: CommandContext,
  programmeCode: string,
  set: QuestionSet,
): Promise<StoredQuestionSet> {
  const version = await nextVersion(ctx.writer, programmeCode)
  const stored = {
    ...{ id: ctx.newId(), programmeCode, version, set },
    ...{ enteredBy: ctx.actor.displayName, enteredAt: ctx.now().toISOString() },
  }
  await insertQuestionSet(ctx.writer, stored)
  return stored
}

async function nextVersion(writer: Writer, programmeCode: string): Promise<number> {
  return ((await findQuestionSet(writer, programmeCode))?.version ?? 0) + 1
}
