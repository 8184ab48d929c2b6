import { useQuery } from '@tanstack/react-query'
import { Alert, Table, Tag } from 'antd'
import type { ReactNode } from 'react'
import { mergedText } from '../../../../src-main/wording/fieldwork-labels.ts'
import { calls, type Outputs } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { shortInstantText } from '../../../format/instant.ts'
import { HeldPackages } from './held-packages.tsx'
import { QuarantineList } from './quarantine-list.tsx'

type Incoming = Outputs['fieldwork']['incoming']

/** 收件 — what waits for a person first, then numbers that are missing, then everything that came. */
export function IncomingPane(): ReactNode {
  const incoming = useQuery(calls.fieldwork.incoming.queryOptions())
  if (incoming.isError) return <ProblemAlert problem={problemOf(incoming.error)} />
  const { received = [], gaps = [], quarantined = [] } = incoming.data ?? {}
  return (
    <>
      {gaps.map((gap) => (
        <Alert key={gap.machineName} type="warning" showIcon title={gapText(gap)} />
      ))}
      <HeldPackages packages={received.filter(({ status }) => status === 'held')} />
      <QuarantineList files={quarantined} />
      <Table
        rowKey="packageId"
        size="small"
        loading={incoming.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={received.filter(({ status }) => status !== 'held')}
        locale={{ emptyText: '还没有收到过包' }}
        columns={[
          { title: '来自', dataIndex: 'machineName', width: 150 },
          { title: '序号', width: 56, align: 'right', render: (_, row) => row.sequence },
          { title: '结果', width: 84, render: (_, row) => <Status status={row.status} /> },
          { title: '带来', render: (_, row) => mergedText(row) },
          { title: '写出', width: 100, render: (_, row) => shortInstantText(row.createdAt) },
          {
            title: '接收',
            width: 170,
            render: (_, row) => `${shortInstantText(row.receivedAt)} ${row.receivedBy}`,
          },
          {
            title: '说明',
            width: 200,
            render: (_, row) =>
              row.decidedReason === null ? '' : `${row.decidedBy ?? ''}：${row.decidedReason}`,
          },
        ]}
      />
    </>
  )
}

function Status({ status }: { readonly status: Incoming['received'][number]['status'] }): ReactNode {
  return status === 'applied' ? <Tag color="success">已写入</Tag> : <Tag>没有采用</Tag>
}

function gapText({ machineName, missing, twice }: Incoming['gaps'][number]): string {
  const parts: string[] = []
  if (missing.length > 0)
    parts.push(
      `${machineName}的第 ${missing.join('、')} 号还没有收到。后面的号带着全部录入，不影响合并；找到 U 盘后再接收即可，照片可能只在缺的那一个里。`,
    )
  if (twice.length > 0)
    parts.push(
      `${machineName}的第 ${twice.join('、')} 号收到过两个不同的包：那台机器可能恢复过旧备份，请核对它上面的录入。`,
    )
  return parts.join('')
}
