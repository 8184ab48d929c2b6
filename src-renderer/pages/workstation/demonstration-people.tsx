import { Button, Table } from 'antd'
import type { ReactNode } from 'react'
import type { JobResult } from '../../../src-main/contract/job.ts'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { clearAllJobs } from '../../api/job-shelf.ts'
import { askAgain } from '../../api/query-client.ts'

type People = JobResult<'workstation.fill-demonstration'>['people']

/** The invented people one can sign in as. */
export function DemonstrationPeople({ people }: { readonly people: People }): ReactNode {
  const leave = (): void => {
    clearAllJobs()
    void askAgain()
  }
  return (
    <div className="curtain">
      <main className="card wide">
        <h1>演示乡镇已建好</h1>
        <p>用下面任一人登录。同一笔的录入人不能审核，换人请用右上角“切换用户”。</p>
        <Table
          rowKey="signInName"
          pagination={false}
          dataSource={[...people]}
          columns={[
            { title: '姓名', dataIndex: 'displayName' },
            { title: '岗位', render: (_, person) => person.roles.map((role) => roleLabels[role]).join('、') },
            { title: '登录名', dataIndex: 'signInName' },
            { title: '密码', dataIndex: 'password', render: (password: string) => <code>{password}</code> },
            {
              title: '签名 PIN',
              dataIndex: 'pin',
              render: (pin: string | null) => (pin === null ? '—' : <code>{pin}</code>),
            },
          ]}
        />
        <Button type="primary" size="middle" onClick={leave}>
          去登录
        </Button>
      </main>
    </div>
  )
}
