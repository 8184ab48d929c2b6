import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { livingOf, memberOption } from '../household.ts'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { someChosen } from './some-chosen.ts'
import { proposedRelations, RelationFields } from './relation-fields.tsx'

interface Typed extends EventTyped {
  readonly personIds: string[]
  readonly to: string
  readonly successorId?: string
  readonly relations?: Record<string, string>
}

/** 迁出 — to another township; within this one it is 迁入 on the other household's page. */
export function MoveOutDialog({ household, personId, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const personIds = Form.useWatch('personIds', form) ?? []
  const successorId = Form.useWatch('successorId', form)
  const members = livingOf(household)
  const staying = members.filter(({ personId: id }) => !personIds.includes(id))
  const headLeaves = members.some((one) => one.isHouseholder && personIds.includes(one.personId))
  const { householdId, version } = household
  return (
    <EventDialog<Typed, { eventId: string; serial: string }>
      title="迁出"
      submit="迁出"
      form={form}
      initialValues={personId === undefined ? {} : { personIds: [personId] }}
      sourceHint="如：准迁证、户籍系统迁出记录"
      onClose={onClose}
      onValuesChange={({ successorId: chosen }) => {
        if (chosen !== undefined) form.setFieldValue('relations', proposedRelations(staying, chosen))
      }}
      send={({ personIds: leaving, to, successorId: chosen, relations = {} }, event) =>
        client.household.moveOut({
          ...{ householdId, version, ...event, personIds: leaving, to, relations },
          successorId: chosen ?? null,
        })
      }
    >
      <Form.Item name="personIds" label="迁出的人" rules={[someChosen('请选迁出的人')]}>
        <Checkbox.Group options={members.map(memberOption)} />
      </Form.Item>
      {staying.length === 0 && <p className="must">全户迁出：这一户随之注销，仍可在“已销户”里查到。</p>}
      {headLeaves && staying.length > 0 && (
        <>
          <Form.Item name="successorId" label="新户主" extra="不选就是户主待补">
            <Select allowClear options={staying.map(memberOption)} />
          </Form.Item>
          <RelationFields members={staying} headId={successorId} />
        </>
      )}
      <Form.Item name="to" label="迁往" rules={[{ required: true, min: 2, message: '请填迁往哪里' }]}>
        <Input placeholder="县市、乡镇" />
      </Form.Item>
      <p className="quiet">在办的申报不自动停：重新检查后，由审核人按项目规定核实资格。</p>
    </EventDialog>
  )
}
