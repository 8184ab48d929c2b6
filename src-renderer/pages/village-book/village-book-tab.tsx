import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
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

const ofRegister = 'register'

/** 村级工作簿 — out to the villages as one sheet each, back again, and every row decided. */
export function VillageBookTab(): ReactNode {
  const [params, setParams] = useSearchParams()
  const returnId = params.get('return')
  const { rounds, error, chosen, choose } = useRound()
  // Without a round there is still the register to hold against what the village knows.
  const round = params.get('round') === ofRegister ? undefined : chosen
  const show = (next: string | null): void =>
    setParams(
      { round: round?.roundId ?? ofRegister, ...(next === null ? {} : { return: next }) },
      { replace: next === null },
    )
  if (error !== null) return <ProblemAlert problem={problemOf(error)} />
  if (returnId !== null) return <ReturnReview returnId={returnId} onBack={() => show(null)} />
  if (rounds === undefined) return <p className="quiet">正在读取…</p>
  return (
    <>
      <div className="line">
        <Segmented
          aria-label="核对什么"
          value={round === undefined ? 'register' : 'round'}
          onChange={(what) => choose(what === 'round' ? (chosen?.roundId ?? '') : ofRegister)}
          options={[
            { value: 'round', label: '随摸底轮次', disabled: rounds.length === 0 },
            { value: 'register', label: '只核登记簿' },
          ]}
        />
        {round && <RoundChoice rounds={rounds} chosen={round} onChoose={choose} />}
        {round === undefined && (
          <span className="quiet">
            不开轮次也能发：核人和账户。采了的行直接进登记簿；新账号等第二人核对，死亡、迁出先到户页办家庭事件。
          </span>
        )}
      </div>
      <Villages
        key={round?.roundId ?? ofRegister}
        roundId={round?.roundId ?? null}
        isOpen={round === undefined || round.status === 'open'}
        onShow={show}
      />
    </>
  )
}

interface Props {
  readonly roundId: string | null
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
      <BookTable villages={villages.data} isOfRound={roundId !== null} choice={choice} onShow={onShow} />
    </>
  )
}
