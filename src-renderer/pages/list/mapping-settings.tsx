import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { listKinds, listKindTerms } from '../../../src-main/domain/list-kind.ts'
import { DayInput } from '../../components/day-input.tsx'
import type { Stage } from './stage.ts'
import type { Mapping } from './use-mapping.ts'

interface Props {
  readonly stage: Stage
  readonly mapping: Mapping
}

const kindOptions = listKinds.map((kind) => ({ value: kind, label: listKindTerms[kind].label }))

/** What is said of the list as a whole. */
export function MappingSettings({ stage, mapping }: Props): ReactNode {
  const { plan, change } = mapping
  const terms = listKindTerms[plan.kind]
  return (
    <div className="line">
      <label>
        清单种类{' '}
        <Select
          value={plan.kind}
          options={kindOptions}
          style={{ width: 230 }}
          // another kind has other columns: they are found anew
          onChange={(kind) =>
            kind === stage.plan.kind
              ? mapping.reset()
              : change({ kind, sheets: [], said: {}, programmeCode: null })
          }
        />
      </label>
      {terms.years && (
        <label>
          发放年度{' '}
          <InputNumber
            min={2000}
            max={2100}
            value={plan.year}
            status={plan.year === null ? 'error' : ''}
            onChange={(year) => change({ year })}
            style={{ width: 84 }}
          />
        </label>
      )}
      {terms.programme === 'chosen' && (
        <>
          <label>
            月份{' '}
            <InputNumber
              min={1}
              max={12}
              value={plan.month}
              placeholder="全年"
              onChange={(month) => change({ month })}
              style={{ width: 72 }}
            />
          </label>
          <label>
            补贴项目{' '}
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={plan.programmeCode}
              placeholder="按“补贴项目”一列逐行认"
              options={stage.programmes.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(code: string | undefined) => change({ programmeCode: code ?? null })}
              style={{ width: 260 }}
            />
          </label>
        </>
      )}
      <label>
        名单截至 <DayInput value={plan.asOf ?? ''} onChange={(day) => change({ asOf: day ?? null })} />
      </label>
    </div>
  )
}
