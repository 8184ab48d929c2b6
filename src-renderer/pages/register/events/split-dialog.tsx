import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../../api/calls.ts'
import { livingOf, memberOption } from '../household.ts'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { someChosen } from './some-chosen.ts'
import { proposedRelations, RelationFields } from './relation-fields.tsx'

interface Typed extends EventTyped {
  readonly memberIds: string[]
  readonly newHeadId: string
  readonly remainingHeadId?: string
  readonly relations?: Record<string, string>
  readonly householdNo?: string
  readonly groupName: string
}

/** 分户 — who leaves, who heads them, and, where the head leaves, who heads those who stay. */
export function SplitDialog({ household, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const navigate = useNavigate()
  const memberIds = Form.useWatch('memberIds', form) ?? []
  const newHeadId = Form.useWatch('newHeadId', form)
  const remainingHeadId = Form.useWatch('remainingHeadId', form)
  const members = livingOf(household)
  const leaving = members.filter(({ personId }) => memberIds.includes(personId))
  const staying = members.filter(({ personId }) => !memberIds.includes(personId))
  const headLeaves = leaving.some(({ isHouseholder }) => isHouseholder)
  const { householdId, version, villageCode } = household
  const propose = (changed: Partial<Typed>, typed: Typed): void => {
    const isLeaving = (id: string) => typed.memberIds?.includes(id) ?? false
    const proposed = {
      ...proposedRelations(
        members.filter(({ personId }) => isLeaving(personId)),
        typed.newHeadId ?? null,
      ),
      ...(typed.remainingHeadId
        ? proposedRelations(
            members.filter(({ personId }) => !isLeaving(personId)),
            typed.remainingHeadId,
          )
        : {}),
    }
    if (!('relations' in changed)) form.setFieldValue('relations', proposed)
  }
  return (
    <EventDialog<Typed, { eventId: string; serial: string; householdId: string }>
      title="分户"
      submit="分户"
      form={form}
      initialValues={{ groupName: household.groupName }}
      sourceHint="如：派出所分户后的户口簿"
      onClose={onClose}
      onDone={({ householdId: made }) => void navigate(`/register/${made}`)}
      onValuesChange={propose}
      send={(typed, event) =>
        client.household.split({
          ...{ householdId, version, ...event, memberIds: typed.memberIds, newHeadId: typed.newHeadId },
          remainingHeadId: headLeaves ? (typed.remainingHeadId ?? null) : null,
          relations: typed.relations ?? {},
          newHousehold: {
            householdNo: typed.householdNo ?? '',
            villageCode,
            groupName: typed.groupName,
          },
        })
      }
    >
      <Form.Item name="memberIds" label="分出去的人" rules={[someChosen('请选分出去的人')]}>
        <Checkbox.Group options={members.map(memberOption)} />
      </Form.Item>
      <Form.Item name="newHeadId" label="新户户主" rules={[{ required: true, message: '请选新户的户主' }]}>
        <Select options={leaving.map(memberOption)} />
      </Form.Item>
      <RelationFields members={leaving} headId={newHeadId} />
      {headLeaves && (
        <>
          <Form.Item name="remainingHeadId" label="原户户主" extra="不选就是户主待补">
            <Select allowClear options={staying.map(memberOption)} />
          </Form.Item>
          <RelationFields members={staying} headId={remainingHeadId} />
        </>
      )}
      <Form.Item name="householdNo" label="新户编号">
        <Input placeholder="照新户口簿填写；没有就留空，按原户编号续编" />
      </Form.Item>
      <Form.Item name="groupName" label="新户在哪组">
        <Input />
      </Form.Item>
    </EventDialog>
  )
}
