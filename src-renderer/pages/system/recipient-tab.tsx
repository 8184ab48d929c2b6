import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Table } from 'antd'
import type { ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Inputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const kinds = { department: '主管部门', finance: '财政部门' } as const

/** 收件单位 — to whose public key a package is sealed. */
export function RecipientTab(): ReactNode {
  const recipients = useQuery(calls.package.recipients.queryOptions())
  const mayAdd = useHasRole('administrator')
  if (recipients.isError) return <ProblemAlert problem={problemOf(recipients.error)} />
  return (
    <>
      {mayAdd && <RecipientForm />}
      <Table
        rowKey="recipientId"
        loading={recipients.isPending}
        pagination={false}
        dataSource={recipients.data ?? []}
        locale={{ emptyText: '还没有收件单位' }}
        columns={[
          { title: '单位', dataIndex: 'name' },
          { title: '类别', width: 100, render: (_, row) => kinds[row.kind] },
          { title: '收件公钥', dataIndex: 'ageRecipient', render: (key: string) => <code>{key}</code> },
        ]}
      />
    </>
  )
}

function RecipientForm(): ReactNode {
  const [form] = Form.useForm<Inputs['package']['addRecipient']>()
  const add = useCommand(client.package.addRecipient)
  return (
    <Form
      form={form}
      className="inline-form"
      layout="inline"
      initialValues={{ kind: 'department' }}
      onFinish={(typed) => add.mutate(typed, { onSuccess: () => form.resetFields() })}
    >
      <Form.Item name="name" label="单位" rules={[{ required: true, min: 2, message: '请填单位名称' }]}>
        <Input style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="kind" label="类别">
        <Select
          style={{ width: 110 }}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item
        name="ageRecipient"
        label="收件公钥"
        rules={[{ required: true, pattern: /^age1[0-9a-z]{58}$/, message: '以 age1 开头，共 62 个字符' }]}
      >
        <Input style={{ width: 460 }} placeholder="age1…，由对方当面或电话核对后给出" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        登记
      </Button>
      {add.isError && <ProblemAlert problem={problemOf(add.error)} />}
    </Form>
  )
}
