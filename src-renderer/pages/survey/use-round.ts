import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { calls, type Outputs } from '../../api/calls.ts'

export type RoundRow = Outputs['survey']['rounds'][number]
export type Round = Outputs['survey']['round']

/** The round the page is about: the one in the address, or the newest that is open. */
export function useRound() {
  const [params, setParams] = useSearchParams()
  const rounds = useQuery(calls.survey.rounds.queryOptions())
  const asked = params.get('round')
  const chosen =
    rounds.data?.find((round) => round.roundId === asked) ??
    rounds.data?.find((round) => round.status === 'open') ??
    rounds.data?.[0]
  const choose = (roundId: string): void => {
    setParams({ round: roundId }, { replace: true })
  }
  return { rounds: rounds.data, error: rounds.error, chosen, choose }
}
