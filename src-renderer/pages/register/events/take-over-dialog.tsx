import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { livingOf, memberOption } from '../household.ts'
import { Consequences } from './consequences.tsx'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { firstAccountOf, SuccessorFields, takeOverOf, type SuccessorTyped } from './successor-fields.tsx'

interface Typed extends EventTyped, SuccessorTyped {
  readonly fromPersonId: string
}

/** 承接 by itself — of somebody who died or left, or of the former householder by the present one. */
export function TakeOverDialog({ household, personId, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const fromPersonId = Form.useWatch('fromPersonId', form) ?? personId
  const from = household.members.find((member) => member.personId === fromPersonId)
  const candidates = livingOf(household).filter((member) => member.personId !== fromPersonId)
  const { householdId, version } = household
  const send: Parameters<typeof EventDialog<Typed, { eventId: string; serial: string }>>[0]['send'] = (
    typed,
    event,
  ) => {
    const takeOver = takeOverOf(typed)
    if (takeOver === null) throw new Error('a take-over without a successor')
    return client.household.takeOver({
      householdId,
      version,
      ...event,
      fromPersonId: typed.fromPersonId,
      takeOver,
    })
  }
  return (
    <EventDialog<Typed, { eventId: string; serial: string }>
      title="承接"
      submit="承接并重新送审"
      form={form}
      initialValues={personId === undefined ? {} : { fromPersonId: personId }}
      sourceHint="如：家庭成员协议、承接人社保卡"
      onClose={onClose}
      onValuesChange={({ successorId }) => {
        if (successorId !== undefined) form.setFieldValue('account', firstAccountOf(household, successorId))
      }}
      send={send}
    >
      <Form.Item name="fromPersonId" label="承接谁的" rules={[{ required: true, message: '请选人' }]}>
        <Select autoFocus options={household.members.map(memberOption)} />
      </Form.Item>
      {from && <Consequences personId={from.personId} diedOn={from.diedOn} />}
      <SuccessorFields household={household} candidates={candidates} isRequired />
    </EventDialog>
  )
}
