import { Button, Form } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'

/** 作废 — only before release; its applications go back to 公示期满. */
export function CancelPackage({ packageId }: { readonly packageId: string }): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const cancel = useCommand(client.package.cancel)
  const mayCancel = useHasRole('clerk', 'approver')
  if (!mayCancel) return null
  if (!isOpen)
    return (
      <Button className="cancel" onClick={() => setOpen(true)}>
        作废此包…
      </Button>
    )
  return (
    <Form<{ reason: string }> layout="inline" onFinish={({ reason }) => cancel.mutate({ packageId, reason })}>
      <Form.Item name="reason" label="作废原因" rules={[{ required: true, min: 2, message: '写明原因' }]}>
        <ReasonInput />
      </Form.Item>
      <Button danger htmlType="submit" loading={cancel.isPending}>
        作废
      </Button>
      {cancel.isError && <ProblemAlert problem={problemOf(cancel.error)} />}
    </Form>
  )
}
