import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { problemText, type ProblemLike } from './problem-text.ts'

export interface Props {
  readonly problem: ProblemLike | undefined
  readonly action?: ReactNode
  onClose?(): void
}

/** A refusal where it belongs: what happened, what to do now, and the code for the telephone. */
export function ProblemAlert({ problem, action, onClose }: Props): ReactNode {
  if (problem === undefined) return null
  const { what, now } = problemText(problem)
  return (
    <Alert
      className="problem"
      type={
        problem.code === 'internal.unexpected' || problem.code.startsWith('storage.') ? 'error' : 'warning'
      }
      showIcon
      role="alert"
      title={what}
      description={
        <>
          {now} <span className="problem-code">（{problem.code}）</span>
        </>
      }
      action={action}
      {...(onClose ? { closable: { onClose } } : {})}
    />
  )
}
