import { Button, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { Cut } from '../../../src-main/domain/hearing.ts'
import { cutLabels } from '../../../src-main/wording/hearing-labels.ts'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useFileDownload } from '../../api/use-file-download.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ReviewRecord } from './finding-detail.tsx'

type Typed = Omit<Inputs['review']['cutNotice'], 'applicationId'>

interface Props {
  readonly record: ReviewRecord
  readonly cut: Cut
  onDone(): void
}

const cuts = (['stop', 'reduce'] as const).map((value) => ({ value, label: cutLabels[value] }))

/** 告知书 — the reason begins with what the reviewer wrote, the last day is the office's to say. */
export function CutNoticeForm({ record, cut, onDone }: Props): ReactNode {
  const print = useFileDownload(async (input: Inputs['review']['cutNotice']) => {
    const { file } = await client.review.cutNotice(input)
    return file
  })
  const [form] = Form.useForm<Typed>()
  const decided = record.trail.findLast(({ step }) => step === 'decline')
  return (
    <Form<Typed>
      form={form}
      className="hearing-form"
      requiredMark={false}
      labelCol={{ flex: '76px' }}
      initialValues={{ cut: record.status === 'declined' ? 'stop' : cut, reason: decided?.reason ?? '' }}
      onFinish={(typed) =>
        print.mutate(
          { applicationId: record.applicationId, ...typed },
          { onSuccess: onDone, onError: markFields(form) },
        )
      }
    >
      <Form.Item name="cut" label="告知什么">
        <Radio.Group options={cuts} optionType="button" size="small" />
      </Form.Item>
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, min: 5, message: '写明原因，让农户看得懂' }]}
      >
        <Input.TextArea autoFocus autoSize maxLength={500} />
      </Form.Item>
      <Form.Item name="from" label="从何时起" rules={[{ required: true, message: '写明从哪天起' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item name="until" label="意见截止" rules={[{ required: true, message: '写明最后一天' }]}>
        <DayInput />
      </Form.Item>
      {print.isError && <ProblemAlert problem={problemOf(print.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={print.isPending}>
          打印
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
