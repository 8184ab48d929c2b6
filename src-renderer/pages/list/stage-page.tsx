import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { StageColumns } from './stage-columns.tsx'
import { StageCounts } from './stage-counts.tsx'
import { OtherSheets } from './other-sheets.tsx'
import { StageRows, type Outcome } from './stage-rows.tsx'
import { StageDone } from './stage-done.tsx'
import './list.css'

type Stage = Outputs['list']['stage']

/** 导入预览 — how the file was understood, which rows come in and which go back, before anything is written. */
export function StagePage(): ReactNode {
  const { stageId = '' } = useParams()
  const commit = useJob('list.commit')
  const stage = useQuery(calls.list.stage.queryOptions({ input: { stageId }, retry: false }))
  if (commit.result) return <StageDone batch={commit.result} onClose={commit.clear} />
  if (stage.isError) return <ProblemAlert problem={problemOf(stage.error)} />
  if (stage.isPending) return <p className="quiet">正在打开预览…</p>
  return <Preview stage={{ ...stage.data, stageId }} commit={commit} />
}

function Preview({
  stage,
  commit,
}: {
  readonly stage: Stage
  readonly commit: ReturnType<typeof useJob<'list.commit'>>
}): ReactNode {
  const [outcome, setOutcome] = useState<Outcome>(stage.counts.rejected > 0 ? 'rejected' : 'accepted')
  const navigate = useNavigate()
  const reject = useFileDownload(() => client.list.rejectFile({ stageId: stage.stageId }))
  const discard = async (): Promise<void> => {
    await client.list.discardStage({ stageId: stage.stageId }).catch(() => undefined)
    void navigate('/list')
  }
  const { counts } = stage
  return (
    <Panel
      title={`${stage.kindLabel} · 导入预览`}
      extra={
        <>
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
            disabled={counts.accepted === 0}
            onClick={() => commit.start({ stageId: stage.stageId })}
          >
            导入有效的 {countText(counts.accepted)} 行
          </Button>
        </>
      }
    >
      <JobProgress title="正在导入" view={commit.view} onCancel={commit.cancel} onClose={commit.clear} />
      {reject.isError && <ProblemAlert problem={problemOf(reject.error)} />}
      <StageCounts stage={stage} />
      {stage.sheets.length > 1 && <OtherSheets stage={stage} />}
      <StageColumns stage={stage} />
      <Segmented<Outcome>
        value={outcome}
        onChange={setOutcome}
        options={[
          { value: 'rejected', label: `退回 ${countText(counts.rejected)}` },
          { value: 'warned', label: `有提示 ${countText(counts.warned)}` },
          { value: 'accepted', label: `有效 ${countText(counts.accepted)}` },
          { value: 'skipped', label: `跳过 ${countText(counts.skipped)}` },
          { value: 'all', label: `全部 ${countText(counts.lines)}` },
        ]}
      />
      <StageRows key={outcome} stage={stage} outcome={outcome} />
    </Panel>
  )
}
