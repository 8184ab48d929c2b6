import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChangeForm } from './change-form.tsx'
import type { Member } from './household.ts'

type Changes = Inputs['register']['changePerson']['changes']
type Typed = Changes & { readonly reason: string }

/** 改人员信息 — numbers that are masked on the page are only changed when they are typed anew. */
export function ChangePerson({ member, onClose }: { readonly member: Member; onClose(): void }): ReactNode {
  const [form] = Form.useForm<Typed>()
  const change = useCommand(client.register.changePerson)
  const { personId, name, relation, ethnicity, hukouKind, remark, fieldVersions } = member
  const save = ({ reason, idNumber, phone, ...plain }: Typed): void => {
    const typedAnew = { ...(idNumber?.trim() ? { idNumber } : {}), ...(phone?.trim() ? { phone } : {}) }
    change.mutate(
      { personId, changes: { ...plain, ...typedAnew }, seen: fieldVersions, reason },
      { onSuccess: onClose, onError: markFields(form) },
    )
  }
  return (
    <ChangeForm<Typed>
      title={`改 ${name} 的信息`}
      form={form}
      initialValues={{ name, relation, ethnicity, hukouKind, remark }}
      running={change}
      submit="保存"
      onClose={onClose}
      onFinish={save}
    >
      <Form.Item name="name" label="姓名">
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="relation" label="与户主关系">
        <Input disabled={member.isHouseholder} />
      </Form.Item>
      <Form.Item name="idNumber" label="公民身份号码">
        <Input placeholder={`${member.idMasked}，不变就留空`} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label="联系电话">
        <Input placeholder={`${member.phoneMasked || '没有'}，不变就留空`} autoComplete="off" />
      </Form.Item>
      <Form.Item name="ethnicity" label="民族">
        <Input />
      </Form.Item>
      <Form.Item name="hukouKind" label="户口性质">
        <Input />
      </Form.Item>
      <Form.Item name="remark" label="备注">
        <Input />
      </Form.Item>
    </ChangeForm>
  )
}
