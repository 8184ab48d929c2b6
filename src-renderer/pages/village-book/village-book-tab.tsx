import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { RoundChoice } from '../survey/round-choice.tsx'
import { useRound } from '../survey/use-round.ts'
import { BookActions } from './book-actions.tsx'
import { BookTable } from './book-table.tsx'
import { ReturnReview } from './return-review.tsx'
import { useChosenVillages } from './use-chosen-villages.ts'
import './village-book.css'

/** 村级工作簿 — out to the villages as one sheet each, back again, and every row decided. */
export function VillageBookTab(): ReactNode {
  const [params, setParams] = useSearchParams()
  const returnId = params.get('return')
  const { rounds, error, chosen, choose } = useRound()
  const show = (next: string | null): void =>
    setParams(
      { ...(chosen ? { round: chosen.roundId } : {}), ...(next === null ? {} : { return: next }) },
      { replace: next === null },
    )
  if (error !== null) return <ProblemAlert problem={problemOf(error)} />
  if (returnId !== null) return <ReturnReview returnId={returnId} onBack={() => show(null)} />
  if (rounds === undefined) return <p className="quiet">正在读取…</p>
  if (chosen === undefined)
    return <p className="quiet">还没有摸底轮次。先在“轮次与进度”开一个，再发工作簿。</p>
  return (
    <>
      <div className="line">
        <RoundChoice rounds={rounds} chosen={chosen} onChoose={choose} />
      </div>
      <Villages roundId={chosen.roundId} isOpen={chosen.status === 'open'} onShow={show} />
    </>
  )
}

interface Props {
  readonly roundId: string
  readonly isOpen: boolean
  onShow(returnId: string): void
}

function Villages({ roundId, isOpen, onShow }: Props): ReactNode {
  const villages = useQuery(calls.villageBook.list.queryOptions({ input: { roundId } }))
  const choice = useChosenVillages(roundId, villages.data)
  if (villages.isError) return <ProblemAlert problem={problemOf(villages.error)} />
  return (
    <>
      <BookActions roundId={roundId} isOpen={isOpen} villageCodes={choice.chosen} onShow={onShow} />
      <BookTable villages={villages.data} choice={choice} onShow={onShow} />
    </>
  )
}
