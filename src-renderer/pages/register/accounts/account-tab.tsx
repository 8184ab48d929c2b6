import { Button, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import {
  accountKindLabels,
  custodyLabels,
  holderKindLabels,
} from '../../../../src-main/wording/register-labels.ts'
import { useHasRole } from '../../../app/who.tsx'
import { sourceText } from '../../../format/source-text.ts'
import type { Account, Household } from '../household.ts'
import { RevealedNumber } from '../revealed-number.tsx'
import { AddAccount } from './add-account.tsx'
import { AuthoriseAccount } from './authorise-account.tsx'
import { ChangeAccount } from './change-account.tsx'
import { ConfirmAccount } from './confirm-account.tsx'
import { ReplaceAccount } from './replace-account.tsx'

const dialogs = {
  change: ChangeAccount,
  replace: ReplaceAccount,
  authorise: AuthoriseAccount,
  confirm: ConfirmAccount,
} as const

/** 收款账户 — whose it is, who keeps the card, who may draw on it, and what has to be looked into. */
export function AccountTab({ household }: { readonly household: Household }): ReactNode {
  const [isAdding, setAdding] = useState(false)
  const [open, setOpen] = useState<{ readonly dialog: keyof typeof dialogs; readonly account: Account }>()
  const isClerk = useHasRole('clerk')
  const Dialog = open === undefined ? undefined : dialogs[open.dialog]
  return (
    <>
      {isClerk && (
        <Button size="small" className="tab-action" onClick={() => setAdding(true)}>
          登记账户
        </Button>
      )}
      <Table<Account>
        rowKey="accountId"
        size="small"
        pagination={false}
        dataSource={household.accounts}
        locale={{ emptyText: '没有账户' }}
        rowClassName={({ status }) => (status === 'closed' ? 'gone-row' : '')}
        columns={[
          { title: '归属人', dataIndex: 'ownerName', width: 84 },
          { title: '户名', width: 110, render: (_, account) => <Holder account={account} /> },
          {
            title: '账号',
            width: 112,
            render: (_, { accountId, accountMasked }) => (
              <RevealedNumber subject="account-no" subjectId={accountId} masked={accountMasked} />
            ),
          },
          { title: '种类', width: 62, render: (_, { kind }) => accountKindLabels[kind] },
          { title: '开户行', dataIndex: 'bankName', width: 150, ellipsis: true },
          { title: '卡在谁手里', width: 90, render: (_, { custody }) => custodyLabels[custody] },
          { title: '情况', render: (_, account) => <State account={account} /> },
          {
            title: '来源',
            width: 132,
            ellipsis: true,
            render: (_, { source, enteredBy }) => sourceText(source) || `${enteredBy}登记`,
          },
          {
            title: '办理',
            width: 168,
            render: (_, account) => (
              <AccountActions account={account} onOpen={(dialog) => setOpen({ dialog, account })} />
            ),
          },
        ]}
      />
      {isAdding && <AddAccount household={household} onClose={() => setAdding(false)} />}
      {open && Dialog && <Dialog account={open.account} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function Holder({ account }: { readonly account: Account }): ReactNode {
  return (
    <>
      {account.holderName}
      {account.holderKind !== 'own' && <div className="quiet">{holderKindLabels[account.holderKind]}</div>}
    </>
  )
}

function State({ account }: { readonly account: Account }): ReactNode {
  const { status, onTheWay, warnings, authorisations, confirmation, confirmedBy } = account
  const inForce = authorisations.filter(({ isInForce }) => isInForce)
  return (
    <>
      {status === 'closed' && <Tag>停用</Tag>}
      {onTheWay > 0 && <Tag color="processing">在办 {onTheWay} 笔</Tag>}
      {confirmation === 'done' && <span className="quiet">{confirmedBy}已核对 </span>}
      {inForce.map(({ authorisationId, kind, name, relation, validTo }) => (
        <div key={authorisationId} className="quiet">
          {kind === 'guardian' ? '监护人' : '取款代办人'} {name}（{relation}），{validTo} 到期
        </div>
      ))}
      {warnings.map((warning) => (
        <div key={warning} className="explain">
          {warning}
        </div>
      ))}
    </>
  )
}

interface ActionProps {
  readonly account: Account
  onOpen(dialog: keyof typeof dialogs): void
}

function AccountActions({ account, onOpen }: ActionProps): ReactNode {
  const isClerk = useHasRole('clerk')
  const mayConfirm = useHasRole('clerk', 'reviewer', 'approver')
  const link = (dialog: keyof typeof dialogs, label: string): ReactNode => (
    <Button type="link" size="small" onClick={() => onOpen(dialog)}>
      {label}
    </Button>
  )
  return (
    <>
      {isClerk && link('change', '改')}
      {isClerk && account.status === 'active' && link('replace', '换卡')}
      {isClerk && account.status === 'active' && link('authorise', '授权')}
      {mayConfirm && account.confirmation === 'wanted' && link('confirm', '核对')}
    </>
  )
}
