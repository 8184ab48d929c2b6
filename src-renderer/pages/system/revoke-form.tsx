import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'

interface Props {
  readonly machine: { readonly machineId: string; readonly name: string }
  onDone(): void
}

/** 吊销 — for good; what comes from it afterwards waits for a person. */
export function RevokeForm({ machine, onDone }: Props): ReactNode {
  const revoke = useCommand(client.fieldwork.revoke)
  return (
    <Form
      className="inline-form"
      layout="inline"
      onFinish={({ reason }: { reason: string }) =>
        revoke.mutate({ machineId: machine.machineId, reason }, { onSuccess: onDone })
      }
    >
      <h3>吊销“{machine.name}”</h3>
      <p className="quiet">
        吊销不能撤销：以后从它来的包先放着等人决定，不会自动写入，也不会丢。没有返回的户，请经办人在“外业笔记本
        › 任务”里转派。
      </p>
      <Form.Item name="reason" label="原因" rules={[{ required: true, min: 2, message: '请写原因' }]}>
        <ReasonInput placeholder="如：7 月 3 日下乡途中丢失" />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" loading={revoke.isPending}>
        吊销
      </Button>
      <Button onClick={onDone}>取消</Button>
      {revoke.isError && <ProblemAlert problem={problemOf(revoke.error)} />}
    </Form>
  )
}
