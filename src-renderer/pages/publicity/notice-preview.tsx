import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** The very document that is printed, in a frame that may run nothing. */
export function NoticePreview({
  publicityId,
  serial,
}: {
  readonly publicityId: string
  readonly serial: string
}): ReactNode {
  const document = useQuery(calls.publicity.document.queryOptions({ input: { publicityId } }))
  if (document.isError) return <ProblemAlert problem={problemOf(document.error)} />
  if (document.isPending) return <p className="quiet">正在排版…</p>
  const { html, uncovered } = document.data
  return (
    <>
      {uncovered.length > 0 && (
        <Alert type="warning" showIcon title={`字库里没有这些字：${uncovered.join(' ')}，打印后请核对。`} />
      )}
      <div className="sheet">
        <iframe title={`公示件 ${serial}`} srcDoc={html} sandbox="" />
      </div>
    </>
  )
}
