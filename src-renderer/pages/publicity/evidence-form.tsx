import { Button, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { FilePick } from '../../app/file-pick.tsx'
import { useWho } from '../../app/who.tsx'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { postingEvidenceLabels } from '../../../src-main/wording/publicity-labels.ts'
import type { Notice } from './notice.ts'

type Typed = Omit<Inputs['publicity']['addEvidence'], 'publicityId'>

const kindOptions = Object.entries(postingEvidenceLabels).map(([value, label]) => ({ value, label }))

/** 张贴证据 — one of three kinds is enough; without any there is no end. */
export function EvidenceForm({ notice, onDone }: { readonly notice: Notice; onDone(): void }): ReactNode {
  const { state } = useWho()
  const add = useCommand(client.publicity.addEvidence)
  const [form] = Form.useForm<Typed>()
  return (
    <Form<Typed>
      form={form}
      className="inline-form"
      labelCol={{ flex: '86px' }}
      requiredMark={false}
      initialValues={{
        kind: 'photo',
        phase: 'start',
        takenOn: notice.postedOn ?? state.today,
        place: '村公示栏',
      }}
      onFinish={(typed) =>
        add.mutate(
          { publicityId: notice.publicityId, ...typed },
          { onSuccess: onDone, onError: markFields(form) },
        )
      }
    >
      <Form.Item name="kind" label="证据">
        <Radio.Group options={kindOptions} />
      </Form.Item>
      <Form.Item name="phase" label="阶段">
        <Radio.Group
          options={[
            { value: 'start', label: '张贴时' },
            { value: 'end', label: '期满时' },
          ]}
        />
      </Form.Item>
      <Form.Item name="takenOn" label="拍摄日" rules={[{ required: true, message: '请填日期' }]}>
        <DayInput until={state.today} />
      </Form.Item>
      <Form.Item name="place" label="地点" rules={[{ required: true, min: 2, message: '请填地点' }]}>
        <Input />
      </Form.Item>
      <Form.Item name="postedBy" label="张贴人" rules={[{ required: true, min: 2, message: '请填张贴人' }]}>
        <Input />
      </Form.Item>
      <Form.Item name="fileToken" label="图片" rules={[{ required: true, message: '请选择图片' }]}>
        <FilePick purpose="image" />
      </Form.Item>
      {add.isError && <ProblemAlert problem={problemOf(add.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          登记证据
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
