import { Button } from 'antd'
import type { ReactNode } from 'react'
import { client, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { problemText } from '../../../components/problem-text.ts'
import { shortInstantText } from '../../../format/instant.ts'
import { ReceiveOutcome } from './receive-outcome.tsx'

type Quarantined = Outputs['fieldwork']['incoming']['quarantined'][number]

/** 待处理的文件 — refused ones with why; a copy is kept here, so the stick may go. */
export function QuarantineList({ files }: { readonly files: readonly Quarantined[] }): ReactNode {
  const retry = useJob('fieldwork.retry')
  const putAway = useCommand(client.fieldwork.putAway)
  if (files.length === 0 && retry.result === undefined) return null
  return (
    <section className="aside-list" aria-label="待处理的文件">
      {files.length > 0 && <h3>没有采用的文件 {files.length} 个（原件已留在本机，其他包不受影响）</h3>}
      <JobProgress title="正在再试一次" view={retry.view} onClose={retry.clear} />
      {retry.result && <ReceiveOutcome files={[retry.result]} onClose={retry.clear} />}
      {putAway.isError && <ProblemAlert problem={problemOf(putAway.error)} />}
      {files.map((file) => {
        const { what, now } = problemText(file.problem)
        return (
          <div key={file.sha256} className="aside-line">
            <span className="aside-why">
              <b>{file.fileName}</b> <span className="must">{what}</span>
              <br />
              {now}{' '}
              <span className="quiet">
                {shortInstantText(file.triedAt)} {file.foundBy}
              </span>
            </span>
            <Button loading={retry.isRunning} onClick={() => retry.start({ sha256: file.sha256 })}>
              再试一次
            </Button>
            <Button loading={putAway.isPending} onClick={() => putAway.mutate({ sha256: file.sha256 })}>
              收起
            </Button>
          </div>
        )
      })}
    </section>
  )
}
