import { useQuery } from '@tanstack/react-query'
import { Alert, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useParams } from 'react-router'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useJob } from '../../api/use-job.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { RememberedNotes } from './remembered-notes.tsx'
import { StageActions } from './stage-actions.tsx'
import { StageCounts } from './stage-counts.tsx'
import { StageDifference, type GoneChoice } from './stage-difference.tsx'
import { StageDone } from './stage-done.tsx'
import { StageMapping } from './stage-mapping.tsx'
import { StageRows } from './stage-rows.tsx'
import type { Stage } from './stage.ts'
import './list.css'

/** 导入预览 — how the file was understood, which rows come in and which go back, and what would change, before anything is written. */
export function StagePage(): ReactNode {
  const { stageId = '' } = useParams()
  const commit = useJob('list.commit')
  const stage = useQuery(calls.list.stage.queryOptions({ input: { stageId }, retry: false }))
  if (commit.result) return <StageDone imported={commit.result} onClose={commit.clear} />
  if (stage.isError) return <ProblemAlert problem={problemOf(stage.error)} />
  if (stage.isPending) return <p className="quiet">正在打开预览…</p>
  return <Preview key={stageId} stage={stage.data} commit={commit} />
}

type Tab = 'mapping' | 'rows' | 'difference'

function Preview({
  stage,
  commit,
}: {
  readonly stage: Stage
  readonly commit: ReturnType<typeof useJob<'list.commit'>>
}): ReactNode {
  const isReady = stage.missing.length === 0
  const [chosenTab, setTab] = useState<Tab>()
  const [gone, setGone] = useState<GoneChoice>('note')
  const tab = chosenTab ?? (isReady ? 'rows' : 'mapping')
  const { added, changed, gone: goneCount } = stage.difference
  return (
    <Panel
      title={`${stage.kindLabel} · 导入预览`}
      extra={<StageActions stage={stage} commit={commit} gone={gone} />}
    >
      <JobProgress title="正在导入" view={commit.view} onCancel={commit.cancel} onClose={commit.clear} />
      <StageCounts stage={stage} />
      {!isReady && (
        <Alert
          type="warning"
          showIcon
          title={`还缺：${stage.missing.join('、')}`}
          description="请在下面“对应关系”里指定，再核对一次；文件不用重新选。"
        />
      )}
      <RememberedNotes stage={stage} />
      <Segmented<Tab>
        value={tab}
        onChange={setTab}
        options={[
          { value: 'rows', label: `逐行预览 ${countText(stage.counts.lines)}` },
          {
            value: 'difference',
            label: `与已存比较 新增 ${countText(added)} · 变更 ${countText(changed)} · 本次没有 ${countText(goneCount)}`,
          },
          { value: 'mapping', label: isReady ? '对应关系' : `对应关系（缺 ${stage.missing.length} 项）` },
        ]}
      />
      {tab === 'rows' && <StageRows stage={stage} />}
      {tab === 'difference' && <StageDifference stage={stage} gone={gone} onGone={setGone} />}
      {tab === 'mapping' && <StageMapping key={JSON.stringify(stage.plan)} stage={stage} />}
    </Panel>
  )
}
