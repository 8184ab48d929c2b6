import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'
import type { Account } from '../household.ts'

interface Typed {
  readonly accountNo: string
}

/** 核对账户 — typed again from the card, unseen; the same number twice is a number nobody mistyped. */
export function ConfirmAccount({
  account,
  onClose,
}: {
  readonly account: Account
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const confirm = useCommand(client.register.confirmAccount)
  const { accountId } = account
  return (
    <ChangeForm<Typed>
      title={`核对 ${account.ownerName} 的账户`}
      form={form}
      hasReason={false}
      running={confirm}
      submit="核对"
      onClose={onClose}
      onFinish={({ accountNo }) =>
        confirm.mutate({ accountId, accountNo }, { onSuccess: onClose, onError: markFields(form) })
      }
    >
      <p className="quiet">
        登记人：{account.enteredBy}；户名 {account.holderName}，{account.bankName || '开户行未填'}
        。请照卡面或存折照片把账号再输一遍，登记、改动过的人不能自己核对。
      </p>
      <Form.Item name="accountNo" label="账号" rules={[{ required: true, message: '请照卡面输入全号' }]}>
        <Input autoFocus autoComplete="off" />
      </Form.Item>
    </ChangeForm>
  )
}
