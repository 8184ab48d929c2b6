import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole, useWho } from '../../app/who.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { CopiedText } from '../../components/copied-text.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** The person's own password, and an approver's own signing key. */
export function OwnTab(): ReactNode {
  const isApprover = useHasRole('approver')
  return (
    <div className="columns-2">
      <PasswordForm />
      {isApprover && <SigningKeyForm />}
    </div>
  )
}

const longEnough = [{ required: true, min: 8, message: '至少 8 个字符' }]
const given = [{ required: true, message: '必填' }]

function PasswordForm(): ReactNode {
  const [form] = Form.useForm<Inputs['session']['changePassword']>()
  const change = useCommand(client.session.changePassword)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => change.mutate(typed, { onSuccess: () => form.resetFields() })}
    >
      <h3>改密码</h3>
      <Form.Item name="oldPassword" label="现在的密码" rules={given}>
        <Input.Password autoComplete="off" />
      </Form.Item>
      <Form.Item name="newPassword" label="新密码" rules={longEnough}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.isError && <ProblemAlert problem={problemOf(change.error)} />}
      {change.isSuccess && <p className="ties">密码已改。</p>}
      <Button htmlType="submit" loading={change.isPending}>
        改密码
      </Button>
    </Form>
  )
}

function SigningKeyForm(): ReactNode {
  const { session } = useWho()
  const [form] = Form.useForm<Inputs['user']['makeSigningKey']>()
  const make = useCommand(client.user.makeSigningKey)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => make.mutate(typed, { onSuccess: () => form.resetFields() })}
    >
      <h3>签名 PIN</h3>
      <p>
        {session.hasSigningKey ? '您已有签名钥。重新设置会作废旧的。' : '签发报送包要用。还没有签名钥。'}
        <b>PIN 忘了谁也恢复不了，只能重设。</b>
      </p>
      <Form.Item name="pin" label="签名 PIN（8 位以上）" rules={longEnough}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="password" label="登录密码" rules={given}>
        <Input.Password autoComplete="off" />
      </Form.Item>
      {make.isError && <ProblemAlert problem={problemOf(make.error)} />}
      {make.data && (
        <p>
          签名钥指纹 <CopiedText text={make.data.fingerprint} />
        </p>
      )}
      <Button htmlType="submit" loading={make.isPending}>
        {session.hasSigningKey ? '作废旧的，重新设置' : '设置签名 PIN'}
      </Button>
    </Form>
  )
}
