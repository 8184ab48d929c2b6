import { Button, Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../app/who.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ReviewRecord } from './finding-detail.tsx'

interface Typed {
  readonly yuan: number
  readonly onDay: string
  readonly voucher: string
}

const required = [{ required: true, message: '必填' }]

/** 追缴到账 — by voucher; the township itself takes no money. */
export function RecoveredForm({ stop }: { readonly stop: ReviewRecord['stops'][number] }): ReactNode {
  const recovered = useCommand(client.stop.recovered)
  const [form] = Form.useForm<Typed>()
  const mayRecord = useHasRole('clerk', 'reviewer')
  const openFen = (stop.recoverFen ?? 0) - stop.recoveredFen
  if (!mayRecord || openFen <= 0) return null
  return (
    <Form<Typed>
      form={form}
      layout="inline"
      className="inline-form"
      onFinish={({ yuan, onDay, voucher }) =>
        recovered.mutate(
          { stopId: stop.stopId, amountFen: Math.round(yuan * 100), onDay, voucher },
          { onSuccess: () => form.resetFields(), onError: markFields(form) },
        )
      }
    >
      <Form.Item name="yuan" label="追回" rules={required}>
        <InputNumber min={0.01} max={openFen / 100} precision={2} suffix="元" style={{ width: 130 }} />
      </Form.Item>
      <Form.Item name="onDay" label="日期" rules={required}>
        <DayInput />
      </Form.Item>
      <Form.Item name="voucher" label="缴款凭证" rules={required}>
        <Input maxLength={60} style={{ width: 160 }} />
      </Form.Item>
      <Button size="small" htmlType="submit" loading={recovered.isPending}>
        登记到账
      </Button>
      {recovered.isError && <ProblemAlert problem={problemOf(recovered.error)} />}
    </Form>
  )
}
