import { Input } from 'antd'
import type { ReactNode } from 'react'
import { dayWithWeekday } from '../format/instant.ts'

interface Props {
  readonly value?: string
  readonly id?: string
  /** The last day that may be chosen. */
  readonly until?: string
  /** Its name where no label stands beside it. */
  readonly label?: string
  onChange?(day: string | undefined): void
}

/**
 * A calendar day as text in and out, in the browser's own field: it takes digits and arrow keys. That field
 * follows the machine's language (06/07/2026), so the day is said beside it in words.
 */
export function DayInput({ value, id, until, label, onChange }: Props): ReactNode {
  return (
    <span className="day-input">
      <Input
        type="date"
        style={{ width: 150 }}
        {...(id ? { id } : {})}
        {...(label ? { 'aria-label': label } : {})}
        {...(until ? { max: until } : {})}
        value={value ?? ''}
        onChange={(event) => onChange?.(event.target.value || undefined)}
      />
      {value && <span className="quiet">{dayWithWeekday(value)}</span>}
    </span>
  )
}
