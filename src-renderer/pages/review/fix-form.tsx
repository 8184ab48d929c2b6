import { Button, Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ReviewRecord } from './finding-detail.tsx'

interface Typed {
  readonly yuan: number
  readonly basis: string
}

/** 手工核定追缴金额 — of what could not be computed; 0 where nothing was paid after it was due. */
export function FixForm({ stop }: { readonly stop: ReviewRecord['stops'][number] }): ReactNode {
  const fix = useCommand(client.stop.fix)
  const [form] = Form.useForm<Typed>()
  return (
    <Form<Typed>
      form={form}
      layout="inline"
      className="inline-form"
      onFinish={({ yuan, basis }) =>
        fix.mutate(
          { stopId: stop.stopId, amountFen: Math.round(yuan * 100), basis },
          { onError: markFields(form) },
        )
      }
    >
      <Form.Item name="yuan" label="核定" rules={[{ required: true, message: '没有多发的填 0' }]}>
        <InputNumber min={0} max={1_000_000} precision={2} suffix="元" style={{ width: 130 }} />
      </Form.Item>
      <Form.Item name="basis" label="依据" rules={[{ required: true, min: 4, message: '写明依据' }]}>
        <Input maxLength={200} placeholder="如：银行回单" style={{ width: 160 }} />
      </Form.Item>
      <Button size="small" htmlType="submit" loading={fix.isPending}>
        核定追缴金额
      </Button>
      {fix.isError && <ProblemAlert problem={problemOf(fix.error)} />}
    </Form>
  )
}
