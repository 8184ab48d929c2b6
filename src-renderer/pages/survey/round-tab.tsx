import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { useJob } from '../../api/use-job.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { CloseRound } from './close-round.tsx'
import { Coverage } from './coverage.tsx'
import { OpenRound } from './open-round.tsx'
import { RoundChoice } from './round-choice.tsx'
import { useRound } from './use-round.ts'

/** 轮次与进度 — which round, how far each village is, and what still needs a hand. */
export function RoundTab(): ReactNode {
  const { rounds, error, chosen, choose } = useRound()
  const [isAsked, setOpening] = useState(false)
  const opening = useJob('survey.open-round')
  // What was opened is told before the page goes on to it.
  const isOpening = isAsked || opening.isRunning || opening.result !== undefined
  const round = useQuery({
    ...calls.survey.round.queryOptions({ input: { roundId: chosen?.roundId ?? '' } }),
    enabled: chosen !== undefined,
  })
  const mayOpen = useHasRole('clerk')
  if (error !== null) return <ProblemAlert problem={problemOf(error)} />
  if (rounds === undefined) return <p className="quiet">正在读取…</p>
  if (rounds.length === 0 && !mayOpen) return <p className="quiet">还没有摸底轮次，由经办人开。</p>
  if (rounds.length === 0 || isOpening)
    return (
      <OpenRound
        onDone={(roundId) => {
          setOpening(false)
          choose(roundId)
        }}
        {...(rounds.length > 0 ? { onCancel: () => setOpening(false) } : {})}
      />
    )
  return (
    <>
      <div className="round-line">
        <RoundChoice rounds={rounds} chosen={chosen} onChoose={choose} />
        {mayOpen && <Button onClick={() => setOpening(true)}>开新轮次</Button>}
        {mayOpen && round.data?.status === 'open' && <CloseRound round={round.data} />}
      </div>
      {round.isError && <ProblemAlert problem={problemOf(round.error)} />}
      {round.data && <Coverage round={round.data} />}
    </>
  )
}
