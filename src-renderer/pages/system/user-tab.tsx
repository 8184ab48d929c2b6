import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { GrantForm } from './grant-form.tsx'
import { NewUserForm } from './new-user-form.tsx'
import type { User } from './user.ts'
import { UserReasonForm } from './user-reason-form.tsx'

type Open =
  { readonly what: 'grants' | 'deactivate' | 'password'; readonly user: User } | { readonly what: 'new' }

/** 人员与授权 — a permission is role × programme × village. */
export function UserTab(): ReactNode {
  const [open, setOpen] = useState<Open>()
  const users = useQuery(calls.user.list.queryOptions())
  const mayChange = useHasRole('administrator')
  const close = (): void => setOpen(undefined)
  if (users.isError) return <ProblemAlert problem={problemOf(users.error)} />
  return (
    <>
      {mayChange && (
        <div className="buttons">
          <Button type="primary" onClick={() => setOpen({ what: 'new' })}>
            新增人员
          </Button>
        </div>
      )}
      {open?.what === 'new' && <NewUserForm onDone={close} />}
      {open?.what === 'grants' && <GrantForm key={open.user.userId} user={open.user} onDone={close} />}
      {open?.what === 'deactivate' && (
        <UserReasonForm key={open.user.userId} what="deactivate" user={open.user} onDone={close} />
      )}
      {open?.what === 'password' && (
        <UserReasonForm key={open.user.userId} what="password" user={open.user} onDone={close} />
      )}
      <Table
        rowKey="userId"
        loading={users.isPending}
        pagination={false}
        dataSource={users.data ?? []}
        columns={[
          { title: '姓名', dataIndex: 'displayName', width: 100 },
          { title: '登录名', dataIndex: 'signInName', width: 110 },
          { title: '岗位和范围', render: (_, user) => <Grants user={user} /> },
          {
            title: '任期',
            width: 200,
            render: (_, user) => `${user.termFrom.slice(0, 10)} 至 ${user.termTo?.slice(0, 10) ?? '今'}`,
          },
          { title: '签名钥', width: 70, render: (_, user) => (user.hasSigningKey ? '有' : '—') },
          { title: '状态', width: 70, render: (_, user) => (user.active ? '在岗' : '已停用') },
          {
            title: '操作',
            width: 230,
            render: (_, user) =>
              mayChange &&
              user.active && (
                <span className="buttons">
                  <Button onClick={() => setOpen({ what: 'grants', user })}>授权</Button>
                  <Button onClick={() => setOpen({ what: 'password', user })}>重设密码</Button>
                  <Button danger onClick={() => setOpen({ what: 'deactivate', user })}>
                    停用
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </>
  )
}

function Grants({ user }: { readonly user: User }): ReactNode {
  return user.grants.map((grant) => (
    <Tag key={`${grant.role}${grant.programmeCode}${grant.villageCode}`}>
      {roleLabels[grant.role]}
      {grant.programmeCode !== '*' && ` · ${grant.programmeCode}`}
      {grant.villageCode !== '*' && ` · ${grant.villageCode}`}
    </Tag>
  ))
}
