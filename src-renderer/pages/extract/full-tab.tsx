import { useQuery } from '@tanstack/react-query'
import { Button, Empty, Popconfirm, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { countText } from '../../format/amount.ts'
import { instantText } from '../../format/instant.ts'
import { MadeFull, MakeFull } from './make-full.tsx'
import { SecondPerson } from './second-person.tsx'

export type FullRequest = Outputs['extract']['fullRequests'][number]

const statuses: { readonly [S in FullRequest['status']]: readonly [label: string, color: string] } = {
  waiting: ['等第二人同意', 'warning'],
  approved: ['已同意，待生成', 'processing'],
  expired: ['同意已过期', 'default'],
  refused: ['未同意', 'error'],
  withdrawn: ['已撤回', 'default'],
  made: ['已生成', 'success'],
}

/** 全号导出 — asked for by one, agreed to by another, made once, sealed. */
export function FullTab(): ReactNode {
  const requests = useQuery(calls.extract.fullRequests.queryOptions())
  if (requests.isError) return <ProblemAlert problem={problemOf(requests.error)} />
  if (requests.isPending) return <p className="quiet">正在读取…</p>
  return (
    <>
      <p className="quiet">
        多人的表默认只留证号、账号后四位。确需全号的：写明用途和提供给谁，由第二人用本人密码确认，文件加密、带水印，台账留存三年以上。
      </p>
      <MadeFull />
      {requests.data.length === 0 && (
        <Empty description="还没有申请。在“任选出表”里选好列和条件，点“申请全号”。" />
      )}
      {requests.data.map((request) => (
        <Request key={request.requestId} request={request} />
      ))}
    </>
  )
}

function Request({ request }: { readonly request: FullRequest }): ReactNode {
  const [label, color] = statuses[request.status]
  const mayConfirm = useHasRole('clerk', 'reviewer', 'approver')
  return (
    <section className="full-request">
      <h3 className="line">
        {request.title} <Tag color={color}>{label}</Tag>
        <span className="quiet">
          {request.askedBy} {instantText(request.askedAt)} 申请
        </span>
      </h3>
      <dl className="facts">
        <dt>内容</dt>
        <dd>
          <b>{countText(request.rows)}</b> 行 · <b>{countText(request.people)}</b> 人 ·{' '}
          {request.columns.join('、')}
        </dd>
        <dt>条件</dt>
        <dd>{request.conditions}</dd>
        <dt>用途</dt>
        <dd>
          {request.reason}；提供给 {request.recipient}
        </dd>
        {request.decidedBy !== null && (
          <>
            <dt>第二人</dt>
            <dd>
              {request.decidedBy} {instantText(request.decidedAt)}
              {request.decidedReason ? `：${request.decidedReason}` : ''}
            </dd>
          </>
        )}
      </dl>
      <div className="buttons">
        {request.status === 'waiting' && mayConfirm && <SecondPerson request={request} />}
        {request.mayMake && <MakeFull request={request} />}
        {request.isOwn && (request.status === 'waiting' || request.status === 'approved') && (
          <Withdraw request={request} />
        )}
      </div>
    </section>
  )
}

function Withdraw({ request }: { readonly request: FullRequest }): ReactNode {
  const withdraw = useCommand(client.extract.withdrawFull)
  return (
    <>
      <Popconfirm
        title="撤回这份申请？"
        okText="撤回"
        cancelText="不撤"
        onConfirm={() => withdraw.mutate({ requestId: request.requestId })}
      >
        <Button loading={withdraw.isPending}>撤回申请</Button>
      </Popconfirm>
      {withdraw.isError && <ProblemAlert problem={problemOf(withdraw.error)} />}
    </>
  )
}
