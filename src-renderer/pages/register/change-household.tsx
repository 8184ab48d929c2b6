import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { calls, client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { useCommand } from '../../api/use-command.ts'
import { ChangeForm } from './change-form.tsx'
import type { Household } from './household.ts'

interface Typed {
  readonly householdNo: string
  readonly villageCode: string
  readonly groupName: string
  readonly address: string
  readonly reason: string
}

/** 改户信息 — number, village, group and address. */
export function ChangeHousehold({
  household,
  onClose,
}: {
  readonly household: Household
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const change = useCommand(client.register.changeHousehold)
  const villages = useQuery(calls.division.villages.queryOptions())
  const { householdId, householdNo, villageCode, groupName, address, fieldVersions } = household
  return (
    <ChangeForm<Typed>
      title="改户信息"
      form={form}
      initialValues={{ householdNo, villageCode, groupName, address }}
      running={change}
      submit="保存"
      onClose={onClose}
      onFinish={({ reason, ...changes }) =>
        change.mutate(
          { householdId, changes, seen: fieldVersions, reason },
          { onSuccess: onClose, onError: markFields(form) },
        )
      }
    >
      <Form.Item name="householdNo" label="户编号">
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="villageCode" label="村">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(villages.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="groupName" label="组">
        <Input />
      </Form.Item>
      <Form.Item name="address" label="住址">
        <Input />
      </Form.Item>
    </ChangeForm>
  )
}
