import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls } from '../../api/calls.ts'

interface Props {
  readonly value?: string
  onChange?(householdId: string | undefined): void
}

/** 选户 — by name, pinyin or the last digits of a number, as the search everywhere does. */
export function HouseholdChoice({ value, onChange }: Props): ReactNode {
  const [text, setText] = useState('')
  const found = useQuery({
    ...calls.register.search.queryOptions({ input: { text: text || '-', limit: 20 } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const options = (found.data?.hits ?? []).flatMap((hit) =>
    hit.householdId === null
      ? []
      : [
          {
            value: hit.householdId,
            label: `${hit.name} ${hit.villageName}${hit.groupName} ${hit.relation} ${hit.idMasked}`,
          },
        ],
  )
  return (
    <Select
      allowClear
      placeholder="姓名、拼音首字母或证号后几位"
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value ?? null}
      options={uniqueByHousehold(options)}
      notFoundContent={text === '' ? '请输入' : '没有找到'}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
    />
  )
}

/** Several people of one household may be found; the first stands for it. */
function uniqueByHousehold<T extends { readonly value: string }>(options: readonly T[]): T[] {
  return [...new Map(options.toReversed().map((one) => [one.value, one])).values()].toReversed()
}
