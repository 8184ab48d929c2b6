import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select, Table } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole, useWho } from '../../app/who.tsx'
import { calls, client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ChangeForm } from './change-form.tsx'

type Typed = Inputs['division']['addPast']

/** 旧村名、旧代码 — old sheets and old people say them; each leads to what stands in its place. */
export function PastVillages(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const isClerk = useHasRole('clerk')
  if (!isClerk) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        旧村
      </Button>
      {isOpen && <PastVillageForm onClose={() => setOpen(false)} />}
    </>
  )
}

function PastVillageForm({ onClose }: { onClose(): void }): ReactNode {
  const { state } = useWho()
  const [form] = Form.useForm<Typed>()
  const past = useQuery(calls.division.past.queryOptions())
  const villages = useQuery(calls.division.villages.queryOptions())
  const add = useCommand(client.division.addPast)
  const names = new Map((villages.data ?? []).map(({ code, name }) => [code, name]))
  return (
    <ChangeForm<Typed>
      title="旧村名、旧代码"
      form={form}
      width={680}
      hasReason={false}
      running={add}
      submit="登记旧村"
      onClose={onClose}
      onFinish={(typed) =>
        add.mutate(typed, { onSuccess: () => form.resetFields(), onError: markFields(form) })
      }
    >
      <p className="quiet">
        撤并、改名、换过代码的村登记在这里：导入旧表、查人时写旧名旧码的，都归到现在的村。
      </p>
      <Table
        rowKey="code"
        size="small"
        pagination={{ pageSize: 6, hideOnSinglePage: true }}
        dataSource={past.data ?? []}
        locale={{ emptyText: '还没有登记' }}
        columns={[
          { title: '旧名', dataIndex: 'name' },
          { title: '旧代码', dataIndex: 'code', width: 130 },
          { title: '用到', dataIndex: 'until', width: 104 },
          {
            title: '现在是',
            render: (_, { replacedBy, level }) =>
              level === 'township' ? '本乡镇' : (names.get(replacedBy) ?? replacedBy),
          },
        ]}
      />
      <Form.Item name="name" label="旧村名" rules={[{ required: true, min: 2, message: '请填旧村名' }]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="code"
        label="旧代码"
        rules={[{ required: true, pattern: /^\d{12}$/, message: '12 位数字' }]}
      >
        <Input maxLength={12} />
      </Form.Item>
      <Form.Item name="replacedBy" label="现在的村" rules={[{ required: true, message: '请选现在的村' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(villages.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="until" label="用到哪天" rules={[{ required: true, message: '请填日期' }]}>
        <DayInput until={state.today} />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={[{ required: true, min: 2, message: '写明批复或文件' }]}>
        <Input placeholder="如：县政府批复文号" />
      </Form.Item>
    </ChangeForm>
  )
}
