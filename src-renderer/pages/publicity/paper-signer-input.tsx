import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import type { ReactNode } from 'react'
import { paperSignerPostLabels } from '../../../src-main/wording/status-labels.ts'
import { calls } from '../../api/calls.ts'

interface Props {
  readonly villageCode: string
  readonly id?: string
  readonly value?: string
  onChange?(name: string): void
}

/** A name, with those who sign on paper for the village now as suggestions. */
export function PaperSignerInput({ villageCode, ...field }: Props): ReactNode {
  const signers = useQuery(calls.signer.list.queryOptions({ input: { villageCode } }))
  const options = (signers.data ?? [])
    .filter(({ inOffice }) => inOffice)
    .map(({ name, post }) => ({ value: `${paperSignerPostLabels[post]} ${name}` }))
  return <AutoComplete options={options} showSearch={{ filterOption: true }} {...field} />
}
