import { Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'
import type { Household, Parcel } from '../household.ts'

interface Typed {
  readonly name: string
  readonly parcelNo: string
  readonly contractNo: string
  readonly areaMu: number
  readonly nonEligibleMu: number
  readonly landUse: string
  readonly reason: string
}

interface Props {
  readonly household: Household
  /** Left out for a new one. */
  readonly parcel: Parcel | undefined
  onClose(): void
}

/** 登记或改地块. */
export function ParcelForm({ household, parcel, onClose }: Props): ReactNode {
  const [form] = Form.useForm<Typed>()
  const save = useCommand(async ({ areaMu, nonEligibleMu, reason, ...texts }: Typed): Promise<unknown> => {
    const areas = {
      areaCentiMu: Math.round(areaMu * 100),
      nonEligibleCentiMu: Math.round(nonEligibleMu * 100),
    }
    const values = { ...texts, ...areas }
    if (parcel === undefined)
      return client.land.addParcel({ householdId: household.householdId, values, reason })
    return client.land.changeParcel({ parcelId: parcel.parcelId, version: parcel.version, values, reason })
  })
  return (
    <ChangeForm<Typed>
      title={parcel === undefined ? '登记地块' : '改地块'}
      form={form}
      initialValues={{
        name: parcel?.name ?? '',
        parcelNo: parcel?.parcelNo ?? '',
        contractNo: parcel?.contractNo ?? '',
        ...(parcel ? { areaMu: parcel.areaCentiMu / 100 } : {}),
        nonEligibleMu: (parcel?.nonEligibleCentiMu ?? 0) / 100,
        landUse: parcel?.landUse ?? '',
      }}
      running={save}
      submit="保存"
      onClose={onClose}
      onFinish={(typed) => save.mutate(typed, { onSuccess: onClose, onError: markFields(form) })}
    >
      <Form.Item name="name" label="地块名称">
        <Input autoFocus placeholder="如：村东水地" />
      </Form.Item>
      <Form.Item name="parcelNo" label="地块号">
        <Input />
      </Form.Item>
      <Form.Item name="contractNo" label="承包合同号">
        <Input />
      </Form.Item>
      <Form.Item name="areaMu" label="面积（亩）" rules={[{ required: true, message: '请填面积' }]}>
        <InputNumber min={0.01} max={100000} precision={2} />
      </Form.Item>
      <Form.Item name="nonEligibleMu" label="其中不予补贴">
        <InputNumber min={0} max={100000} precision={2} />
      </Form.Item>
      <Form.Item name="landUse" label="地类">
        <Input placeholder="如：水浇地、旱地" />
      </Form.Item>
    </ChangeForm>
  )
}
