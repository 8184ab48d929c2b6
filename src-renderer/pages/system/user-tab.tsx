import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { GrantForm } from './grant-form.tsx'
import { LeavingSteps } from './leaving-steps.tsx'
import { NewUserForm } from './new-user-form.tsx'
import type { User } from './user.ts'
import { UserReasonForm } from './user-reason-form.tsx'

interface Open {
  readonly what: 'new' | 'grants' | 'deactivate' | 'password'
  readonly userId?: string
}

/** 人员与授权 — a permission is role × programme × village. */
export function UserTab(): ReactNode {
  const [open, setOpen] = useState<Open>()
  const users = useQuery(calls.user.list.queryOptions())
  const mayChange = useHasRole('administrator')
  const chosen = users.data?.find(({ userId }) => userId === open?.userId)
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
      {open?.what === 'grants' && chosen && (
        // A person changed by somebody else meanwhile begins the form anew: nothing of theirs is overwritten.
        <GrantForm key={`${chosen.userId} ${chosen.version}`} user={chosen} onDone={close} />
      )}
      {open?.what === 'deactivate' && chosen && (
        <LeavingSteps key={chosen.userId} user={chosen} onDone={close} />
      )}
      {open?.what === 'password' && chosen && (
        <UserReasonForm key={chosen.userId} what="password" user={chosen} onDone={close} />
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
                  <Button onClick={() => setOpen({ what: 'grants', userId: user.userId })}>授权</Button>
                  <Button onClick={() => setOpen({ what: 'password', userId: user.userId })}>重设密码</Button>
                  <Button danger onClick={() => setOpen({ what: 'deactivate', userId: user.userId })}>
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
