import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from '../../app/who.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Notice } from './notice.ts'
import { PaperSignerInput } from './paper-signer-input.tsx'

type Typed = Omit<Inputs['publicity']['recordPosting'], 'publicityId' | 'version'>

/** 登记张贴 — the latest place's real day counts, not the planned one. */
export function PostingForm({ notice, onDone }: { readonly notice: Notice; onDone(): void }): ReactNode {
  const { state } = useWho()
  const post = useCommand(client.publicity.recordPosting)
  const [form] = Form.useForm<Typed>()
  const { publicityId, version } = notice
  return (
    <Form<Typed>
      form={form}
      className="inline-form"
      labelCol={{ flex: '86px' }}
      requiredMark={false}
      initialValues={{ postedOn: state.today, place: '村公示栏、村民小组醒目处' }}
      onFinish={(typed) =>
        post.mutate({ publicityId, version, ...typed }, { onSuccess: onDone, onError: markFields(form) })
      }
    >
      <Form.Item
        name="postedOn"
        label="张贴日"
        extra="几处张贴的，填最晚一处的日子"
        rules={[{ required: true, message: '请填张贴日' }]}
      >
        <DayInput until={state.today} />
      </Form.Item>
      <Form.Item name="place" label="张贴地点" rules={[{ required: true, min: 2, message: '请填地点' }]}>
        <Input />
      </Form.Item>
      <Form.Item name="postedBy" label="张贴人" rules={[{ required: true, min: 2, message: '请填张贴人' }]}>
        <PaperSignerInput villageCode={notice.villageCode} />
      </Form.Item>
      {post.isError && <ProblemAlert problem={problemOf(post.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={post.isPending}>
          登记张贴
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
