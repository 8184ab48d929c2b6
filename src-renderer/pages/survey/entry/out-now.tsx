import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWho } from '../../../app/who.tsx'
import { calls } from '../../../api/calls.ts'
import { shortInstantText } from '../../../format/instant.ts'

/** 在外 — said before anybody types at the office: who has the household with them. It may be typed all the same. */
export function OutNow({ taskId }: { readonly taskId: string }): ReactNode {
  const isOffice = useWho().state.machine === 'office'
  const out = useQuery({
    ...calls.fieldwork.outNow.queryOptions({ input: { taskId } }),
    enabled: isOffice,
  })
  if (!isOffice || out.data === undefined || out.data.length === 0) return null
  return (
    <p className="entry-out" role="note">
      这一户在外：
      {out.data.map(({ machineName, since, visitors }) => (
        <span key={machineName + since}>
          <b>{machineName}</b>（{visitors.join('、')}）{shortInstantText(since)} 带出；
        </span>
      ))}
      <span>可以照常录；两边都改的同一项，返回时会列出来请您定。</span>
    </p>
  )
}
