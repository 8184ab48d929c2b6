import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ExtractDefinition } from '../../../src-main/domain/extract-definition.ts'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useDelayed } from '../../api/use-delayed.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { ColumnChoice } from './column-choice.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { ExportActions } from './export-actions.tsx'
import { ExtractPreview } from './extract-preview.tsx'
import { KeptDefinitions } from './kept-definitions.tsx'
import { useDefinition } from './use-definition.ts'

/** 任选出表 — choose at the left; the count follows, and the lines are seen as the file will say them. */
export function TableTab(): ReactNode {
  const choice = useDefinition()
  const asked = useDelayed(choice.definition, 300)
  return (
    <div className="extract-table">
      <div className="extract-choice">
        <KeptDefinitions choice={choice} />
        <ColumnChoice choice={choice} />
        <ConditionFields choice={choice} />
      </div>
      <div className="column">
        <CountLine definition={asked} />
        <ExportActions definition={asked} />
        {asked.columns.length > 0 && <ExtractPreview definition={asked} />}
      </div>
    </div>
  )
}

function CountLine({ definition }: { readonly definition: ExtractDefinition }): ReactNode {
  const enabled = definition.columns.length > 0
  const count = useQuery(
    calls.extract.count.queryOptions({ input: { definition }, enabled, placeholderData: keepPreviousData }),
  )
  if (!enabled) return <p className="explain">请至少选一列。</p>
  if (count.isError) return <ProblemAlert problem={problemOf(count.error)} />
  if (count.data === undefined) return <p className="quiet">正在数…</p>
  const { rows, people, households } = count.data
  return (
    <p className="line" role="status">
      符合条件 <b>{countText(rows)}</b> 行 · <b>{countText(people)}</b> 人 · <b>{countText(households)}</b> 户
      <span className="quiet">证号、账号只留后四位；要全号的走“全号导出”</span>
    </p>
  )
}
