import { Button, Form, Input, InputNumber } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { client } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { DeathPath } from './death-path.tsx'
import type { ReviewRecord } from './finding-detail.tsx'

interface Typed {
  readonly areaMu?: number | null
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
  const unchanged = typed?.areaMu == null && !typed?.accountNo?.trim() && !typed?.bankName?.trim()
  const save = ({ areaMu, accountNo, bankName, reason }: Typed): void =>
    correct.mutate(
      {
        applicationId: record.applicationId,
        version: record.version,
        reason,
        unchanged,
        ...(areaMu == null ? {} : { areaCentiMu: Math.round(areaMu * 100) }),
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
