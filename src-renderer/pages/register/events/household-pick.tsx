import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { calls, type Outputs } from '../../../api/calls.ts'

export type Hit = Outputs['register']['search']['hits'][number]

interface Props {
  readonly id?: string
  readonly value?: string
  readonly placeholder: string
  /** `person` picks somebody, `household` the household they are in. */
  readonly picks: 'person' | 'household'
  readonly without?: readonly string[]
  readonly isFirst?: boolean
  onChange?(id: string): void
  onHit?(hit: Hit): void
}

/** Somebody of the township by name, initials or number's end; names repeat, so the village and the number's mask stand beside. */
export function HouseholdPick(props: Props): ReactNode {
  const { id, value, placeholder, picks, without = [], isFirst = false, onChange, onHit } = props
  const [text, setText] = useState('')
  const found = useQuery(
    calls.register.search.queryOptions({ input: { text, limit: 20 }, enabled: text !== '' }),
  )
  const idOf = (hit: Hit): string | null => (picks === 'person' ? hit.personId : hit.householdId)
  const hits = (text === '' ? [] : (found.data?.hits ?? [])).filter((hit) => {
    const own = idOf(hit)
    return own !== null && !without.includes(own)
  })
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      autoFocus={isFirst}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
      notFoundContent={text === '' ? '输入姓名、拼音首字母或证号后四位' : '没有查到'}
      onChange={(chosen: string) => {
        onChange?.(chosen)
        const hit = hits.find((one) => idOf(one) === chosen)
        if (hit !== undefined) onHit?.(hit)
      }}
      options={hits.map((hit) => ({
        value: idOf(hit) ?? '',
        label: `${hit.name}（${hit.relation}，${hit.villageName}${hit.groupName}，${hit.idMasked}，户 ${hit.householdNo || '无'}）`,
      }))}
    />
  )
}
