import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { accountKindLabels } from '../../../../src-main/wording/register-labels.ts'
import type { Inputs } from '../../../api/calls.ts'
import { memberOption, type Account, type Household, type Member } from '../household.ts'

type TakeOver = NonNullable<Inputs['household']['recordDeath']['takeOver']>

export interface SuccessorTyped {
  readonly successorId?: string
  /** An account's id, `new` for one that is entered, `later` while the card is missing. */
  readonly account?: string
  readonly accountNo?: string
  readonly bankName?: string
}

/** Who goes on and to which card, as the core takes it; nobody where nobody was chosen. */
export function takeOverOf({
  successorId,
  account,
  accountNo = '',
  bankName = '',
}: SuccessorTyped): TakeOver | null {
  if (successorId === undefined) return null
  if (account === 'new') return { successorId, account: { accountNo, bankName } }
  if (account === undefined || account === 'later') return { successorId, account: null }
  return { successorId, account: { accountId: account } }
}

/** The account first in line: one of their own that is in use, or the one still to be entered. */
export function firstAccountOf(household: Household, successorId: string): string {
  return ownAccounts(household, successorId)[0]?.accountId ?? 'new'
}

function ownAccounts({ accounts }: Household, personId: string): readonly Account[] {
  return accounts.filter(
    (account) => account.personId === personId && account.status === 'active' && account.holderKind === 'own',
  )
}

interface Props {
  readonly household: Household
  readonly candidates: readonly Member[]
  readonly isRequired?: boolean
}

/** 承接人和收款卡 — the card must be in the successor's own name. */
export function SuccessorFields({ household, candidates, isRequired = false }: Props): ReactNode {
  const form = Form.useFormInstance<SuccessorTyped>()
  const successorId = Form.useWatch('successorId', form)
  const account = Form.useWatch('account', form)
  const own = successorId === undefined ? [] : ownAccounts(household, successorId)
  return (
    <>
      <Form.Item
        name="successorId"
        label="承接人"
        {...(isRequired
          ? { rules: [{ required: true, message: '请选承接人' }] }
          : { extra: '不选，在办的申报退回等待，以后再办承接' })}
      >
        <Select allowClear={!isRequired} options={candidates.map(memberOption)} />
      </Form.Item>
      {successorId !== undefined && (
        <Form.Item name="account" label="收款账户" rules={[{ required: true, message: '请选收款账户' }]}>
          <Radio.Group className="stacked">
            {own.map(({ accountId, bankName, accountMasked, kind, holderName }) => (
              <Radio key={accountId} value={accountId}>
                {bankName} {accountMasked}（{accountKindLabels[kind]}，户名 {holderName}）
              </Radio>
            ))}
            <Radio value="new">登记新卡</Radio>
            <Radio value="later">新卡还没办好，申报先退回等待</Radio>
          </Radio.Group>
        </Form.Item>
      )}
      {successorId !== undefined && account === 'new' && (
        <>
          <Form.Item name="accountNo" label="新卡账号" rules={[{ required: true, message: '请照卡面填写' }]}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="bankName" label="开户行">
            <Input />
          </Form.Item>
        </>
      )}
    </>
  )
}
