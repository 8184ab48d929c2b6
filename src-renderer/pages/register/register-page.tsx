import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { HouseholdList } from './household-list.tsx'
import './register.css'

type Summary = Outputs['register']['summary']

/** 人口与账户 — villages at the left, their households at the right, to a hundred thousand. */
export function RegisterPage(): ReactNode {
  const [params, setParams] = useSearchParams()
  const summary = useQuery(calls.register.summary.queryOptions())
  const villageCode = params.get('village') ?? undefined
  const pendingOnly = params.get('pending') === '1'
  const choose = (change: { village?: string | undefined; pending?: boolean }): void => {
    const next = { village: villageCode, pending: pendingOnly, ...change }
    setParams(
      { ...(next.village ? { village: next.village } : {}), ...(next.pending ? { pending: '1' } : {}) },
      { replace: true },
    )
  }
  if (summary.isError) return <ProblemAlert problem={problemOf(summary.error)} />
  return (
    <>
      <Panel title="村" className="villages">
        {summary.data && (
          <Villages summary={summary.data} chosen={villageCode} onChoose={(village) => choose({ village })} />
        )}
      </Panel>
      <Panel
        title="户"
        extra={
          <>
            <Checkbox checked={pendingOnly} onChange={(event) => choose({ pending: event.target.checked })}>
              只看户主待补（{countText(summary.data?.pendingHouseholders ?? 0)} 户）
            </Checkbox>
            <span className="quiet">↑↓ 选择 · Enter 打开 · Ctrl+K 查人</span>
          </>
        }
      >
        <HouseholdList
          key={`${villageCode}-${pendingOnly}`}
          villageCode={villageCode}
          pendingOnly={pendingOnly}
        />
      </Panel>
    </>
  )
}

interface VillagesProps {
  readonly summary: Summary
  readonly chosen: string | undefined
  onChoose(villageCode: string | undefined): void
}

function Villages({ summary, chosen, onChoose }: VillagesProps): ReactNode {
  return (
    <ul className="village-list">
      <Village
        name="全镇"
        households={summary.households}
        isChosen={chosen === undefined}
        onChoose={() => onChoose(undefined)}
      />
      {summary.byVillage.map((village) => (
        <Village
          key={village.villageCode}
          name={village.villageName}
          households={village.households}
          isChosen={chosen === village.villageCode}
          onChoose={() => onChoose(village.villageCode)}
        />
      ))}
    </ul>
  )
}

interface VillageProps {
  readonly name: string
  readonly households: number
  readonly isChosen: boolean
  onChoose(): void
}

function Village({ name, households, isChosen, onChoose }: VillageProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={isChosen ? 'village chosen' : 'village'}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        <span>{name}</span>
        <span className="quiet">{countText(households)} 户</span>
      </button>
    </li>
  )
}
