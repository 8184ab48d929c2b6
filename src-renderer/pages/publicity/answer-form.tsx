import { Button, Form, Input, Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import { objectionOutcomeLabels } from '../../../src-main/wording/objection-labels.ts'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Objection } from './objections.tsx'

interface Typed {
  readonly decision: 'confirmed' | 'declined'
  readonly words: string
}

/** 签批答复 — the approver answers by what was found, or has it looked into again. */
export function AnswerForm({
  objection,
  onClose,
}: {
  readonly objection: Objection
  onClose(): void
}): ReactNode {
  const decide = useCommand(client.objection.decide)
  const [form] = Form.useForm<Typed>()
  const decision = Form.useWatch('decision', form)
  const { objectionId, lineNo, printedName, inquiries } = objection
  const waiting = inquiries.find(({ state }) => state === 'proposed')
  return (
    <Modal
      open
      footer={null}
      title={`签批答复：第 ${lineNo} 行 ${printedName}`}
      width={560}
      onCancel={onClose}
    >
      <p>{objection.statement}</p>
      {waiting && (
        <p>
          {waiting.doneOn} {waiting.investigators.join('、')} 核查：{objectionOutcomeLabels[waiting.outcome]}
          。{waiting.finding}
        </p>
      )}
      <Form<Typed>
        form={form}
        labelCol={{ flex: '72px' }}
        requiredMark={false}
        initialValues={{ decision: 'confirmed' }}
        onFinish={(typed) =>
          decide.mutate({ objectionId, ...typed }, { onSuccess: onClose, onError: markFields(form) })
        }
      >
        <Form.Item name="decision" label="签批">
          <Radio.Group>
            <Radio value="confirmed">同意，照此答复</Radio>
            <Radio value="declined">退回重新核查</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="words"
          label={decision === 'declined' ? '原因' : '答复'}
          rules={[{ required: true, min: 2, message: '请写明' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        {decide.isError && <ProblemAlert problem={problemOf(decide.error)} />}
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={decide.isPending}>
            {decision === 'declined' ? '退回' : '签批答复'}
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </Modal>
  )
}
