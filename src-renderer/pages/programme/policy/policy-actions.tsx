import { Button, Form, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole, useWho } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { useFilePick } from '../../../api/use-file-pick.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { countText } from '../../../format/amount.ts'
import { instantText } from '../../../format/instant.ts'
import type { PolicyView } from './policy.ts'

interface Props {
  readonly view: PolicyView
  onAdd(): void
}

/** Which list this is, and what the person before it may do with it. */
export function PolicyActions({ view, onAdd }: Props): ReactNode {
  const { year } = useWho()
  const isClerk = useHasRole('clerk')
  const read = useJob('policy.read')
  const pick = useFilePick('spreadsheet')
  const choose = (): void =>
    pick.mutate(undefined, { onSuccess: (file) => file && read.start({ fileToken: file.token, year }) })
  return (
    <>
      {view.list === null ? (
        <p>
          {year} 年的清单还没有。<b>没有上清单的项目不能启用条款，也就不能算钱、不能公示。</b>
        </p>
      ) : (
        <ListState list={view.list} />
      )}
      {isClerk && (
        <div className="line">
          <Button type={view.list === null ? 'primary' : 'default'} loading={read.isRunning} onClick={choose}>
            读入县清单…
          </Button>
          <Button onClick={onAdd}>逐条录入</Button>
          {read.result && (
            <span role="status">
              读入 {countText(read.result.lines)} 项，其中待定标准 {countText(read.result.pending)}{' '}
              项；等第二人核对启用。
            </span>
          )}
        </div>
      )}
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      <JobProgress title="正在读取" view={read.view} onCancel={read.cancel} onClose={read.clear} />
    </>
  )
}

function ListState({ list }: { readonly list: NonNullable<PolicyView['list']> }): ReactNode {
  const isDraft = list.status === 'draft'
  return (
    <section className={isDraft ? 'draft' : ''}>
      <p className="line">
        <Tag color={isDraft ? 'warning' : 'success'}>
          {isDraft ? '待启用' : '已启用'} 第 {list.version} 版
        </Tag>
        <b>{list.title}</b>
      </p>
      <p className="quiet">
        {list.source} · {list.enteredBy} {instantText(list.enteredAt)} 录入
        {list.decidedBy !== null && ` · ${list.decidedBy} ${instantText(list.decidedAt)} 启用`}
      </p>
      {isDraft && <Decision list={list} />}
    </section>
  )
}

function Decision({ list }: { readonly list: NonNullable<PolicyView['list']> }): ReactNode {
  const { listId, mayPutInForce, mayWithdraw } = list
  const [isWithdrawing, setWithdrawing] = useState(false)
  const put = useCommand(client.policy.putInForce)
  const withdraw = useCommand(client.policy.withdraw)
  const failed = put.isError ? put.error : withdraw.isError ? withdraw.error : null
  return (
    <>
      <div className="line">
        {mayPutInForce ? (
          <Button type="primary" loading={put.isPending} onClick={() => put.mutate({ listId })}>
            已与县里文件核对，启用
          </Button>
        ) : (
          <span className="quiet">须由没有录入过这份清单的审核或负责人核对启用。</span>
        )}
        {mayWithdraw && !isWithdrawing && <Button onClick={() => setWithdrawing(true)}>撤回…</Button>}
      </div>
      {isWithdrawing && (
        <Form<{ reason: string }>
          layout="inline"
          onFinish={({ reason }) => withdraw.mutate({ listId, reason })}
        >
          <Form.Item name="reason" label="撤回原因" rules={[{ required: true, min: 2, message: '写明原因' }]}>
            <ReasonInput />
          </Form.Item>
          <Button danger htmlType="submit" loading={withdraw.isPending}>
            撤回
          </Button>
        </Form>
      )}
      {failed !== null && <ProblemAlert problem={problemOf(failed)} />}
    </>
  )
}
