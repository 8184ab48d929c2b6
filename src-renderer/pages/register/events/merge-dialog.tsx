import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { calls, client } from '../../../api/calls.ts'
import { livingOf, memberOption } from '../household.ts'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { HouseholdPick } from './household-pick.tsx'
import { proposedRelations, RelationFields } from './relation-fields.tsx'

interface Typed extends EventTyped {
  readonly otherHouseholdId: string
  readonly headId?: string
  readonly relations?: Record<string, string>
}

/** 合户 — another household ends in this one; its people and parcels come over. */
export function MergeDialog({ household, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const otherId = Form.useWatch('otherHouseholdId', form)
  const headId = Form.useWatch('headId', form)
  const other = useQuery(
    calls.register.household.queryOptions({
      input: { householdId: otherId ?? '' },
      enabled: otherId !== undefined,
    }),
  )
  const own = livingOf(household)
  const coming = other.data === undefined ? [] : livingOf(other.data)
  const head = headId ?? household.householderPersonId
  const { householdId, version } = household
  return (
    <EventDialog<Typed, { eventId: string; serial: string }>
      title="合户"
      submit="并入本户"
      form={form}
      sourceHint="如：派出所合户后的户口簿"
      onClose={onClose}
      onValuesChange={(changed) => {
        if (changed.headId !== undefined)
          form.setFieldValue('relations', proposedRelations([...own, ...coming], changed.headId))
      }}
      send={({ otherHouseholdId, headId: chosen, relations = {} }, event) =>
        client.household.merge({
          ...{ householdId, version, ...event, otherHouseholdId, headId: chosen ?? null },
          relations: Object.fromEntries(Object.entries(relations).filter(([, relation]) => relation)),
        })
      }
    >
      <Form.Item name="otherHouseholdId" label="并进来的户" rules={[{ required: true, message: '请选一户' }]}>
        <HouseholdPick
          isFirst
          picks="household"
          placeholder="查那一户里的任何一个人"
          without={[householdId]}
        />
      </Form.Item>
      {coming.length > 0 && (
        <p className="explain">
          {other.data?.villageName}
          {other.data?.groupName} {other.data?.householdNo}：{coming.map(({ name }) => name).join('、')}
          ，共 {coming.length} 人并入本户，那一户随之销户。
        </p>
      )}
      <Form.Item name="headId" label="合户后户主" extra="不选就不变">
        <Select allowClear options={[...own, ...coming].map(memberOption)} />
      </Form.Item>
      <RelationFields
        members={headId === undefined ? [...withHead(own, head), ...coming] : [...own, ...coming]}
        headId={head}
      />
    </EventDialog>
  )
}

/** Where the head stays, only those who come need a relation; the head is named all the same. */
function withHead<M extends { readonly personId: string }>(members: readonly M[], head: string | null): M[] {
  return members.filter(({ personId }) => personId === head)
}
