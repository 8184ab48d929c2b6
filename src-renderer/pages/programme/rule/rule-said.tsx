import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { calls } from '../../../api/calls.ts'

/** A rule in plain words, with the text it stands for. */
export function RuleSaid({ text }: { readonly text: string }): ReactNode {
  const read = useQuery(calls.rule.read.queryOptions({ input: { text }, enabled: text.trim() !== '' }))
  if (text.trim() === '') return '没有，由人按政策判断'
  return <span title={text}>{read.data?.said || text}</span>
}
