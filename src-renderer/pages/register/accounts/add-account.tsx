import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { client, type Inputs } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'
import { livingOf, memberOption, type Household } from '../household.ts'
import { AccountNumberFields, CustodyField, holderKindOptions } from './account-fields.tsx'
import { AuthorisationFields } from './authorisation-fields.tsx'

type AddInput = Inputs['register']['addAccount']
interface Typed {
  readonly personId: string
  readonly accountNo: string
  readonly bankName?: string
  readonly custody: string
  readonly holderKind: 'own' | 'guardian' | 'organisation'
  readonly holderName?: string
  readonly creditCode?: string
  readonly authorisation?: Omit<NonNullable<AddInput['authorisation']>, 'kind'>
  readonly reason: string
}

/** 登记账户 — one's own unless something else is said; a guardian's needs its proof in the same act. */
export function AddAccount({
  household,
  onClose,
}: {
  readonly household: Household
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const add = useCommand(client.register.addAccount)
  const holderKind = Form.useWatch('holderKind', form)
  const people = livingOf(household)
  const save = ({ personId, authorisation, reason, ...values }: Typed): void =>
    add.mutate(
      {
        personId,
        values,
        authorisation: authorisation === undefined ? null : { kind: 'guardian', ...authorisation },
        reason,
      },
      { onSuccess: onClose, onError: markFields(form) },
    )
  return (
    <ChangeForm<Typed>
      title="登记账户"
      form={form}
      initialValues={{ personId: people[0]?.personId ?? '', holderKind: 'own', custody: 'self' }}
      running={add}
      submit="登记，等第二人核对"
      onClose={onClose}
      onFinish={save}
    >
      <Form.Item name="personId" label="归属人">
        <Select autoFocus options={people.map(memberOption)} />
      </Form.Item>
      <AccountNumberFields />
      <CustodyField />
      <Form.Item name="holderKind" label="账户性质">
        <Radio.Group options={holderKindOptions} />
      </Form.Item>
      {holderKind === 'guardian' && (
        <>
          <p className="explain">监护人账户只能用于政策条款允许的项目。</p>
          <AuthorisationFields under={['authorisation']} hasKind={false} />
        </>
      )}
      {holderKind === 'organisation' && (
        <>
          <p className="explain">对公账户只能用于政策清单标明组织对象的项目。</p>
          <Form.Item name="holderName" label="单位名称" rules={[{ required: true, message: '请填单位全称' }]}>
            <Input />
          </Form.Item>
          <Form.Item name="creditCode" label="信用代码">
            <Input placeholder="18 位统一社会信用代码" />
          </Form.Item>
        </>
      )}
    </ChangeForm>
  )
}
