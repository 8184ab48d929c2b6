import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { stopReasons, type StopKind, type StopReason } from '../../../src-main/domain/stop.ts'
import { stopKindLabels, stopReasonLabels } from '../../../src-main/wording/stop-labels.ts'
import { calls, client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { FilePick } from '../../app/file-pick.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { yuanText } from '../../format/amount.ts'
import { monthOptions } from '../../format/month-options.ts'
import type { ReviewRecord } from './finding-detail.tsx'

interface Typed {
  readonly kind: StopKind
  readonly reasonCode: StopReason
  readonly dueMonth?: number
  readonly stoppedMonth?: number
  readonly statement: string
  readonly isByHand?: boolean
  readonly yuan?: number
  readonly basis?: string
  readonly fileToken?: string | null
}

const required = [{ required: true, message: '必填' }]
const stoppedMonths = [...monthOptions, { value: 13, label: '没有停过' }]
const reasons = stopReasons.map((value) => ({ value, label: stopReasonLabels[value] }))

/** 登记停发、中止 — when it was due and when it happened; what is owed is said before it is sent to the second person. */
export function StopForm({ record, onDone }: { readonly record: ReviewRecord; onDone(): void }): ReactNode {
  const propose = useCommand(client.stop.propose)
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch([], form) as Typed | undefined
  const kinds = record.mayPropose.map((value) => ({ value, label: stopKindLabels[value] }))
  const isByHand = typed?.kind === 'stop' && typed.isByHand === true
  const send = ({
    isByHand: _,
    yuan,
    basis,
    fileToken = null,
    dueMonth = 1,
    stoppedMonth = 1,
    ...rest
  }: Typed) =>
    propose.mutate(
      {
        ...{ applicationId: record.applicationId, version: record.version, ...rest, dueMonth, stoppedMonth },
        byHand: isByHand ? { amountFen: Math.round((yuan ?? 0) * 100), basis: basis ?? '' } : null,
        fileToken,
      },
      { onSuccess: onDone, onError: markFields(form) },
    )
  return (
    <Form<Typed>
      form={form}
      className="stop-form"
      requiredMark={false}
      labelCol={{ flex: '76px' }}
      initialValues={{ kind: record.mayPropose[0] }}
      onFinish={send}
    >
      <Form.Item name="kind" label="办什么">
        <Radio.Group options={kinds} optionType="button" size="small" />
      </Form.Item>
      <Form.Item name="reasonCode" label="原因" rules={required}>
        <Select options={reasons} autoFocus />
      </Form.Item>
      <Form.Item label="月份" extra="应停：从这个月起不该发；实停：从这个月起没有再发。">
        <div className="line">
          <span>应停</span>
          <Form.Item name="dueMonth" noStyle rules={required}>
            <Select options={monthOptions} aria-label="应停月份" style={{ width: 90 }} />
          </Form.Item>
          <span>实停</span>
          <Form.Item name="stoppedMonth" noStyle rules={required}>
            <Select options={stoppedMonths} aria-label="实停月份" style={{ width: 110 }} />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item name="statement" label="情况" rules={[{ required: true, min: 2, message: '写明核实情况' }]}>
        <Input.TextArea autoSize maxLength={500} placeholder="怎么核实的、依据什么" />
      </Form.Item>
      {typed?.kind === 'stop' && (
        <>
          <Owed typed={typed} applicationId={record.applicationId} />
          <Form.Item name="isByHand" valuePropName="checked" label="追缴金额">
            <Checkbox>按凭证手工核定</Checkbox>
          </Form.Item>
        </>
      )}
      {isByHand && (
        <>
          <Form.Item name="yuan" label="金额" rules={required}>
            <InputNumber min={0} max={1_000_000} precision={2} suffix="元" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="basis" label="核定依据" rules={[{ required: true, min: 4, message: '写明依据' }]}>
            <Input maxLength={200} placeholder="如：银行回单，只发了两个半月" />
          </Form.Item>
        </>
      )}
      <Form.Item name="fileToken" label="依据扫描">
        <FilePick purpose="image" />
      </Form.Item>
      {propose.isError && <ProblemAlert problem={problemOf(propose.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          登记，等第二人确认
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}

type Asked = Inputs['stop']['amount']

function Owed({
  typed,
  applicationId,
}: {
  readonly typed: Typed
  readonly applicationId: string
}): ReactNode {
  const { kind, dueMonth, stoppedMonth } = typed
  const isWhole = dueMonth !== undefined && stoppedMonth !== undefined && stoppedMonth >= dueMonth
  const input: Asked = { applicationId, kind, dueMonth: dueMonth ?? 1, stoppedMonth: stoppedMonth ?? 1 }
  const owed = useQuery(calls.stop.amount.queryOptions({ input, enabled: isWhole }))
  if (!isWhole || owed.data === undefined) return null
  const { months: count, recoverFen, missing, paidUntil } = owed.data
  return (
    <p role="status" className={recoverFen === null ? 'explain' : ''}>
      {recoverFen === null
        ? `追缴金额无法计算，缺：${missing.join('、')}。有凭证的请手工核定。`
        : `多发 ${String(count ?? 0)} 个月，应追缴 ${yuanText(recoverFen)} 元。`}
      {paidUntil !== null && `本笔改为发到 ${String(paidUntil)} 月，重新初审。`}
    </p>
  )
}
