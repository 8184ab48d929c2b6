import { attachToVisit } from '../../usecases/attach-to-visit.ts'
import { addHousehold, closeRound, markMustVisit } from '../../usecases/change-survey-round.ts'
import { saveVisit } from '../../usecases/save-visit.ts'
import { showSurveyHistory } from '../../usecases/show-survey-history.ts'
import { showRound, showRounds } from '../../usecases/show-survey-rounds.ts'
import { enterTask, showTask } from '../../usecases/show-survey-task.ts'
import { showTasks } from '../../usecases/show-survey-tasks.ts'
import { discardDraft, keepDraft } from '../../usecases/survey-drafts.ts'
import { saveQuestions, showQuestions } from '../../usecases/survey-questions.ts'
import { warnEntry } from '../../usecases/warn-entry.ts'
import type { HandlersOf } from '../handler-types.ts'

export const surveyHandlers: HandlersOf<'survey'> = {
  rounds: (ctx) => showRounds(ctx),
  round: (ctx, input) => showRound(ctx, input),
  questions: (ctx, input) => showQuestions(ctx, input),
  saveQuestions: (ctx, input) => saveQuestions(ctx, input),
  tasks: (ctx, input) => showTasks(ctx, input),
  task: (ctx, input) => showTask(ctx, input),
  history: (ctx, input) => showSurveyHistory(ctx, input),
  enter: (ctx, input) => enterTask(ctx, input),
  warnings: (ctx, input) => warnEntry(ctx, input),
  keepDraft: (ctx, input) => keepDraft(ctx, input),
  discardDraft: (ctx, input) => discardDraft(ctx, input),
  saveVisit: (ctx, input) => saveVisit(ctx, input),
  attach: (ctx, input) => attachToVisit(ctx, input),
  addHousehold: (ctx, input) => addHousehold(ctx, input),
  markMustVisit: (ctx, input) => markMustVisit(ctx, input),
  closeRound: (ctx, input) => closeRound(ctx, input),
}
