import { Button } from 'antd'
import type { ReactNode } from 'react'
import { client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface Props {
  readonly packageId: string
  readonly paper: NonNullable<Outputs['package']['get']['paperSignOff']>
}

/** 线下签批 — who signed on paper and who registered it, with the scan. */
export function PaperSignOff({ packageId, paper }: Props): ReactNode {
  const save = useFileDownload(client.package.paperSheet)
  return (
    <span className="line">
      {paper.approverName} 于 {paper.signedOn} 在纸面签批，{paper.registeredBy} 登记
      <Button loading={save.isPending} onClick={() => save.mutate({ packageId })}>
        签批单扫描件
      </Button>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
    </span>
  )
}
