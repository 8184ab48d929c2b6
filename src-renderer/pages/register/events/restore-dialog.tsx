import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'

interface Typed extends EventTyped {
  readonly relation: string
}

/** 恢复登记 — a death or a departure that is not true, or somebody back again. */
export function RestoreDialog({ household, personId, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const member = household.members.find((one) => one.personId === personId)
  if (member === undefined) return null
  const { householdId, version } = household
  return (
    <EventDialog<Typed, { eventId: string; serial: string }>
      title={`恢复 ${member.name} 的登记`}
      submit="恢复在册"
      form={form}
      initialValues={{ relation: member.relation === '户主' ? '' : member.relation }}
      sourceHint="如：本人到场核实、派出所更正证明"
      onClose={onClose}
      send={({ relation }, event) =>
        client.household.restore({ householdId, version, ...event, personId: member.personId, relation })
      }
    >
      <p className="quiet">已停发、已承接的申报不会自动恢复，恢复在册后按规定重新办理。</p>
      <Form.Item name="relation" label="与户主关系">
        <Input autoFocus maxLength={20} />
      </Form.Item>
    </EventDialog>
  )
}
