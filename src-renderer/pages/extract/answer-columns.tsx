import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { calls } from '../../api/calls.ts'

interface Props {
  readonly roundId: string
  readonly columns: readonly string[]
  onToggle(key: string, isChosen: boolean): void
}

/** Once a round is chosen its answers can be columns too. */
export function AnswerColumns({ roundId, columns, onToggle }: Props): ReactNode {
  const round = useQuery(calls.survey.round.queryOptions({ input: { roundId } }))
  return (round.data?.questionSet.questions ?? []).map(({ key, label }) => (
    <Checkbox
      key={key}
      checked={columns.includes(`q.${key}`)}
      onChange={(event) => onToggle(`q.${key}`, event.target.checked)}
    >
      {label}
    </Checkbox>
  ))
}
