import { Button } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useJob } from '../../api/use-job.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import type { Stage } from './stage.ts'

/** 记住的对应关系 — says whose it is and since when, and can be forgotten. */
export function RememberedNotes({ stage }: { readonly stage: Stage }): ReactNode {
  const remap = useJob('list.remap')
  const forget = useCommand(client.list.forgetMapping)
  const [note] = stage.remembered
  if (note === undefined) return null
  const forgetAll = async (): Promise<void> => {
    for (const { shape } of stage.remembered) await forget.mutateAsync({ kind: stage.kind, shape })
    remap.start({ stageId: stage.stageId, plan: { ...stage.plan, sheets: [], said: {} } })
  }
  return (
    <div className="line remembered">
      <span>
        这种表头的文件导入过（“{note.fileName}”），对应关系按{note.savedBy}于 {instantText(note.savedAt)}{' '}
        改定的来。
      </span>
      <Button
        size="small"
        loading={forget.isPending || remap.isRunning}
        onClick={() => void forgetAll().catch(() => undefined)}
      >
        忘记，重新识别
      </Button>
      {forget.isError && <ProblemAlert problem={problemOf(forget.error)} />}
    </div>
  )
}
