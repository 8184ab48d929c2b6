import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { custodies, holderKinds } from '../../../../src-main/domain/register-fields.ts'
import { custodyLabels, holderKindLabels } from '../../../../src-main/wording/register-labels.ts'

export const custodyOptions = custodies.map((value) => ({ value, label: custodyLabels[value] }))
export const holderKindOptions = holderKinds.map((value) => ({ value, label: holderKindLabels[value] }))

interface Props {
  /** Shown where the number is masked and only typed anew when it changes. */
  readonly accountMasked?: string
  readonly isFirst?: boolean
}

export function AccountNumberFields({ accountMasked, isFirst = false }: Props): ReactNode {
  return (
    <>
      <Form.Item
        name="accountNo"
        label="账号"
        rules={accountMasked === undefined ? [{ required: true, message: '请照卡面填写' }] : []}
      >
        <Input
          autoFocus={isFirst}
          autoComplete="off"
          placeholder={accountMasked === undefined ? '照卡面或存折填写' : `${accountMasked}，不变就留空`}
        />
      </Form.Item>
      <Form.Item name="bankName" label="开户行">
        <Input />
      </Form.Item>
    </>
  )
}

export function CustodyField(): ReactNode {
  return (
    <Form.Item name="custody" label="卡在谁手里">
      <Select options={custodyOptions} />
    </Form.Item>
  )
}
