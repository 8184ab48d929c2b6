import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { choicesFor } from '../../../src-main/domain/survey-question.ts'
import type { VisitState } from '../../../src-main/domain/visit-state.ts'
import { visitStateLabels } from '../../../src-main/wording/extract-labels.ts'
import { calls } from '../../api/calls.ts'
import type { DefinitionChoice } from './use-definition.ts'

/** 摸底 — how a visit ended, and what was answered to one question. */
export function SurveyConditionFields({ choice }: { readonly choice: DefinitionChoice }): ReactNode {
  const { survey } = choice.definition.conditions
  const rounds = useQuery(calls.survey.rounds.queryOptions())
  const choose = (change: Partial<NonNullable<typeof survey>>): void => {
    if (survey !== undefined) choice.chooseConditions({ survey: { ...survey, ...change } })
  }
  const chooseRound = (roundId: string | null | undefined): void =>
    choice.chooseConditions({ survey: roundId == null ? undefined : { roundId } })
  return (
    <>
      <label>摸底轮次</label>
      <Select
        allowClear
        aria-label="摸底轮次"
        placeholder="不看摸底"
        value={survey?.roundId ?? null}
        onChange={chooseRound}
        options={(rounds.data ?? []).map((round) => ({ value: round.roundId, label: round.name }))}
      />
      {survey !== undefined && (
        <>
          <label>走访情况</label>
          <Select<VisitState | null>
            allowClear
            aria-label="走访情况"
            placeholder="不限"
            value={survey.state ?? null}
            onChange={(state) => choose({ state: state ?? undefined })}
            options={Object.entries(visitStateLabels).map(([value, label]) => ({
              value: value as VisitState,
              label,
            }))}
          />
          <Answer roundId={survey.roundId} survey={survey} choose={choose} />
        </>
      )}
    </>
  )
}

interface AnswerProps {
  readonly roundId: string
  readonly survey: { readonly field?: string | undefined; readonly value?: string | undefined }
  choose(change: { field?: string | undefined; value?: string | undefined }): void
}

function Answer({ roundId, survey, choose }: AnswerProps): ReactNode {
  const round = useQuery(calls.survey.round.queryOptions({ input: { roundId } }))
  const questions = (round.data?.questionSet.questions ?? []).filter((one) => choicesFor(one).length > 0)
  const asked = questions.find((question) => `q.${question.key}` === survey.field)
  return (
    <>
      <label>问题</label>
      <Select
        allowClear
        aria-label="问题"
        placeholder="不限"
        value={survey.field ?? null}
        onChange={(field: string | null | undefined) =>
          choose({ field: field ?? undefined, value: undefined })
        }
        options={questions.map((question) => ({ value: `q.${question.key}`, label: question.label }))}
      />
      {asked !== undefined && (
        <>
          <label>答案</label>
          <Select
            allowClear
            aria-label="答案"
            placeholder="没有回答"
            value={survey.value ?? null}
            onChange={(value: string | null | undefined) => choose({ value: value ?? undefined })}
            options={choicesFor(asked).map(({ value, label }) => ({ value, label }))}
          />
        </>
      )}
    </>
  )
}
