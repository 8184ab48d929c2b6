import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { HandoverForm } from './handover-form.tsx'
import type { User } from './user.ts'
import { UserReasonForm } from './user-reason-form.tsx'

interface Props {
  readonly user: User
  onDone(): void
}

/** 停用 — first the handover sheet, signed by both sides; then the account is closed. */
export function LeavingSteps({ user, onDone }: Props): ReactNode {
  const [isAgain, setAgain] = useState(false)
  const print = useFileDownload(client.user.handoverFile)
  if (user.handoverAt === null || isAgain)
    return <HandoverForm user={user} onMade={() => setAgain(false)} onDone={onDone} />
  return (
    <>
      <p className="line">
        第二步：离任交接单已于 {instantText(user.handoverAt)} 制作，请双方签字存档后停用。
        <Button loading={print.isPending} onClick={() => print.mutate({ userId: user.userId })}>
          再打印
        </Button>
        <Button onClick={() => setAgain(true)}>重新制作</Button>
      </p>
      {print.isError && <ProblemAlert problem={problemOf(print.error)} />}
      <UserReasonForm what="deactivate" user={user} onDone={onDone} />
    </>
  )
}
