import { Button, Form, Input, Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { FilePick } from '../../app/file-pick.tsx'
import { useWho } from '../../app/who.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Objection } from './objections.tsx'

interface Typed {
  readonly first: string
  readonly second: string
  readonly doneOn: string
  readonly outcome: 'dismissed' | 'upheld'
  readonly finding: string
  readonly fileToken?: string
}

/** 登记核查 — two people who had no hand in the record, and what they found. */
export function InquiryForm({
  objection,
  onClose,
}: {
  readonly objection: Objection
  onClose(): void
}): ReactNode {
  const { state } = useWho()
  const investigate = useCommand(client.objection.investigate)
  const [form] = Form.useForm<Typed>()
  const { objectionId, lineNo, printedName, statement } = objection
  const save = ({ first, second, fileToken, ...typed }: Typed): void =>
    investigate.mutate(
      { objectionId, investigators: [first, second], fileToken: fileToken ?? null, ...typed },
      { onSuccess: onClose, onError: markFields(form) },
    )
  const otherThanFirst = {
    validator: (_: unknown, name: string) =>
      name === form.getFieldValue('first')
        ? Promise.reject(new Error('须是两个不同的人'))
        : Promise.resolve(),
  }
  const named = [{ required: true, min: 2, message: '请填姓名' }]
  return (
    <Modal
      open
      footer={null}
      title={`登记核查：第 ${lineNo} 行 ${printedName}`}
      width={560}
      onCancel={onClose}
    >
      <p className="quiet">{statement}</p>
      <Form<Typed>
        form={form}
        labelCol={{ flex: '92px' }}
        requiredMark={false}
        initialValues={{ doneOn: state.today }}
        onFinish={save}
      >
        <Form.Item label="核查人" extra="两个人，录入、审核过这一笔的不能参加" required>
          <div className="buttons">
            <Form.Item name="first" noStyle rules={named}>
              <Input aria-label="核查人一" maxLength={20} style={{ width: 120 }} />
            </Form.Item>
            <Form.Item name="second" noStyle dependencies={['first']} rules={[...named, otherThanFirst]}>
              <Input aria-label="核查人二" maxLength={20} style={{ width: 120 }} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="doneOn" label="核查日期" rules={[{ required: true, message: '请填日期' }]}>
          <DayInput until={state.today} />
        </Form.Item>
        <Form.Item name="outcome" label="结论" rules={[{ required: true, message: '请选结论' }]}>
          <Radio.Group>
            <Radio value="dismissed">异议不成立，这一行照常公示</Radio>
            <Radio value="upheld">异议成立，这一行退回更正</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="finding"
          label="核查情况"
          rules={[{ required: true, min: 5, message: '写明怎么核查的、查到什么' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="fileToken" label="核查材料">
          <FilePick purpose="image" />
        </Form.Item>
        {investigate.isError && <ProblemAlert problem={problemOf(investigate.error)} />}
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={investigate.isPending}>
            登记核查
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </Modal>
  )
}
