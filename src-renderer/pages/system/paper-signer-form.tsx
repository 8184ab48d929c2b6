import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { paperSignerPosts } from '../../../src-main/domain/paper-signer.ts'
import { paperSignerPostLabels } from '../../../src-main/wording/status-labels.ts'
import { useWho } from '../../app/who.tsx'
import { calls, client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type Typed = Inputs['signer']['add']

const required = [{ required: true, message: '必填' }]
const postOptions = paperSignerPosts.map((post) => ({ value: post, label: paperSignerPostLabels[post] }))

export function PaperSignerForm({ onDone }: { onDone(): void }): ReactNode {
  const { state } = useWho()
  const villages = useQuery(calls.division.villages.queryOptions())
  const add = useCommand(client.signer.add)
  const [form] = Form.useForm<Typed>()
  return (
    <Form<Typed>
      form={form}
      className="inline-form"
      layout="inline"
      initialValues={{ post: 'bookkeeper', termFrom: state.today }}
      onFinish={({ termTo, ...typed }) =>
        add.mutate({ ...typed, termTo: termTo ?? null }, { onSuccess: onDone, onError: markFields(form) })
      }
    >
      <Form.Item name="villageCode" label="村" rules={required}>
        <Select
          style={{ width: 160 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={(villages.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="post" label="职务">
        <Select style={{ width: 120 }} options={postOptions} />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={[{ required: true, min: 2, message: '请填姓名' }]}>
        <Input style={{ width: 110 }} maxLength={20} />
      </Form.Item>
      <Form.Item name="termFrom" label="任期自" rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="termTo" label="至（可空）">
        <DayInput />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        登记
      </Button>
      <Button onClick={onDone}>取消</Button>
      {add.isError && <ProblemAlert problem={problemOf(add.error)} />}
    </Form>
  )
}
