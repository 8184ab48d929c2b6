import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText, muText } from '../../format/amount.ts'
import { HouseholdList } from './household-list.tsx'
import { PastVillages } from './past-villages.tsx'
import './register.css'

type Summary = Outputs['register']['summary']

type Shown = 'registered' | 'pending' | 'ended'

/** 人口与账户 — villages at the left, their households at the right, to a hundred thousand. */
export function RegisterPage(): ReactNode {
  const [params, setParams] = useSearchParams()
  const summary = useQuery(calls.register.summary.queryOptions())
  const villageCode = params.get('village') ?? undefined
  const shown = shownOf(params)
  const choose = (change: { village?: string | undefined; shown?: Shown }): void => {
    const next = { village: villageCode, shown, ...change }
    setParams(
      {
        ...(next.village ? { village: next.village } : {}),
        ...(next.shown === 'pending' ? { pending: '1' } : {}),
        ...(next.shown === 'ended' ? { ended: '1' } : {}),
      },
      { replace: true },
    )
  }
  if (summary.isError) return <ProblemAlert problem={problemOf(summary.error)} />
  const pending = countText(summary.data?.pendingHouseholders ?? 0)
  return (
    <>
      <Panel title="村" className="villages" extra={<PastVillages />}>
        {summary.data && (
          <Villages summary={summary.data} chosen={villageCode} onChoose={(village) => choose({ village })} />
        )}
      </Panel>
      <Panel
        title="户"
        extra={
          <>
            <Segmented<Shown>
              size="small"
              aria-label="显示哪些户"
              value={shown}
              onChange={(chosen) => choose({ shown: chosen })}
              options={[
                { value: 'registered', label: '在册' },
                { value: 'pending', label: `户主待补 ${pending}` },
                { value: 'ended', label: '已销户、迁出' },
              ]}
            />
            <span className="quiet">↑↓ 选择 · Enter 打开 · Ctrl+K 查人</span>
          </>
        }
      >
        <LandBooks />
        <HouseholdList key={`${villageCode}-${shown}`} villageCode={villageCode} shown={shown} />
      </Panel>
    </>
  )
}

function shownOf(params: URLSearchParams): Shown {
  if (params.get('ended') === '1') return 'ended'
  return params.get('pending') === '1' ? 'pending' : 'registered'
}

/** 整册提示 — a ledger that names no counterpart is told of once, here, and no household is suspected for it. */
function LandBooks(): ReactNode {
  const books = useQuery(calls.land.books.queryOptions())
  return books.data?.map(({ batchId, fileName, rows, areaCentiMu }) => (
    <p key={batchId} className="explain">
      《{fileName}》有 {countText(rows)} 户写了转出（{muText(areaCentiMu)}{' '}
      亩），没有对方信息，转入方无法核对：整册一条提示，不逐户列疑点。
    </p>
  ))
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
