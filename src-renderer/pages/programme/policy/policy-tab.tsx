import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWho } from '../../../app/who.tsx'
import { calls } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { Panel } from '../../../components/panel.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { passes, type PolicyFilter, type PolicyView, rowsOf } from './policy.ts'
import { PolicyActions } from './policy-actions.tsx'
import { PolicyHistory } from './policy-history.tsx'
import { PolicyLinePanel } from './policy-line-panel.tsx'
import { PolicyTable } from './policy-table.tsx'

/** 县清单 — what the county's list says this year, how it differs, and what that touches. */
export function PolicyTab({
  head,
  extra,
}: {
  readonly head: ReactNode
  readonly extra: ReactNode
}): ReactNode {
  const { year } = useWho()
  const [against, setAgainst] = useState<'in-force' | 'last-year'>('in-force')
  const [filter, setFilter] = useState<PolicyFilter>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = useQuery(
    calls.policy.show.queryOptions({ input: { year, against }, placeholderData: keepPreviousData }),
  )
  const rows = shown.data === undefined ? [] : rowsOf(shown.data)
  const row = rows.find(({ programmeCode }) => programmeCode === chosen)
  return (
    <>
      <Panel title="政策清单" extra={extra}>
        {head}
        {shown.isError && <ProblemAlert problem={problemOf(shown.error)} />}
        {shown.data && (
          <>
            <PolicyActions view={shown.data} onAdd={() => setChosen('new')} />
            <Compared view={shown.data} against={against} onAgainst={setAgainst} />
            <Segmented<PolicyFilter>
              className="policy-filter"
              value={filter}
              onChange={setFilter}
              options={[
                { value: 'all', label: `全部 ${String(rows.length)}` },
                { value: 'differs', label: `有变化 ${countOf(shown.data, 'differs')}` },
                { value: 'pending', label: `待定标准 ${countOf(shown.data, 'pending')}` },
                { value: 'terms', label: `条款不符 ${countOf(shown.data, 'terms')}` },
              ]}
            />
            <PolicyTable
              rows={rows.filter((each) => passes(each, filter))}
              hasBefore={shown.data.before !== null}
              chosen={chosen}
              onChoose={setChosen}
            />
            <PolicyHistory view={shown.data} />
          </>
        )}
      </Panel>
      <Panel className="terms-panel" title={chosen === 'new' ? '新增一项' : (row?.name ?? '清单项目')}>
        {chosen === 'new' ? (
          <PolicyLinePanel key="new" row={null} onDone={setChosen} />
        ) : row ? (
          <PolicyLinePanel key={row.programmeCode} row={row} onDone={setChosen} />
        ) : (
          <p className="quiet">点一个项目，看清单原文和变化。</p>
        )}
      </Panel>
    </>
  )
}

function countOf(view: PolicyView, filter: PolicyFilter): string {
  return String(rowsOf(view).filter((row) => passes(row, filter)).length)
}

interface ComparedProps {
  readonly view: PolicyView
  readonly against: 'in-force' | 'last-year'
  onAgainst(against: 'in-force' | 'last-year'): void
}

/** What the shown list is compared with; there is a choice only for a draft beside a list in force. */
function Compared({ view, against, onAgainst }: ComparedProps): ReactNode {
  const { list, before, inForceVersion } = view
  if (list === null) return null
  const hasChoice = list.status === 'draft' && inForceVersion !== null
  return (
    <p className="line">
      {before === null ? (
        <span className="quiet">没有更早的清单可比。读入上年清单（先换政策年度）就能看变化。</span>
      ) : (
        <span>
          与 {before.year} 年第 {before.version} 版相比
        </span>
      )}
      {hasChoice && (
        <Segmented<'in-force' | 'last-year'>
          size="small"
          value={against}
          onChange={onAgainst}
          options={[
            { value: 'in-force', label: '比现行' },
            { value: 'last-year', label: '比上年' },
          ]}
        />
      )}
    </p>
  )
}
