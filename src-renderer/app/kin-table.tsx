import { Button, Modal, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { kinRelationLabels } from '../../src-main/wording/kin-labels.ts'
import { client, type Outputs } from '../api/calls.ts'
import { problemOf } from '../api/problem-of.ts'
import { useCommand } from '../api/use-command.ts'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { ReasonInput } from '../components/reason-input.tsx'
import { instantText } from '../format/instant.ts'
import { useHasRole } from './who.tsx'

type Kin = Outputs['review']['kin'][number]

interface KinTableProps {
  readonly rows: readonly Kin[]
  readonly isPending: boolean
  /** Which household each row is of, where they are of many. */
  readonly withHousehold?: boolean
}

/** 近亲属申报 — who declared which household; taken back only by somebody else. */
export function KinTable({ rows, isPending, withHousehold = false }: KinTableProps): ReactNode {
  const [withdrawing, setWithdrawing] = useState<Kin>()
  const mayWithdraw = useHasRole('reviewer', 'approver')
  const household = {
    title: '户',
    render: (_: unknown, row: Kin) => (
      <Link to={`/register/${row.householdId}?tab=kin`}>
        {row.villageName}
        {row.groupName} {row.householderName || '户主未定'}
      </Link>
    ),
  }
  return (
    <>
      <Table<Kin>
        rowKey="kinId"
        size="small"
        loading={isPending}
        pagination={false}
        dataSource={[...rows]}
        locale={{ emptyText: '没有工作人员申报' }}
        columns={[
          ...(withHousehold ? [household] : []),
          { title: '工作人员', width: 130, dataIndex: 'staff' },
          { title: '关系', width: 250, render: (_, row) => kinRelationLabels[row.relation] },
          { title: '申报时间', width: 160, render: (_, row) => instantText(row.declaredAt) },
          { title: '情况', render: (_, row) => stateText(row) },
          {
            title: '办理',
            width: 90,
            render: (_, row) =>
              mayWithdraw && !row.isMine && row.withdrawn === null ? (
                <Button size="small" onClick={() => setWithdrawing(row)}>
                  撤销…
                </Button>
              ) : null,
          },
        ]}
      />
      {withdrawing && <Withdraw kin={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  )
}

function stateText({ withdrawn }: Kin): ReactNode {
  if (withdrawn === null) return <span className="explain">本人回避</span>
  return (
    <span className="quiet">
      {instantText(withdrawn.at)} {withdrawn.by} 撤销：{withdrawn.reason}
    </span>
  )
}

function Withdraw({ kin, onClose }: { readonly kin: Kin; onClose(): void }): ReactNode {
  const [reason, setReason] = useState('')
  const withdraw = useCommand(client.review.withdrawKin)
  return (
    <Modal
      open
      title={`撤销${kin.staff}的近亲属申报`}
      okText="撤销申报"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim().length < 2, loading: withdraw.isPending }}
      onCancel={onClose}
      onOk={() => withdraw.mutate({ kinId: kin.kinId, reason: reason.trim() }, { onSuccess: onClose })}
    >
      <p>撤销后{kin.staff}可以审核这一户。申报和撤销都留在记录里。</p>
      <ReasonInput
        aria-label="撤销原因"
        placeholder="为什么不是近亲属"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {withdraw.isError && <ProblemAlert problem={problemOf(withdraw.error)} />}
    </Modal>
  )
}
