import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, type InputRef, Modal, Select } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { calls, client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface Props {
  readonly roundId: string
  /** The village the list is narrowed to. */
  readonly villageCode: string | undefined
  onAdded(taskId: string): void
}

interface Typed {
  readonly villageCode: string
  readonly groupName?: string
  readonly name: string
  readonly idNumber?: string
  readonly address?: string
  readonly householdNo?: string
}

/** 新遇到一户 — on a laptop: who heads it is enough to begin; everything else is typed on its page, draft and all. */
export function FoundHousehold({ roundId, villageCode, onAdded }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const [form] = Form.useForm<Typed>()
  const first = useRef<InputRef>(null)
  const round = useQuery(calls.survey.round.queryOptions({ input: { roundId } }))
  const add = useCommand(client.fieldwork.addFound)
  const villages = round.data?.byVillage ?? []
  const only = villages.length === 1 ? villages[0]?.villageCode : undefined
  const problem = add.isError ? problemOf(add.error) : undefined
  return (
    <>
      <Button onClick={() => setOpen(true)}>新遇到一户…</Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title="新遇到一户（任务里没有的）"
        okText="加入并录入"
        cancelText="取消"
        okButtonProps={{ loading: add.isPending }}
        afterOpenChange={(shown) => shown && first.current?.focus()}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
      >
        <p className="quiet">
          先填户主，其余到录入页再填。带回办公室以后，由办公室核对是不是新户；已填的都会留着。
        </p>
        <Form<Typed>
          form={form}
          labelCol={{ flex: '84px' }}
          requiredMark={false}
          preserve={false}
          initialValues={{ villageCode: villageCode ?? only }}
          onFinish={(typed) =>
            add.mutate(
              { roundId, ...typed },
              { onSuccess: ({ taskId }) => onAdded(taskId), onError: markFields(form) },
            )
          }
        >
          <Form.Item name="name" label="户主姓名" rules={[{ required: true, message: '请填户主姓名' }]}>
            <Input ref={first} autoComplete="off" onPressEnter={() => form.submit()} />
          </Form.Item>
          <Form.Item name="idNumber" label="身份证号">
            <Input autoComplete="off" placeholder="没有带证的可先不填" onPressEnter={() => form.submit()} />
          </Form.Item>
          <Form.Item name="villageCode" label="村" rules={[{ required: true, message: '请选村' }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={villages.map((one) => ({ value: one.villageCode, label: one.villageName }))}
            />
          </Form.Item>
          <Form.Item name="groupName" label="组">
            <Input autoComplete="off" onPressEnter={() => form.submit()} />
          </Form.Item>
          <Form.Item name="address" label="住址">
            <Input autoComplete="off" onPressEnter={() => form.submit()} />
          </Form.Item>
          <Form.Item name="householdNo" label="户编号">
            <Input autoComplete="off" placeholder="户口簿上有就填" onPressEnter={() => form.submit()} />
          </Form.Item>
        </Form>
        {problem && problem.code !== 'input.invalid' && <ProblemAlert problem={problem} />}
      </Modal>
    </>
  )
}
