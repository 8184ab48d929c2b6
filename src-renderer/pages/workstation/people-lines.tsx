import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select, type FormItemProps } from 'antd'
import type { ReactNode } from 'react'
import { roles } from '../../../src-main/domain/role.ts'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'

interface Props {
  readonly passwordRules: NonNullable<FormItemProps['rules']>
}

const roleOptions = roles
  .filter((role) => role !== 'administrator')
  .map((role) => ({ value: role, label: roleLabels[role] }))

/** One line a person: name, sign-in name, password, roles, and the PIN of an approver. */
export function PeopleLines({ passwordRules }: Props): ReactNode {
  return (
    <Form.List name="people">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }) => (
            <PersonLine key={key} at={name} passwordRules={passwordRules} onRemove={() => remove(name)} />
          ))}
          <Form.Item>
            <Button onClick={() => add({ roles: ['clerk'] })}>再加一人</Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  )
}

function PersonLine({
  at,
  passwordRules,
  onRemove,
}: Props & { readonly at: number; onRemove(): void }): ReactNode {
  const chosen = Form.useWatch(['people', at, 'roles']) as string[] | undefined
  const isApprover = chosen?.includes('approver') ?? false
  const nth = `第 ${at + 1} 人`
  return (
    <div className="person-line">
      <Form.Item name={[at, 'displayName']} rules={[{ required: true, message: '请填姓名' }]}>
        <Input placeholder="姓名" aria-label={`${nth}姓名`} />
      </Form.Item>
      <Form.Item name={[at, 'signInName']} rules={[{ required: true, message: '请填登录名' }]}>
        <Input placeholder="登录名" aria-label={`${nth}登录名`} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[at, 'password']} rules={passwordRules}>
        <Input.Password
          placeholder="密码（8 位以上）"
          aria-label={`${nth}密码`}
          autoComplete="new-password"
        />
      </Form.Item>
      <Form.Item name={[at, 'roles']} rules={[{ required: true, message: '请选岗位' }]}>
        <Select mode="multiple" aria-label={`${nth}岗位`} options={roleOptions} />
      </Form.Item>
      {isApprover ? (
        <Form.Item name={[at, 'pin']} rules={[{ required: true, min: 8, message: '至少 8 个字符' }]}>
          <Input.Password
            placeholder="签名 PIN（8 位以上）"
            aria-label={`${nth}签名 PIN`}
            autoComplete="new-password"
          />
        </Form.Item>
      ) : (
        <span />
      )}
      <Button type="text" icon={<DeleteOutlined />} aria-label={`删去${nth}`} onClick={onRemove} />
    </div>
  )
}
