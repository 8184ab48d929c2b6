import { Form } from 'antd'
import type { ReactNode } from 'react'
import { client } from '../../../api/calls.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ChangeForm } from '../change-form.tsx'

export type Ended =
  | { readonly kind: 'parcel'; readonly parcelId: string; readonly version: number }
  | { readonly kind: 'transfer'; readonly transferId: string; readonly version: number }

interface Typed {
  readonly reason: string
}

/** 终止 — a parcel or a transfer stays readable with the reason. */
export function EndLand({ ended, onClose }: { readonly ended: Ended; onClose(): void }): ReactNode {
  const [form] = Form.useForm<Typed>()
  const end = useCommand(({ reason }: Typed) =>
    ended.kind === 'parcel'
      ? client.land.endParcel({ parcelId: ended.parcelId, version: ended.version, reason })
      : client.land.endTransfer({ transferId: ended.transferId, version: ended.version, reason }),
  )
  return (
    <ChangeForm<Typed>
      title={ended.kind === 'parcel' ? '终止地块' : '终止流转'}
      form={form}
      running={end}
      submit="终止"
      onClose={onClose}
      onFinish={(typed) => end.mutate(typed, { onSuccess: onClose })}
    >
      <p className="quiet">终止后不再计入面积，记录和事由留着。</p>
    </ChangeForm>
  )
}
