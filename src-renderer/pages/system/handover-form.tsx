import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { client, type Inputs } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { User } from './user.ts'

type Typed = Omit<Inputs['user']['handover'], 'userId'>

interface Props {
  readonly user: User
  onMade(): void
  onDone(): void
}

/** 离任交接单 — open tasks and key are read by the program; who receives what is said here. */
export function HandoverForm({ user, onMade, onDone }: Props): ReactNode {
  const make = useCommand(async (typed: Typed) => {
    const { file } = await client.user.handover({ userId: user.userId, ...typed })
    return saveFile(file)
  })
  return (
    <Form<Typed>
      className="inline-form"
      layout="inline"
      onFinish={(typed) => make.mutate(typed, { onSuccess: onMade })}
    >
      <h3>停用：{user.displayName} · 第一步，离任交接单</h3>
      <p className="quiet">未办结事项和签名钥由程序列出；停用时签名钥同时吊销。</p>
      <Form.Item name="receivedBy" label="接收人" rules={[{ required: true, min: 2, message: '请填接收人' }]}>
        <Input style={{ width: 140 }} maxLength={40} />
      </Form.Item>
      <Form.Item name="media" label="移交介质" rules={[{ required: true, message: '没有的，填“无”' }]}>
        <Input style={{ width: 360 }} maxLength={500} placeholder="U 盘、纸质清册、恢复纸，没有的填“无”" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={make.isPending}>
        制作交接单
      </Button>
      <Button onClick={onDone}>取消</Button>
      {make.isError && <ProblemAlert problem={problemOf(make.error)} />}
    </Form>
  )
}
