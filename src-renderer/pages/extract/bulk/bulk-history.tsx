import { useQuery } from '@tanstack/react-query'
import { Button, Form, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../../app/who.tsx'
import { calls, type Outputs } from '../../../api/calls.ts'
import { askAgain } from '../../../api/query-client.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useJob } from '../../../api/use-job.ts'
import { JobProgress } from '../../../components/job-progress.tsx'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { instantText } from '../../../format/instant.ts'

type Edit = Outputs['bulk']['list'][number]

/** 改过的 — who changed what in bulk and why, and the way back while nothing of it was changed again. */
export function BulkHistory(): ReactNode {
  const edits = useQuery(calls.bulk.list.queryOptions())
  const undo = useJob('bulk.undo')
  const [undoing, setUndoing] = useState<Edit>()
  const isClerk = useHasRole('clerk')
  if (edits.isError) return <ProblemAlert problem={problemOf(edits.error)} />
  return (
    <>
      {undoing && (
        <Form<{ reason: string }>
          className="inline-form"
          layout="inline"
          requiredMark={false}
          onFinish={({ reason }) => {
            undo.start({ bulkEditId: undoing.bulkEditId, reason })
            setUndoing(undefined)
          }}
        >
          <Form.Item
            name="reason"
            label={`撤销“${undoing.reason}”的原因`}
            rules={[{ required: true, min: 2, message: '写明原因' }]}
          >
            <ReasonInput autoFocus />
          </Form.Item>
          <Button type="primary" danger htmlType="submit">
            整批撤销
          </Button>
          <Button onClick={() => setUndoing(undefined)}>取消</Button>
        </Form>
      )}
      <JobProgress title="正在撤销" view={undo.view} onClose={undo.clear} />
      {undo.result && (
        <p role="status" className="ties">
          已撤销，{undo.result.values} 个值恢复原样。
          <Button
            size="small"
            onClick={() => {
              undo.clear()
              void askAgain()
            }}
          >
            知道了
          </Button>
        </p>
      )}
      <Table<Edit>
        rowKey="bulkEditId"
        size="small"
        pagination={false}
        loading={edits.isPending}
        dataSource={edits.data ?? []}
        locale={{ emptyText: '还没有批量改过。' }}
        expandable={{
          columnTitle: '明细',
          columnWidth: 56,
          expandedRowRender: (edit) => <Values bulkEditId={edit.bulkEditId} />,
        }}
        columns={[
          { title: '时间', width: 136, render: (_, edit) => instantText(edit.madeAt) },
          { title: '谁改的', dataIndex: 'madeBy', width: 90 },
          { title: '栏目', width: 170, render: (_, edit) => edit.fields.join('、') },
          { title: '人', dataIndex: 'rows', width: 56, align: 'right' },
          { title: '事由', dataIndex: 'reason' },
          { title: '现在', width: 230, render: (_, edit) => <Now edit={edit} /> },
          {
            title: '办理',
            width: 80,
            render: (_, edit) =>
              isClerk && edit.undoneAt === null && edit.changedSince === 0 ? (
                <Button size="small" onClick={() => setUndoing(edit)}>
                  撤销
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  )
}

function Now({ edit }: { readonly edit: Edit }): ReactNode {
  const { undoneAt, undoneBy, undoneReason, changedSince } = edit
  if (undoneAt !== null)
    return (
      <>
        <Tag>已撤销</Tag> {undoneBy}：{undoneReason}
      </>
    )
  return changedSince > 0 ? `有 ${String(changedSince)} 个值又改过，不能整批撤销` : '有效'
}

function Values({ bulkEditId }: { readonly bulkEditId: string }): ReactNode {
  const values = useQuery(calls.bulk.values.queryOptions({ input: { bulkEditId } }))
  return (
    <Table
      rowKey="seq"
      size="small"
      loading={values.isPending}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={values.data ?? []}
      columns={[
        { title: '谁', dataIndex: 'whose', width: 160 },
        { title: '栏目', dataIndex: 'field', width: 110 },
        { title: '原来', dataIndex: 'before' },
        { title: '改为', dataIndex: 'after' },
      ]}
    />
  )
}
