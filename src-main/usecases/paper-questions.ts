import type { FormQuestion, FormQuestions } from '../documents/visit-form-document.ts'
import { stateChoices } from '../domain/survey-field.ts'
import { choicesFor, type QuestionSet, type SurveyQuestion } from '../domain/survey-question.ts'
import { conditionText, type NumberedQuestion } from '../wording/condition-text.ts'

/** The programme's questions as a form prints them: numbers to say on the telephone, codes to write. */
export function formQuestionsOf(set: QuestionSet): FormQuestions {
  const of = (per: SurveyQuestion['per']) => {
    const own = set.questions.filter((question) => question.per === per)
    return own.map((question, index): FormQuestion => asPrinted(question, index + 1, numbered(set, per)))
  }
  return {
    household: of('household'),
    person: of('person'),
    modes: set.modes.map(({ label }) => label),
    states: stateChoices.map(({ label }) => label),
    perMu: set.perMu,
  }
}

/** Questions keep a count of their own for the household and for each person. */
function numbered({ questions }: QuestionSet, within: SurveyQuestion['per']): readonly NumberedQuestion[] {
  return questions.map((question) => {
    const no = questions.filter(({ per }) => per === question.per).indexOf(question) + 1
    return { question, no: question.per === within ? `第${no}题` : `本户第${no}题` }
  })
}

function asPrinted(question: SurveyQuestion, no: number, all: readonly NumberedQuestion[]): FormQuestion {
  const { askIf } = question
  return {
    no: String(no),
    text: question.text,
    choices: choicesFor(question)
      .map(({ code, label }) => `${code}${label}`)
      .join(' '),
    askIf: askIf === undefined ? '' : `${conditionText(askIf, all)}时答`,
    required: question.required,
  }
}
