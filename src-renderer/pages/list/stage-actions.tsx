import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useJob, type Job } from '../../api/use-job.ts'
import { useJobFile } from '../../api/use-job-file.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import type { GoneChoice } from './stage-difference.tsx'
import type { Stage } from './stage.ts'

interface Props {
  readonly stage: Stage
  readonly commit: Job<'list.commit'>
  readonly gone: GoneChoice
}

/** What can be done with a preview: take it along, send rows back, give it up, import it. */
export function StageActions({ stage, commit, gone }: Props): ReactNode {
  const navigate = useNavigate()
  const reject = useFileDownload(() => client.list.rejectFile({ stageId: stage.stageId }))
  const preview = useJob('list.preview')
  useJobFile(preview, saveFile)
  const { counts } = stage
  const discard = async (): Promise<void> => {
    await client.list.discardStage({ stageId: stage.stageId }).catch(() => undefined)
    void navigate('/list')
  }
  return (
    <>
      {reject.isError && <ProblemAlert problem={problemOf(reject.error)} />}
      <JobProgress
        title="正在整理核对表"
        view={preview.view}
        onCancel={preview.cancel}
        onClose={preview.clear}
      />
      <Button disabled={preview.isRunning} onClick={() => preview.start({ stageId: stage.stageId })}>
        下载核对表
      </Button>
      <Button
        disabled={counts.rejected === 0}
        loading={reject.isPending}
        onClick={() => reject.mutate(undefined)}
      >
        下载退回件（{countText(counts.rejected)} 行）
      </Button>
      <Button disabled={commit.isRunning} onClick={() => void discard()}>
        不导入
      </Button>
      <Button
        type="primary"
        loading={commit.isRunning}
        disabled={counts.accepted === 0 || stage.missing.length > 0}
        onClick={() => commit.start({ stageId: stage.stageId, gone })}
      >
        导入有效的 {countText(counts.accepted)} 行
      </Button>
    </>
  )
}
