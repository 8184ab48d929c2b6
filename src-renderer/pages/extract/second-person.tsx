import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWho } from '../../app/who.tsx'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { FullRequest } from './full-tab.tsx'

interface Typed {
  readonly signInName: string
  readonly password: string
  readonly reason?: string
}

/** 第二人确认 — at their own window, or at the first person's with their own password. */
export function SecondPerson({ request }: { readonly request: FullRequest }): ReactNode {
  const { session } = useWho()
  const [form] = Form.useForm<Typed>()
  const [agrees, setAgrees] = useState(true)
  const people = useQuery(calls.extract.secondPeople.queryOptions())
  const decide = useCommand(client.extract.decideFull)
  const isSecond = !request.isOwn && session.roles.some((role) => role === 'reviewer' || role === 'approver')
  const own = { signInName: session.signInName, displayName: `${session.displayName}（本人）` }
  const options = [...(isSecond ? [own] : []), ...(people.data ?? [])]
  const send = ({ reason = '', ...typed }: Typed): void => {
    decide.mutate({ requestId: request.requestId, agrees, reason, ...typed })
    form.resetFields(['password'])
  }
  return (
    <Form<Typed>
      form={form}
      layout="inline"
      requiredMark={false}
      className="inline-form"
      initialValues={isSecond ? { signInName: session.signInName } : {}}
      onFinish={send}
    >
      <Form.Item name="signInName" label="第二人" rules={[{ required: true, message: '请选人' }]}>
        <Select
          style={{ width: 150 }}
          placeholder="审核人或负责人"
          options={options.map((one) => ({ value: one.signInName, label: one.displayName }))}
        />
      </Form.Item>
      <Form.Item name="password" label="本人密码" rules={[{ required: true, message: '请第二人输入密码' }]}>
        <Input.Password autoComplete="off" style={{ width: 140 }} />
      </Form.Item>
      <Form.Item name="reason" label="意见">
        <ReasonInput style={{ width: 180 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={decide.isPending} onClick={() => setAgrees(true)}>
        看过，同意
      </Button>
      <Button htmlType="submit" loading={decide.isPending} onClick={() => setAgrees(false)}>
        不同意
      </Button>
      {decide.isError && <ProblemAlert problem={problemOf(decide.error)} />}
    </Form>
  )
}
