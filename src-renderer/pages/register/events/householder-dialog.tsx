import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { livingOf, memberOption } from '../household.ts'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { proposedRelations, RelationFields } from './relation-fields.tsx'

interface Typed extends EventTyped {
  readonly headId: string
  readonly relations?: Record<string, string>
}

/** 户主变更 */
export function HouseholderDialog({ household, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const headId = Form.useWatch('headId', form)
  const members = livingOf(household)
  const { householdId, version } = household
  return (
    <EventDialog<Typed, { eventId: string; serial: string }>
      title="户主变更"
      submit="变更户主"
      form={form}
      sourceHint="如：户口簿、户主本人申请"
      onClose={onClose}
      onValuesChange={({ headId: chosen }) => {
        if (chosen !== undefined) form.setFieldValue('relations', proposedRelations(members, chosen))
      }}
      send={({ headId: head, relations = {} }, event) =>
        client.household.changeHouseholder({ householdId, version, ...event, headId: head, relations })
      }
    >
      <Form.Item name="headId" label="新户主" rules={[{ required: true, message: '请选新户主' }]}>
        <Select autoFocus options={members.filter(({ isHouseholder }) => !isHouseholder).map(memberOption)} />
      </Form.Item>
      <RelationFields members={members} headId={headId} />
      <p className="quiet">补贴的收款人不随户主变：需要由新户主接着领的，登记后再办“承接”。</p>
    </EventDialog>
  )
}
