import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { roles } from '../../../src-main/domain/role.ts'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { client, type Inputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type NewUser = Inputs['user']['create']

const required = [{ required: true, message: '必填' }]
const longEnough = [{ required: true, min: 8, message: '至少 8 个字符' }]
const roleOptions = roles.map((role) => ({ value: role, label: roleLabels[role] }))

export function NewUserForm({ onDone }: { onDone(): void }): ReactNode {
  const create = useCommand(client.user.create)
  return (
    <Form<NewUser>
      className="inline-form"
      layout="inline"
      onFinish={(typed) => create.mutate(typed, { onSuccess: onDone })}
    >
      <Form.Item name="displayName" label="姓名" rules={required}>
        <Input style={{ width: 110 }} />
      </Form.Item>
      <Form.Item name="signInName" label="登录名" rules={required}>
        <Input style={{ width: 110 }} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label="初始密码" rules={longEnough}>
        <Input.Password style={{ width: 150 }} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="roles" label="岗位" rules={required}>
        <Select mode="multiple" style={{ width: 200 }} options={roleOptions} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        新增
      </Button>
      <Button onClick={onDone}>取消</Button>
      <p className="quiet">负责人登录后在“本人”里自己设签名 PIN。</p>
      {create.isError && <ProblemAlert problem={problemOf(create.error)} />}
    </Form>
  )
}
