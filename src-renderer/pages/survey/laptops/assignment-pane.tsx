import { useQuery } from '@tanstack/react-query'
import { Button, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { assignmentStateLabels } from '../../../../src-main/wording/fieldwork-labels.ts'
import { useHasRole } from '../../../app/who.tsx'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { countText } from '../../../format/amount.ts'
import { shortInstantText } from '../../../format/instant.ts'
import { AssignForm } from './assign-form.tsx'
import { EndAssignment } from './end-assignment.tsx'
import { PackageOut } from './package-out.tsx'

export type Assignment = Outputs['fieldwork']['assignments'][number]

interface Open {
  readonly what: 'assign' | 'take-back' | 'reissue'
  readonly assignmentId?: string
}

/** 任务 — which laptop is out with how many households; the office may edit them at any time all the same. */
export function AssignmentPane(): ReactNode {
  const [open, setOpen] = useState<Open>()
  const list = useQuery(calls.fieldwork.assignments.queryOptions())
  const mayAssign = useHasRole('clerk')
  const chosen = list.data?.find(({ assignmentId }) => assignmentId === open?.assignmentId)
  const close = (): void => setOpen(undefined)
  if (list.isError) return <ProblemAlert problem={problemOf(list.error)} />
  return (
    <>
      {open?.what === 'assign' && <AssignForm onDone={close} />}
      {chosen && open && open.what !== 'assign' && (
        <EndAssignment
          key={chosen.assignmentId + open.what}
          assignment={chosen}
          how={open.what}
          onDone={close}
        />
      )}
      {mayAssign && open === undefined && (
        <div className="buttons">
          <Button type="primary" onClick={() => setOpen({ what: 'assign' })}>
            派发任务…
          </Button>
          <span className="quiet">
            派出去的户，办公室照常可以改；两边都改的同一项，收回来时会列出来请您定。
          </span>
        </div>
      )}
      <Table
        rowKey="assignmentId"
        size="small"
        loading={list.isPending}
        pagination={false}
        dataSource={list.data ?? []}
        locale={{ emptyText: '还没有派发过外业任务' }}
        columns={[
          { title: '状态', width: 92, render: (_, row) => <State assignment={row} /> },
          {
            title: '笔记本',
            width: 130,
            render: (_, row) => (
              <>
                {row.machineName}
                {row.machineRevoked && <Tag color="error">已吊销</Tag>}
              </>
            ),
          },
          { title: '调查员', width: 110, render: (_, row) => row.visitors.join('、') },
          { title: '轮次', render: (_, row) => row.roundName },
          {
            title: '返回／户数',
            width: 92,
            align: 'right',
            render: (_, row) => `${countText(row.returned)}／${countText(row.tasks)}`,
          },
          { title: '村', dataIndex: 'villages', width: 44, align: 'right' },
          {
            title: '发出',
            width: 140,
            render: (_, row) => `${shortInstantText(row.assignedAt)} ${row.assignedBy}`,
          },
          { title: '说明', width: 170, render: (_, row) => <Note assignment={row} /> },
          {
            title: '操作',
            width: 260,
            render: (_, row) =>
              mayAssign && (
                <span className="buttons">
                  {row.packageId !== null && row.endedAt === null && <PackageOut packageId={row.packageId} />}
                  {row.endedAt === null && row.state !== 'returned' && (
                    <>
                      <Button onClick={() => setOpen({ what: 'take-back', assignmentId: row.assignmentId })}>
                        收回
                      </Button>
                      <Button onClick={() => setOpen({ what: 'reissue', assignmentId: row.assignmentId })}>
                        转派
                      </Button>
                    </>
                  )}
                </span>
              ),
          },
        ]}
      />
    </>
  )
}

const colors = {
  sent: 'processing',
  taken: 'processing',
  'partly-returned': 'warning',
  returned: 'success',
  'taken-back': 'default',
  reissued: 'default',
} as const

function State({ assignment }: { readonly assignment: Assignment }): ReactNode {
  return <Tag color={colors[assignment.state]}>{assignmentStateLabels[assignment.state]}</Tag>
}

function Note({ assignment }: { readonly assignment: Assignment }): ReactNode {
  const { endedAt, endedBy, endedReason, lastReturnedAt, takenAt, note } = assignment
  if (endedAt !== null) return `${shortInstantText(endedAt)} ${endedBy ?? ''}：${endedReason ?? ''}`
  if (lastReturnedAt !== null) return `最近返回 ${shortInstantText(lastReturnedAt)}`
  if (takenAt !== null) return `已领 ${shortInstantText(takenAt)}`
  return note
}
