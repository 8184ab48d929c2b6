import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { ExtractGrain } from '../../../../src-main/domain/extract-field.ts'
import { formFields } from '../../../../src-main/domain/form-field.ts'
import type { FormView } from './form.ts'

interface Props {
  readonly view: FormView
  readonly grain: ExtractGrain
  readonly fields: readonly (string | null)[]
  onChange(fields: (string | null)[]): void
}

/** 对应 — their columns with what goes into each; what was only guessed is marked. */
export function FormColumns({ view, grain, fields, onChange }: Props): ReactNode {
  const options = formFields(grain).map(({ key, label }) => ({ value: key, label }))
  return (
    <div className="bulk-columns">
      {view.columns.map(({ header, sureness }, at) => {
        const label = header === '' ? `第 ${String(at + 1)} 列` : header
        const field = options.some(({ value }) => value === fields[at]) ? (fields[at] ?? null) : null
        const isGuess = field !== null && (sureness === 'alike' || sureness === 'content')
        return (
          <div key={at} className="form-column">
            <span className="bulk-header" title={label}>
              {label} {isGuess && <span className="explain">猜的</span>}
            </span>
            <Select<string | null>
              allowClear
              aria-label={`${label}填什么`}
              placeholder="不填"
              value={field}
              onChange={(chosen: string | null | undefined) =>
                onChange(fields.map((one, index) => (index === at ? (chosen ?? null) : one)))
              }
              options={options}
            />
          </div>
        )
      })}
    </div>
  )
}
