import { Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { client, type Inputs } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { DayInput } from '../../../components/day-input.tsx'
import { ChangeForm } from '../change-form.tsx'
import { livingOf, memberOption, type Household } from '../household.ts'

type Transfer = Inputs['land']['addTransfer']
interface Typed {
  readonly personId: string
  readonly side: Transfer['side']
  readonly counterpart?: { readonly name?: string; readonly idNumber?: string; readonly creditCode?: string }
  readonly parcelText?: string
  readonly areaMu: number
  readonly startsOn?: string
  readonly endsOn?: string
  readonly subsidyTo: Transfer['subsidyTo']
  readonly agreement?: string
  readonly reason: string
}

/** 登记流转 — from this household's side; what goes to the taker is less here and the same more there. */
export function AddTransfer({
  household,
  onClose,
}: {
  readonly household: Household
  onClose(): void
}): ReactNode {
  const [form] = Form.useForm<Typed>()
  const add = useCommand(client.land.addTransfer)
  const people = livingOf(household)
  const head = people.find(({ isHouseholder }) => isHouseholder) ?? people[0]
  const save = ({ areaMu, startsOn, endsOn, counterpart = {}, ...typed }: Typed): void =>
    add.mutate(
      {
        ...typed,
        counterpart,
        areaCentiMu: Math.round(areaMu * 100),
        startsOn: startsOn ?? null,
        endsOn: endsOn ?? null,
      },
      { onSuccess: onClose, onError: markFields(form) },
    )
  return (
    <ChangeForm<Typed>
      title="登记流转"
      form={form}
      width={640}
      initialValues={{ personId: head?.personId ?? '', side: 'giver', subsidyTo: 'taker' }}
      running={add}
      submit="登记"
      onClose={onClose}
      onFinish={save}
    >
      <Form.Item name="personId" label="本户">
        <Select autoFocus options={people.map(memberOption)} />
      </Form.Item>
      <Form.Item name="side" label="方向">
        <Radio.Group
          options={[
            { value: 'giver', label: '转出给别人' },
            { value: 'taker', label: '从别人转入' },
          ]}
        />
      </Form.Item>
      <Form.Item name={['counterpart', 'name']} label="对方姓名">
        <Input placeholder="个人或合作社；没有写就留空，会标为疑点" />
      </Form.Item>
      <Form.Item name={['counterpart', 'idNumber']} label="对方证号">
        <Input placeholder="个人填身份证号，才能对上人" autoComplete="off" />
      </Form.Item>
      <Form.Item name={['counterpart', 'creditCode']} label="对方信用代码">
        <Input placeholder="单位填统一社会信用代码" />
      </Form.Item>
      <Form.Item name="parcelText" label="地块">
        <Input />
      </Form.Item>
      <Form.Item name="areaMu" label="面积（亩）" rules={[{ required: true, message: '请填面积' }]}>
        <InputNumber min={0.01} max={100000} precision={2} />
      </Form.Item>
      <Form.Item name="subsidyTo" label="补贴归">
        <Radio.Group
          options={[
            { value: 'taker', label: '转入方' },
            { value: 'giver', label: '转出方' },
            { value: 'unknown', label: '没有写明' },
          ]}
        />
      </Form.Item>
      <Form.Item name="startsOn" label="起">
        <DayInput />
      </Form.Item>
      <Form.Item name="endsOn" label="止" extra="没有约定就留空">
        <DayInput />
      </Form.Item>
      <Form.Item name="agreement" label="协议">
        <Input placeholder="如：2026-03 书面合同，村委会鉴证" />
      </Form.Item>
    </ChangeForm>
  )
}
