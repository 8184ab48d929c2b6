import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { filterInput, type Need } from '../use-task-filter.ts'
import { EntryForm } from './entry-form.tsx'
import { useEntry } from './use-entry.ts'
import './entry.css'

/** 入户调查 — one household on one page; F2 leads through the list it was opened from. */
export function EntryPage(): ReactNode {
  const { taskId = '' } = useParams()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const filter = filterInput({
    village: params.get('village') ?? undefined,
    need: (params.get('need') ?? '') as Need,
  })
  const { entry, error, again } = useEntry(taskId, filter)
  const round = useQuery({
    ...calls.survey.round.queryOptions({ input: { roundId: entry?.roundId ?? '' } }),
    enabled: entry !== undefined,
    staleTime: Infinity,
  })
  const toList = (): void => {
    const back = new URLSearchParams(params)
    back.set('task', taskId)
    void navigate(`/survey/task?${back.toString()}`)
  }
  const goTo = (next: string | null): void =>
    next === null ? toList() : void navigate(`/survey/task/${next}?${params.toString()}`, { replace: true })
  if (error !== undefined) return <ProblemAlert problem={problemOf(error)} />
  if (round.isError) return <ProblemAlert problem={problemOf(round.error)} />
  if (entry === undefined || round.data === undefined) return <p className="quiet">正在打开这一户…</p>
  return (
    <EntryForm
      key={`${entry.taskId}-${String(entry.version)}`}
      entry={entry}
      set={round.data.questionSet}
      onGo={goTo}
      onLeave={toList}
      onAgain={again}
    />
  )
}
