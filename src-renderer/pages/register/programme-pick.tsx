import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'

interface Props {
  readonly id?: string
  readonly value?: string
  onChange?(programmeCode: string | undefined): void
}

/** One of the programmes the person answers for, or none. */
export function ProgrammePick({ id, value, onChange }: Props): ReactNode {
  const { year } = useWho()
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      placeholder="不限项目"
      value={value ?? null}
      onChange={(code: string | null) => onChange?.(code ?? undefined)}
      showSearch={{ optionFilterProp: 'label' }}
      options={(programmes.data ?? []).map(({ programmeCode, name }) => ({
        value: programmeCode,
        label: name,
      }))}
    />
  )
}
