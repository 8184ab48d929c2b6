import { Button, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd'
import type { ReactNode } from 'react'
import { objectionWays } from '../../../src-main/domain/objection.ts'
import { objectionWayLabels } from '../../../src-main/wording/objection-labels.ts'
import { client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useWho } from '../../app/who.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Notice } from './notice.ts'

type Typed = Omit<Inputs['objection']['record'], 'publicityId'>

const ways = objectionWays.map((value) => ({ value, label: objectionWayLabels[value] }))

/** 登记异议 — by the number of the line as it hangs. */
export function ObjectionForm({ notice, onClose }: { readonly notice: Notice; onClose(): void }): ReactNode {
  const { state } = useWho()
  const record = useCommand(client.objection.record)
  const [form] = Form.useForm<Typed>()
  const { publicityId, villageName, serial, lines } = notice
  return (
    <Modal
      open
      footer={null}
      title={`登记异议：${villageName} 公示 ${serial}`}
      width={560}
      onCancel={onClose}
    >
      <Form<Typed>
        form={form}
        labelCol={{ flex: '92px' }}
        requiredMark={false}
        initialValues={{ way: 'visit', receivedOn: state.today }}
        onFinish={(typed) =>
          record.mutate({ publicityId, ...typed }, { onSuccess: onClose, onError: markFields(form) })
        }
      >
        <Form.Item
          name="lineNo"
          label="公示序号"
          extra={`照公示件上的序号填，共 ${lines} 行；只有这一行停下，其余照常。`}
          rules={[{ required: true, message: '请填序号' }]}
        >
          <InputNumber min={1} max={lines} precision={0} autoFocus />
        </Form.Item>
        <Form.Item name="way" label="途径">
          <Select options={ways} style={{ width: 120 }} />
        </Form.Item>
        <Form.Item name="receivedOn" label="收到日期" rules={[{ required: true, message: '请填日期' }]}>
          <DayInput until={state.today} />
        </Form.Item>
        <Form.Item name="objector" label="异议人" extra="没有留姓名的可以不填">
          <Input maxLength={40} style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="phone" label="联系电话">
          <Input maxLength={30} style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="isProtected" valuePropName="checked" label=" " colon={false}>
          <Checkbox>身份保密：只有登记人和信访举报专办员看得到是谁</Checkbox>
        </Form.Item>
        <Form.Item
          name="statement"
          label="异议内容"
          rules={[{ required: true, min: 2, message: '写明对什么有异议' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        {record.isError && <ProblemAlert problem={problemOf(record.error)} />}
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={record.isPending}>
            登记异议
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </Modal>
  )
}
