import { App, Form } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'
import type { Account } from '../household.ts'
import { AccountNumberFields } from './account-fields.tsx'

interface Typed {
  readonly accountNo: string
  readonly bankName?: string
  readonly reason: string
}

/** 换卡 — what is on its way goes to the new card; the old one stays on record and is found all the same. */
export function ReplaceAccount({
  account,
  onClose,
}: {
  readonly account: Account
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const { modal } = App.useApp()
  const replace = useCommand(client.register.replaceAccount)
  const { accountId, ownerName, accountMasked, onTheWay, bankName } = account
  const done = ({ moved, packed }: { moved: number; packed: number }): void => {
    onClose()
    if (packed > 0)
      void modal.warning({
        title: `${packed} 笔已经打包，包里还是旧账户`,
        content: `在办的 ${moved} 笔已改到新账户。已打包的要先撤出报送包，再重新打包。`,
        okText: '知道了',
      })
  }
  return (
    <ChangeForm<Typed>
      title={`${ownerName} 换卡（原 ${accountMasked}）`}
      form={form}
      initialValues={{ bankName }}
      running={replace}
      submit="换卡，等第二人核对"
      onClose={onClose}
      onFinish={(typed) =>
        replace.mutate({ accountId, ...typed }, { onSuccess: done, onError: markFields(form) })
      }
    >
      <p className="quiet">
        {onTheWay > 0 ? `在办的 ${onTheWay} 笔申报会改付到新账户，` : ''}
        旧账户停用并留在记录里，按旧号也查得到。
      </p>
      <AccountNumberFields isFirst />
    </ChangeForm>
  )
}
