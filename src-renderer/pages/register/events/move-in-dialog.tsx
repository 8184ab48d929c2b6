import { Button, Form, Input, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { client, type Inputs } from '../../../api/calls.ts'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { HouseholdPick } from './household-pick.tsx'

interface NewPerson {
  readonly name?: string
  readonly idNumber?: string
  readonly phone?: string
  readonly personId?: string
  readonly relation: string
}
interface Typed extends EventTyped {
  readonly people: readonly NewPerson[]
  readonly from?: string
}

type People = Inputs['household']['moveIn']['people']

/** 迁入 — from outside, back again, or from another household of the township, which is left in order. */
export function MoveInDialog({ household, onClose }: EventDialogProps): ReactNode {
  const [form] = Form.useForm<Typed>()
  const { householdId, version } = household
  const living = household.members.flatMap(({ status, personId }) =>
    status === 'registered' ? personId : [],
  )
  return (
    <EventDialog<Typed, { eventId: string; serial: string; householdId: string }>
      title="迁入"
      submit="迁入本户"
      form={form}
      initialValues={{ people: [{ relation: '' }] }}
      sourceHint="如：迁入后的户口簿"
      onClose={onClose}
      send={({ people, from = '' }, event) =>
        client.household.moveIn({
          ...event,
          into: { householdId, version },
          people: people.map(sentPerson),
          headAt: null,
          from,
        })
      }
    >
      <Form.List name="people">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: at }) => (
              <PersonFields
                key={key}
                at={at}
                without={living}
                onRemove={at > 0 ? () => remove(at) : undefined}
              />
            ))}
            <Form.Item label=" " colon={false}>
              <Button size="small" onClick={() => add({ relation: '' })}>
                再加一人
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Form.Item name="from" label="从哪里来">
        <Input placeholder="县市、乡镇；本乡镇内的不用填" />
      </Form.Item>
    </EventDialog>
  )
}

function sentPerson({ personId, relation, ...values }: NewPerson): People[number] {
  return personId === undefined ? { values, relation } : { personId, relation }
}

interface FieldProps {
  readonly at: number
  readonly without: readonly string[]
  readonly onRemove: (() => void) | undefined
}

function PersonFields({ at, without, onRemove }: FieldProps): ReactNode {
  const [isKnown, setKnown] = useState(false)
  return (
    <fieldset className="inline-form">
      <Form.Item label="来的人">
        <Radio.Group
          value={isKnown}
          onChange={(event) => setKnown(event.target.value as boolean)}
          options={[
            { value: false, label: '新登记' },
            { value: true, label: '人口库里已有' },
          ]}
        />
        {onRemove && (
          <Button type="link" size="small" onClick={onRemove}>
            去掉
          </Button>
        )}
      </Form.Item>
      {isKnown ? (
        <Form.Item name={[at, 'personId']} label="查找" rules={[{ required: true, message: '请选一个人' }]}>
          <HouseholdPick picks="person" placeholder="姓名、拼音首字母或证号后四位" without={without} />
        </Form.Item>
      ) : (
        <>
          <Form.Item name={[at, 'name']} label="姓名" rules={[{ required: true, message: '请填姓名' }]}>
            <Input autoFocus={at === 0} />
          </Form.Item>
          <Form.Item
            name={[at, 'idNumber']}
            label="公民身份号码"
            rules={[{ required: true, message: '请填证号' }]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={[at, 'phone']} label="联系电话">
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name={[at, 'relation']} label="与户主关系" rules={[{ required: true, message: '请填关系' }]}>
        <Input maxLength={20} />
      </Form.Item>
    </fieldset>
  )
}
