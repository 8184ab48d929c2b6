import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { countsMonths } from '../../../src-main/domain/standard.ts'
import { useHasRole } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { DeathPath } from './death-path.tsx'
import { monthOptions } from '../../format/month-options.ts'
import type { ReviewRecord } from './finding-detail.tsx'

interface Typed {
  readonly areaMu?: number | null
  readonly quantity?: number | null
  readonly rateYuan?: string
  readonly monthFrom?: number
  readonly monthTo?: number
  readonly accountNo?: string
  readonly bankName?: string
  readonly reason: string
}

/** 补正 — only what is filled in is changed; the record goes back to review. */
export function CorrectionForm({ record }: { readonly record: ReviewRecord }): ReactNode {
  const correct = useCommand(client.application.correct)
  const [form] = Form.useForm<Typed>()
  const mayCorrect = useHasRole('clerk')
  const why = record.trail.findLast((step) => step.to === 'returned')?.reason
  const isDead = record.beneficiary.diedOn !== null
  const [isOpen, setOpen] = useState(!isDead)
  const typed = Form.useWatch([], form)
  const unchanged = isUntouched(typed)
  const save = ({ areaMu, accountNo, bankName, reason, ...counted }: Typed): void =>
    correct.mutate(
      {
        applicationId: record.applicationId,
        version: record.version,
        reason,
        unchanged,
        ...(areaMu == null ? {} : { areaCentiMu: Math.round(areaMu * 100) }),
        ...countedOf(counted),
        ...(accountNo?.trim() ? { accountNo: accountNo.trim() } : {}),
        ...(bankName?.trim() ? { bankName: bankName.trim() } : {}),
      },
      { onError: markFields(form) },
    )
  return (
    <section className="decide">
      <h3>补正</h3>
      {isDead ? <DeathPath record={record} /> : why && <p className="must">退回原因：{why}</p>}
      {mayCorrect && !isOpen && (
        <Button type="link" size="small" className="beside" onClick={() => setOpen(true)}>
          核实不是本人死亡，照原样补正…
        </Button>
      )}
      {mayCorrect ? (
        isOpen && (
          <Form<Typed> form={form} labelCol={{ flex: '88px' }} requiredMark={false} onFinish={save}>
            {record.quantityCenti === null && (
              <Form.Item name="areaMu" label="面积（亩）">
                <InputNumber
                  min={0}
                  max={10000}
                  precision={2}
                  placeholder={String(record.areaCentiMu / 100)}
                />
              </Form.Item>
            )}
            {record.quantityCenti !== null && <CountedFields record={record} />}
            <Form.Item
              name="accountNo"
              label="新账号"
              rules={[{ pattern: /^[\d\s]{8,30}$/, message: '只写数字' }]}
            >
              <Input placeholder="不变就留空" autoComplete="off" />
            </Form.Item>
            <Form.Item name="bankName" label="开户行">
              <Input placeholder="不变就留空" />
            </Form.Item>
            <Form.Item
              name="reason"
              label="补正依据"
              rules={[{ required: true, min: 2, message: '写明依据' }]}
            >
              <ReasonInput style={{ width: '100%' }} />
            </Form.Item>
            {unchanged && <p className="quiet">没有改动：确实不用改的，写明依据，照原数送审。</p>}
            {correct.isError && <ProblemAlert problem={problemOf(correct.error)} />}
            <Button type="primary" htmlType="submit" loading={correct.isPending}>
              {unchanged ? '照原数重新送审' : '补正并重新送审'}
            </Button>
          </Form>
        )
      ) : (
        <p className="quiet">等经办人补正后重新送审。</p>
      )}
    </section>
  )
}

/** Off land: which months or how many; a standard only where everybody has their own. */
function CountedFields({ record }: { readonly record: ReviewRecord }): ReactNode {
  const { unit, rateBy, quantityCenti, months: span, rateYuan } = record
  return (
    <>
      {countsMonths(unit) ? (
        <Form.Item label="发放月份" extra={span === null ? undefined : `现在是 ${span.from}—${span.to} 月`}>
          <div className="line">
            <Form.Item name="monthFrom" noStyle>
              <Select allowClear options={monthOptions} aria-label="从几月" style={{ width: 90 }} />
            </Form.Item>
            <span>至</span>
            <Form.Item name="monthTo" noStyle>
              <Select allowClear options={monthOptions} aria-label="到几月" style={{ width: 90 }} />
            </Form.Item>
          </div>
        </Form.Item>
      ) : (
        <Form.Item name="quantity" label="数量">
          <InputNumber min={0.01} max={1000} precision={2} placeholder={String((quantityCenti ?? 0) / 100)} />
        </Form.Item>
      )}
      {rateBy === 'each' && (
        <Form.Item
          name="rateYuan"
          label="本人标准"
          rules={[{ pattern: /^\d{1,9}(\.\d{1,12})?$/, message: '只写数字' }]}
        >
          <Input suffix={`元／${unit}`} placeholder={rateYuan ?? ''} />
        </Form.Item>
      )}
    </>
  )
}

function isUntouched(typed: Typed | undefined): boolean {
  if (typed === undefined) return true
  const { areaMu, quantity, monthFrom, monthTo, rateYuan, accountNo, bankName } = typed
  const numbers = [areaMu, quantity, monthFrom, monthTo]
  return (
    numbers.every((value) => value == null) && [rateYuan, accountNo, bankName].every((text) => !text?.trim())
  )
}

function countedOf({ quantity, rateYuan, monthFrom, monthTo }: Omit<Typed, 'reason'>) {
  return {
    ...(quantity == null ? {} : { quantityCenti: Math.round(quantity * 100) }),
    ...(rateYuan?.trim() ? { rateYuan: rateYuan.trim() } : {}),
    ...(monthFrom === undefined || monthTo === undefined ? {} : { months: { from: monthFrom, to: monthTo } }),
  }
}
