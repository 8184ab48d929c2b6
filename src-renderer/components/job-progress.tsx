import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { countText } from '../format/amount.ts'
import { ProblemAlert } from './problem-alert.tsx'
import type { ProblemLike } from './problem-text.ts'

interface Props {
  readonly title: string
  readonly view:
    | {
        readonly state: 'running' | 'done' | 'failed' | 'cancelled'
        readonly phase: string
        readonly done: number
        readonly total: number
        readonly problem?: ProblemLike | undefined
      }
    | undefined
  onCancel?(): void
  onClose?(): void
}

/** How far a job is, with the way to stop it; afterwards only what went wrong stays. */
export function JobProgress({ title, view, onCancel, onClose }: Props): ReactNode {
  if (view === undefined || view.state === 'done') return null
  if (view.state === 'failed')
    return <ProblemAlert problem={view.problem} {...(onClose ? { onClose } : {})} />
  if (view.state === 'cancelled') return <p role="status">{title}：已停止，什么也没有写入。</p>
  const percent = view.total > 0 ? Math.floor((view.done / view.total) * 100) : 0
  return (
    <div className="job" role="status">
      <span className="job-title">
        {title}
        {view.phase !== '' && ` · ${view.phase}`}
        {view.total > 0 && ` · ${countText(view.done)}／${countText(view.total)}`}
      </span>
      <Progress percent={percent} size="small" aria-label={title} />
      {onCancel && <Button onClick={onCancel}>停止</Button>}
    </div>
  )
}
