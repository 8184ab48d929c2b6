import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import { paperSignerPostLabels } from '../../../src-main/wording/status-labels.ts'
import { useWho } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { PaperSigner } from './paper-signer-tab.tsx'

interface Props {
  readonly signer: PaperSigner
  onDone(): void
}

/** 离任 — the last day somebody signs for the village. */
export function EndTermForm({ signer, onDone }: Props): ReactNode {
  const { state } = useWho()
  const end = useCommand(client.signer.end)
  const [form] = Form.useForm<{ termTo: string }>()
  const { signerId, villageName, post, name } = signer
  return (
    <Form<{ termTo: string }>
      form={form}
      className="inline-form"
      layout="inline"
      initialValues={{ termTo: state.today }}
      onFinish={({ termTo }) =>
        end.mutate({ signerId, termTo }, { onSuccess: onDone, onError: markFields(form) })
      }
    >
      <h3>
        离任：{villageName} {paperSignerPostLabels[post]} {name}
      </h3>
      <Form.Item name="termTo" label="最后一天" rules={[{ required: true, message: '必填' }]}>
        <DayInput />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={end.isPending}>
        保存
      </Button>
      <Button onClick={onDone}>取消</Button>
      {end.isError && <ProblemAlert problem={problemOf(end.error)} />}
    </Form>
  )
}
