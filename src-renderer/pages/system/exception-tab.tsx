import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { roles } from '../../../src-main/domain/role.ts'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { useHasRole } from '../../app/who.tsx'
import { calls, client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { instantText } from '../../format/instant.ts'

/** 一人多岗备案 — dated, with a basis, and reported with every package. */
export function ExceptionTab(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const exceptions = useQuery(calls.user.exceptions.queryOptions())
  const mayRegister = useHasRole('administrator')
  if (exceptions.isError) return <ProblemAlert problem={problemOf(exceptions.error)} />
  return (
    <>
      <p className="quiet">
        人手不够、一人兼几岗的，登记有期限的备案，随每个报送包一并报出。本人录入的不得本人审核，这一条备案也不能放开。
      </p>
      {mayRegister && !isOpen && (
        <div className="buttons">
          <Button onClick={() => setOpen(true)}>登记备案</Button>
        </div>
      )}
      {isOpen && <ExceptionForm onDone={() => setOpen(false)} />}
      <Table
        rowKey="exceptionId"
        loading={exceptions.isPending}
        pagination={false}
        dataSource={exceptions.data ?? []}
        locale={{ emptyText: '没有备案' }}
        columns={[
          { title: '人员', dataIndex: 'displayName' },
          { title: '岗位', render: (_, row) => row.roles.map((role) => roleLabels[role]).join('、') },
          { title: '有效期至', dataIndex: 'validTo' },
          { title: '原因', dataIndex: 'reason' },
          { title: '依据', dataIndex: 'basis' },
          { title: '登记', render: (_, row) => `${row.registeredBy} ${instantText(row.registeredAt)}` },
        ]}
      />
    </>
  )
}

const required = [{ required: true, message: '必填' }]

function ExceptionForm({ onDone }: { onDone(): void }): ReactNode {
  const users = useQuery(calls.user.list.queryOptions())
  const register = useCommand(client.user.registerException)
  const [form] = Form.useForm<Inputs['user']['registerException']>()
  return (
    <Form<Inputs['user']['registerException']>
      form={form}
      className="inline-form"
      layout="inline"
      onFinish={(typed) => register.mutate(typed, { onSuccess: onDone, onError: markFields(form) })}
    >
      <Form.Item name="userId" label="人员" rules={required}>
        <Select
          style={{ width: 120 }}
          options={(users.data ?? [])
            .filter((user) => user.active)
            .map((user) => ({ value: user.userId, label: user.displayName }))}
        />
      </Form.Item>
      <Form.Item
        name="roles"
        label="兼任岗位"
        rules={[{ required: true, type: 'array', min: 2, message: '至少两个' }]}
      >
        <Select
          mode="multiple"
          style={{ width: 200 }}
          options={roles.map((role) => ({ value: role, label: roleLabels[role] }))}
        />
      </Form.Item>
      <Form.Item name="validTo" label="有效期至" rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={required}>
        <Input style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={required}>
        <Input style={{ width: 200 }} placeholder="文号或会议记录" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={register.isPending}>
        登记
      </Button>
      <Button onClick={onDone}>取消</Button>
      {register.isError && <ProblemAlert problem={problemOf(register.error)} />}
    </Form>
  )
}
