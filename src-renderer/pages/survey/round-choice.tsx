import { Select, Tag } from 'antd'
import type { ReactNode } from 'react'
import { shortInstantText } from '../../format/instant.ts'
import type { RoundRow } from './use-round.ts'

interface Props {
  readonly rounds: readonly RoundRow[]
  readonly chosen: RoundRow | undefined
  onChoose(roundId: string): void
}

export function RoundChoice({ rounds, chosen, onChoose }: Props): ReactNode {
  return (
    <>
      <Select
        aria-label="摸底轮次"
        style={{ width: 330 }}
        value={chosen?.roundId ?? null}
        options={rounds.map((round) => ({
          value: round.roundId,
          label: `${round.name}${round.status === 'closed' ? '（已结束）' : ''}`,
        }))}
        onChange={(roundId) => roundId !== null && onChoose(roundId)}
      />
      {chosen && (
        <span className="quiet">
          {chosen.programmeName} · {chosen.year} 年 · {chosen.villages} 个村 · {chosen.openedBy}{' '}
          {shortInstantText(chosen.openedAt)} 开
        </span>
      )}
      {chosen?.status === 'closed' && <Tag>已结束{chosen.closedReason && `：${chosen.closedReason}`}</Tag>}
    </>
  )
}
