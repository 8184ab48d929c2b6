import { Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { sourceText } from '../../format/source-text.ts'
import type { Household } from './household.ts'
import { RevealedNumber } from './revealed-number.tsx'

const sexes = { male: '男', female: '女' } as const

export function MemberTable({
  household,
  foundPersonId,
}: {
  household: Household
  foundPersonId: string | null
}): ReactNode {
  return (
    <Table
      rowKey="personId"
      pagination={false}
      dataSource={household.members}
      rowClassName={(member) => (member.personId === foundPersonId ? 'chosen-row' : '')}
      columns={[
        {
          title: '姓名',
          width: 150,
          render: (_, member) => (
            <>
              {member.name} {member.isHouseholder && <Tag color="success">户主</Tag>}
            </>
          ),
        },
        { title: '关系', dataIndex: 'relation', width: 80 },
        { title: '性别', width: 56, render: (_, member) => sexes[member.sex] },
        { title: '出生日期', width: 150, render: (_, member) => `${member.birthDate}（${member.age} 岁）` },
        {
          title: '公民身份号码',
          width: 250,
          render: (_, member) => (
            <RevealedNumber subject="id-number" subjectId={member.personId} masked={member.idMasked} />
          ),
        },
        {
          title: '电话',
          width: 180,
          render: (_, member) => (
            <RevealedNumber subject="phone" subjectId={member.personId} masked={member.phoneMasked} />
          ),
        },
        {
          title: '情况',
          render: (_, member) => (
            <>
              {member.deathDate !== null && <Tag color="error">名单死亡 {member.deathDate}</Tag>}
              {member.onPayroll && <Tag color="warning">财政供养</Tag>}
            </>
          ),
        },
        { title: '来源', ellipsis: true, render: (_, member) => sourceText(member.source) },
      ]}
    />
  )
}

const accountKinds = { card: '卡', passbook: '存折' } as const

export function AccountTable({ household }: { readonly household: Household }): ReactNode {
  return (
    <Table
      rowKey="accountId"
      pagination={false}
      dataSource={household.accounts}
      locale={{ emptyText: '没有账户' }}
      columns={[
        { title: '户名', dataIndex: 'holderName', width: 80 },
        {
          title: '账号',
          render: (_, account) => (
            <RevealedNumber
              subject="account-no"
              subjectId={account.accountId}
              masked={account.accountMasked}
            />
          ),
        },
        { title: '种类', width: 56, render: (_, account) => accountKinds[account.kind] },
        { title: '开户行', dataIndex: 'bankName' },
      ]}
    />
  )
}
