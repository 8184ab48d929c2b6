import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../api/calls.ts'
import { problemOf } from '../api/problem-of.ts'
import { refreshSession } from '../api/query-client.ts'
import { ProblemAlert } from '../components/problem-alert.tsx'
import type { SessionView } from './who.tsx'

interface Props {
  readonly session: SessionView
  onSwitch(): void
}

/** 锁屏 — covers everything until the same person's password, or another person signs in. */
export function LockScreen({ session, onSwitch }: Props): ReactNode {
  const [form] = Form.useForm<{ password: string }>()
  const unlock = useMutation({
    mutationFn: (input: { password: string }) => client.session.unlock(input),
    onSuccess: refreshSession,
    onError: () => form.resetFields(['password']),
  })
  return (
    <div className="curtain">
      <main className="card">
        <h1>已锁定</h1>
        <p>{session.displayName}，请输入密码继续。正在做的事情和正在运行的作业都还在。</p>
        {unlock.isError && <ProblemAlert problem={problemOf(unlock.error)} />}
        <Form form={form} layout="vertical" requiredMark={false} onFinish={unlock.mutate}>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
            <Input.Password autoFocus autoComplete="off" size="middle" />
          </Form.Item>
          <div className="buttons">
            <Button type="primary" size="middle" htmlType="submit" loading={unlock.isPending}>
              继续工作 Enter
            </Button>
            <Button size="middle" onClick={onSwitch}>
              换人使用
            </Button>
          </div>
        </Form>
      </main>
    </div>
  )
}
