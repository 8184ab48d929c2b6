import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { fieldLabels, type LineFacts, type PolicyRow } from './policy.ts'

interface Props {
  readonly row: PolicyRow | null
  onDone(programmeCode?: string): void
}

type Typed = Omit<LineFacts, 'rateYuan'> & { readonly rateYuan?: string | null; readonly reason: string }

const empty: LineFacts = {
  ...{ name: '', department: '', beneficiaries: '', rateText: '', rateYuan: null },
  ...{ unit: '', cycle: '', basis: '', phone: '' },
}
const longFields = ['beneficiaries', 'rateText', 'basis'] as const
const shortFields = ['unit', 'cycle', 'department', 'phone'] as const

/** 逐条录入 — one programme as a document says it; where the change comes from has to be said. */
export function PolicyLineForm({ row, onDone }: Props): ReactNode {
  const { year } = useWho()
  const save = useCommand(client.policy.saveLine)
  const [form] = Form.useForm<Typed>()
  const line = row?.line ?? { ...empty, name: row?.name ?? '' }
  const finish = ({ reason, rateYuan, ...facts }: Typed): void =>
    save.mutate(
      {
        ...{ year, programmeCode: row?.programmeCode ?? null, reason },
        line: { ...facts, rateYuan: rateYuan?.trim() || null },
      },
      { onSuccess: (saved) => onDone(saved.programmeCode), onError: (error) => markFields(form)(error) },
    )
  return (
    <Form<Typed>
      form={form}
      className="terms-form"
      labelCol={{ flex: '84px' }}
      requiredMark={false}
      scrollToFirstError
      initialValues={{ ...line, reason: '' }}
      onFinish={finish}
    >
      <Form.Item name="name" label={fieldLabels.name} rules={[{ required: true, min: 2, message: '必填' }]}>
        <Input autoFocus={row === null} readOnly={row !== null} />
      </Form.Item>
      <Form.Item
        name="rateYuan"
        label={fieldLabels.rateYuan}
        extra="清单只有文字的留空，就是待定标准。"
        rules={[{ pattern: /^\d{1,9}(\.\d{1,12})?$/, message: '只写数字，如 67.03' }]}
      >
        <Input suffix="元" autoFocus={row !== null} />
      </Form.Item>
      {longFields.map((field) => (
        <Form.Item key={field} name={field} label={fieldLabels[field]}>
          <Input.TextArea autoSize />
        </Form.Item>
      ))}
      {shortFields.map((field) => (
        <Form.Item key={field} name={field} label={fieldLabels[field]}>
          <Input />
        </Form.Item>
      ))}
      <Form.Item
        name="reason"
        label="录入依据"
        rules={[{ required: true, min: 2, message: '写明文号或谁通知的' }]}
      >
        <ReasonInput />
      </Form.Item>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存到待启用的一版
        </Button>
        <Button onClick={() => onDone()}>取消</Button>
      </div>
    </Form>
  )
}
