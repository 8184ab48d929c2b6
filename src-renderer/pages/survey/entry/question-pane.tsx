import type { ReactNode } from 'react'
import { openQuestions, type SurveyQuestion } from '../../../../src-main/domain/survey-question.ts'
import { useEntryPlace } from './entry-context.ts'
import { answeredOf } from './entry-edits.ts'
import { EntryField } from './entry-field.tsx'

/**
 * 问题 — the household's stand still and those that are skipped turn grey, so that the eye finds each in its place;
 * a person's appear when they are asked.
 */
export function QuestionPane(): ReactNode {
  const { sheet } = useEntryPlace()
  const open = openQuestions(sheet.set, answeredOf(sheet))
  const ofHousehold = sheet.set.questions.filter(({ per }) => per === 'household')
  const isOpen = (question: SurveyQuestion) =>
    open.some((one) => one.subject === 'household' && one.question.key === question.key)
  if (sheet.set.questions.length === 0)
    return <p className="quiet question-pane">这个项目没有专门的题目，核对成员、账户和走访情况即可。</p>
  return (
    <section className="question-pane" data-section="question" aria-label="调查问题">
      {ofHousehold.map((question, at) => (
        <Question
          key={question.key}
          subject="household"
          question={question}
          number={at + 1}
          isSkipped={!isOpen(question)}
        />
      ))}
      {sheet.people.map(({ id }) => {
        const own = open.filter((one) => one.subject === id)
        return own.map(({ question }, at) => (
          <div key={`${id}-${question.key}`} className={at === 0 ? 'first-of-person' : ''}>
            {at === 0 && <b className="question-person">{sheet.value(id, 'person.name')}</b>}
            <Question subject={id} question={question} number={at + 1} isSkipped={false} />
          </div>
        ))
      })}
    </section>
  )
}

interface QuestionProps {
  readonly subject: string
  readonly question: SurveyQuestion
  readonly number: number
  readonly isSkipped: boolean
}

function Question({ subject, question, number, isSkipped }: QuestionProps): ReactNode {
  const { sheet } = useEntryPlace()
  const name = subject === 'household' ? '' : `${sheet.value(subject, 'person.name') ?? ''} `
  return (
    <label className={`question ${isSkipped ? 'skipped' : ''}`}>
      <span className="question-label">
        <i>{number}</i> {question.label}
        {question.required && !isSkipped && <i className="must">*</i>}
      </span>
      <EntryField
        subject={subject}
        field={`q.${question.key}`}
        label={`${name}${question.label}`}
        column="question"
        isDisabled={isSkipped}
      />
    </label>
  )
}
