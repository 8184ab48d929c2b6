import { Input } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  readonly value?: string
  readonly id?: string
  /** The last day that may be chosen. */
  readonly until?: string
  onChange?(day: string | undefined): void
}

/** A calendar day as text in and out, in the browser's own field: it takes digits and arrow keys. */
export function DayInput({ value, id, until, onChange }: Props): ReactNode {
  return (
    <Input
      type="date"
      style={{ width: 150 }}
      {...(id ? { id } : {})}
      {...(until ? { max: until } : {})}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
    />
  )
}
