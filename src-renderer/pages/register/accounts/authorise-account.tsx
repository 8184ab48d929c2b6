import { Form } from 'antd'
import type { ReactNode } from 'react'
import { client, type Inputs } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'
import type { Account } from '../household.ts'
import { AuthorisationFields } from './authorisation-fields.tsx'

type Typed = Omit<Inputs['register']['authoriseAccount'], 'accountId'>

/** 登记授权 — an agent who draws, or the guardian whose account it is; a new one ends the one before. */
export function AuthoriseAccount({
  account,
  onClose,
}: {
  readonly account: Account
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const authorise = useCommand(client.register.authoriseAccount)
  return (
    <ChangeForm<Typed>
      title={`登记 ${account.ownerName} 账户 ${account.accountMasked} 的授权`}
      form={form}
      hasReason={false}
      initialValues={{ kind: account.holderKind === 'guardian' ? 'guardian' : 'agent' }}
      running={authorise}
      submit="登记授权"
      onClose={onClose}
      onFinish={(typed) =>
        authorise.mutate(
          { accountId: account.accountId, ...typed },
          { onSuccess: onClose, onError: markFields(form) },
        )
      }
    >
      <AuthorisationFields />
    </ChangeForm>
  )
}
