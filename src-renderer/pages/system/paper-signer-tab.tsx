import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { paperSignerPostLabels } from '../../../src-main/wording/status-labels.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'
import { EndTermForm } from './end-term-form.tsx'
import { PaperSignerForm } from './paper-signer-form.tsx'

export type PaperSigner = Outputs['signer']['list'][number]

/** 村签字人 — who signs on paper for a village; no account comes of it. */
export function PaperSignerTab(): ReactNode {
  const [open, setOpen] = useState<'new' | PaperSigner>()
  const signers = useQuery(calls.signer.list.queryOptions({ input: {} }))
  const mayChange = useHasRole('clerk', 'administrator')
  const close = (): void => setOpen(undefined)
  if (signers.isError) return <ProblemAlert problem={problemOf(signers.error)} />
  return (
    <>
      <p className="quiet">
        村报账员、村主干、监委会在纸面上签字，不设账号。换人的，先填离任日，再登记接任的人；离任的留档。
      </p>
      {mayChange && open === undefined && (
        <div className="buttons">
          <Button onClick={() => setOpen('new')}>登记签字人</Button>
        </div>
      )}
      {open === 'new' && <PaperSignerForm onDone={close} />}
      {open !== undefined && open !== 'new' && (
        <EndTermForm key={open.signerId} signer={open} onDone={close} />
      )}
      <Table
        rowKey="signerId"
        loading={signers.isPending}
        pagination={false}
        dataSource={signers.data ?? []}
        locale={{ emptyText: '还没有登记签字人' }}
        columns={[
          { title: '村', dataIndex: 'villageName' },
          { title: '职务', width: 110, render: (_, row) => paperSignerPostLabels[row.post] },
          { title: '姓名', dataIndex: 'name', width: 110 },
          { title: '任期', width: 210, render: (_, row) => `${row.termFrom} 至 ${row.termTo ?? '今'}` },
          { title: '状态', width: 80, render: (_, row) => (row.inOffice ? '在任' : '不在任期') },
          {
            title: '登记',
            width: 220,
            render: (_, row) => `${row.registeredBy} ${instantText(row.registeredAt)}`,
          },
          {
            title: '操作',
            width: 90,
            render: (_, row) =>
              mayChange && row.inOffice && <Button onClick={() => setOpen(row)}>离任</Button>,
          },
        ]}
      />
    </>
  )
}
