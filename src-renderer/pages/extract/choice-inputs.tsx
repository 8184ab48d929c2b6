import { InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'

interface RangeProps {
  readonly label: string
  readonly from: number | undefined
  readonly to: number | undefined
  /** How many of the stored units one typed unit is: 100 for 亩 and 元. */
  readonly units?: number
  onChange(from: number | undefined, to: number | undefined): void
}

/** From – to, either end may stay open. */
export function Range({ label, from, to, units = 1, onChange }: RangeProps): ReactNode {
  const shown = (value: number | undefined): number | null => (value === undefined ? null : value / units)
  const stored = (value: number | null): number | undefined =>
    value === null ? undefined : Math.round(value * units)
  return (
    <span className="extract-range">
      <InputNumber
        aria-label={`${label}从`}
        min={0}
        value={shown(from)}
        onChange={(value) => onChange(stored(value), to)}
      />
      至
      <InputNumber
        aria-label={`${label}到`}
        min={0}
        value={shown(to)}
        onChange={(value) => onChange(from, stored(value))}
      />
    </span>
  )
}

interface YesNoProps {
  readonly label: string
  readonly yes: string
  readonly no: string
  readonly value: boolean | undefined
  onChange(value: boolean | undefined): void
}

export function YesNo({ label, yes, no, value, onChange }: YesNoProps): ReactNode {
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder="不限"
      value={value === undefined ? null : value ? 'yes' : 'no'}
      onChange={(chosen: 'yes' | 'no' | null | undefined) =>
        onChange(chosen == null ? undefined : chosen === 'yes')
      }
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
      ]}
    />
  )
}
