import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { Notice } from './notice.ts'

/** 撤下 — the paper comes off the wall, the record of it stays. */
export function WithdrawForm({ notice, onDone }: { readonly notice: Notice; onDone(): void }): ReactNode {
  const withdraw = useCommand(client.publicity.withdraw)
  const { publicityId, version } = notice
  return (
    <Form<{ reason: string }>
      className="inline-form"
      onFinish={({ reason }) => withdraw.mutate({ publicityId, version, reason }, { onSuccess: onDone })}
    >
      <p className="explain">
        撤下后名单上的人回到“初审通过”：有错的先在“资格初审”退回补正，再重新冻结名单、重新张贴、重新计日。
      </p>
      <Form.Item name="reason" label="撤下原因" rules={[{ required: true, min: 2, message: '写明原因' }]}>
        <ReasonInput />
      </Form.Item>
      {withdraw.isError && <ProblemAlert problem={problemOf(withdraw.error)} />}
      <div className="buttons">
        <Button danger htmlType="submit" loading={withdraw.isPending}>
          撤下
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
