import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Table, Tag } from 'antd'
import { useState, type ReactNode } from 'react'
import { isMachineName } from '../../../src-main/domain/machine.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Outputs } from '../../api/calls.ts'
import { saveFile } from '../../api/files.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { useFilePick } from '../../api/use-file-pick.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText, shortInstantText } from '../../format/instant.ts'
import { ComparisonCode } from './comparison-code.tsx'
import { RevokeForm } from './revoke-form.tsx'

type Read = Outputs['fieldwork']['readRequest']

/** 外业笔记本 — which laptops belong to this office; trusted is what two people read to each other. */
export function MachineTab(): ReactNode {
  const [read, setRead] = useState<Read>()
  const [revoking, setRevoking] = useState<string>()
  const mayEnrol = useHasRole('administrator')
  const here = useQuery(calls.fieldwork.here.queryOptions())
  const machines = useQuery(calls.fieldwork.machines.queryOptions())
  const answer = useFileDownload(client.fieldwork.answerFile)
  const chosen = machines.data?.find(({ machineId }) => machineId === revoking)
  if (machines.isError) return <ProblemAlert problem={problemOf(machines.error)} />
  return (
    <>
      {here.data && (
        <p>
          本机：<b>{here.data.name}</b>，核对码 <b className="number">{here.data.code}</b>
          <span className="quiet">（笔记本读登记答复时，与它屏幕上的核对）</span>
        </p>
      )}
      {mayEnrol && read === undefined && <ReadRequest onRead={setRead} />}
      {read && <AcceptForm key={read.stageId} read={read} onDone={() => setRead(undefined)} />}
      {chosen && <RevokeForm key={chosen.machineId} machine={chosen} onDone={() => setRevoking(undefined)} />}
      {answer.isError && <ProblemAlert problem={problemOf(answer.error)} />}
      <Table
        rowKey="machineId"
        loading={machines.isPending}
        pagination={false}
        dataSource={machines.data ?? []}
        locale={{ emptyText: '还没有登记外业笔记本' }}
        columns={[
          { title: '名字', dataIndex: 'name', width: 160 },
          { title: '核对码', width: 190, render: (_, row) => <span className="number">{row.code}</span> },
          {
            title: '登记',
            width: 170,
            render: (_, row) => `${shortInstantText(row.enrolledAt)} ${row.enrolledBy}`,
          },
          {
            title: '状态',
            render: (_, row) =>
              row.revokedAt === null ? (
                <Tag color="success">在用</Tag>
              ) : (
                <>
                  <Tag color="error">已吊销</Tag>
                  {instantText(row.revokedAt)} {row.revokedBy}：{row.revokedReason}
                </>
              ),
          },
          {
            title: '操作',
            width: 190,
            render: (_, row) =>
              mayEnrol &&
              row.revokedAt === null && (
                <span className="buttons">
                  <Button onClick={() => answer.mutate({ machineId: row.machineId })}>再存登记答复</Button>
                  <Button danger onClick={() => setRevoking(row.machineId)}>
                    吊销
                  </Button>
                </span>
              ),
          },
        ]}
      />
    </>
  )
}

function ReadRequest({ onRead }: { onRead(read: Read): void }): ReactNode {
  const pick = useFilePick('enrolment')
  const read = useMutation({ mutationFn: (fileToken: string) => client.fieldwork.readRequest({ fileToken }) })
  const start = (): void =>
    pick.mutate(undefined, {
      onSuccess: (file) => file !== null && read.mutate(file.token, { onSuccess: onRead }),
    })
  return (
    <>
      <div className="buttons">
        <Button type="primary" loading={pick.isPending || read.isPending} onClick={start}>
          读登记申请…
        </Button>
        <span className="quiet">笔记本首次使用选“外业笔记本”建立，在它的“系统 › 本机登记”写出登记申请。</span>
      </div>
      {pick.isError && <ProblemAlert problem={problemOf(pick.error)} />}
      {read.isError && <ProblemAlert problem={problemOf(read.error)} />}
    </>
  )
}

function AcceptForm({ read, onDone }: { readonly read: Read; onDone(): void }): ReactNode {
  const [isCompared, setCompared] = useState(false)
  const accept = useCommand(client.fieldwork.acceptRequest)
  const answer = useFileDownload(client.fieldwork.answerFile)
  if (read.enrolledAs !== null)
    return (
      <section className="inline-form">
        <p>这台笔记本已经登记为“{read.enrolledAs.name}”，不用再登记。</p>
        <span className="buttons">
          <Button onClick={() => answer.mutate({ machineId: read.enrolledAs?.machineId ?? '' })}>
            再存登记答复
          </Button>
          <Button onClick={onDone}>关闭</Button>
        </span>
      </section>
    )
  const finish = ({ name }: { name: string }): void =>
    accept.mutate(
      { stageId: read.stageId, name: name.trim() },
      {
        onSuccess: ({ file }) => {
          void saveFile(file)
          onDone()
        },
      },
    )
  return (
    <Form className="inline-form" layout="inline" initialValues={{ name: read.name }} onFinish={finish}>
      <h3>
        登记“{read.name}”（{instantText(read.createdAt)} 写出的申请）
      </h3>
      <ComparisonCode code={read.code} where="笔记本屏幕上的核对码" />
      <Form.Item
        name="name"
        label="叫它什么"
        rules={[
          {
            validator: (_, name: string) =>
              isMachineName(name.trim())
                ? Promise.resolve()
                : Promise.reject(new Error('汉字、字母、数字，20 个以内，可用空格和 -')),
          },
        ]}
      >
        <Input style={{ width: 200 }} />
      </Form.Item>
      <Checkbox checked={isCompared} onChange={(event) => setCompared(event.target.checked)}>
        两边屏幕上的核对码一字不差
      </Checkbox>
      <Button type="primary" htmlType="submit" disabled={!isCompared} loading={accept.isPending}>
        登记并存登记答复
      </Button>
      <Button onClick={onDone}>取消</Button>
      {accept.isError && <ProblemAlert problem={problemOf(accept.error)} />}
    </Form>
  )
}
