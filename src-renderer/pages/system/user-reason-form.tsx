import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { User } from './user.ts'

interface Props {
  readonly what: 'deactivate' | 'password'
  readonly user: User
  onDone(): void
}

interface Typed {
  readonly reason: string
  readonly newPassword?: string
}

const given = [{ required: true, min: 2, message: '写明原因' }]

/** Stopping an account or resetting its password: both need a reason that stays on record. */
export function UserReasonForm({ what, user, onDone }: Props): ReactNode {
  const { userId, version } = user
  const change = useCommand(({ reason, newPassword }: Typed) =>
    what === 'deactivate'
      ? client.user.deactivate({ userId, version, reason })
      : client.user.resetPassword({ userId, reason, newPassword: newPassword ?? '' }),
  )
  return (
    <Form<Typed>
      className="inline-form"
      layout="inline"
      onFinish={(typed) => change.mutate(typed, { onSuccess: onDone })}
    >
      <h3>
        {what === 'deactivate' ? '停用' : '重设密码'}：{user.displayName}
      </h3>
      {what === 'password' && (
        <Form.Item
          name="newPassword"
          label="新密码"
          rules={[{ required: true, min: 8, message: '至少 8 个字符' }]}
        >
          <Input.Password autoComplete="new-password" style={{ width: 160 }} />
        </Form.Item>
      )}
      <Form.Item name="reason" label="原因" rules={given}>
        <ReasonInput />
      </Form.Item>
      <Button type="primary" danger={what === 'deactivate'} htmlType="submit" loading={change.isPending}>
        {what === 'deactivate' ? '停用' : '重设'}
      </Button>
      <Button onClick={onDone}>取消</Button>
      {what === 'password' && user.hasSigningKey && (
        <p className="explain">签名 PIN 不能恢复，本人要重新设置。</p>
      )}
      {change.isError && <ProblemAlert problem={problemOf(change.error)} />}
    </Form>
  )
}
