import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'
import type { Account } from '../household.ts'
import { AccountNumberFields, CustodyField, holderKindOptions } from './account-fields.tsx'

interface Typed {
  readonly accountNo?: string
  readonly bankName: string
  readonly holderName: string
  readonly holderKind: Account['holderKind']
  readonly creditCode: string
  readonly custody: Account['custody']
  readonly reason: string
}

/** 改账户 — what was mistyped, who keeps the card, or to stop and start using it; a new card is 换卡. */
export function ChangeAccount({
  account,
  onClose,
}: {
  readonly account: Account
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const change = useCommand(client.register.changeAccount)
  const setStatus = useCommand(client.register.setAccountStatus)
  const { accountId, bankName, holderName, holderKind, creditCode, custody, fieldVersions } = account
  const save = ({ reason, accountNo, ...plain }: Typed): void => {
    const changes = { ...plain, ...(accountNo?.trim() ? { accountNo } : {}) }
    change.mutate(
      { accountId, changes, seen: fieldVersions, reason },
      { onSuccess: onClose, onError: markFields(form) },
    )
  }
  const isActive = account.status === 'active'
  const switchStatus = async (): Promise<void> => {
    const { reason } = (await form.validateFields(['reason'])) as Pick<Typed, 'reason'>
    setStatus.mutate({ accountId, status: isActive ? 'closed' : 'active', reason }, { onSuccess: onClose })
  }
  return (
    <ChangeForm<Typed>
      title={`改 ${account.ownerName} 的账户 ${account.accountMasked}`}
      form={form}
      initialValues={{ bankName, holderName, holderKind, creditCode, custody }}
      running={setStatus.isError ? setStatus : change}
      submit="保存"
      onClose={onClose}
      onFinish={save}
    >
      <AccountNumberFields accountMasked={account.accountMasked} isFirst />
      <Form.Item name="holderName" label="户名">
        <Input />
      </Form.Item>
      <Form.Item name="holderKind" label="账户性质">
        <Select options={holderKindOptions} />
      </Form.Item>
      <Form.Item name="creditCode" label="信用代码" hidden={holderKind !== 'organisation'}>
        <Input />
      </Form.Item>
      <CustodyField />
      <div className="buttons status-switch">
        <Button
          size="small"
          danger={isActive}
          loading={setStatus.isPending}
          onClick={() => void switchStatus()}
        >
          {isActive ? '停用这个账户' : '重新启用'}
        </Button>
        <span className="quiet">先在下面写明事由</span>
      </div>
    </ChangeForm>
  )
}
