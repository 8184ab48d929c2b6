import { openSurveyRound } from '../../usecases/open-survey-round.ts'
import { verifyBySheet } from '../../usecases/verify-by-sheet.ts'
import type { RunnersOf } from '../handler-types.ts'

export const surveyRunners: RunnersOf<'survey'> = {
  'survey.open-round': openSurveyRound,
  'survey.verify-by-sheet': verifyBySheet,
}
