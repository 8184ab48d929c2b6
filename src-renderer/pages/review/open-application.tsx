import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { monthOptions } from '../../format/month-options.ts'
import { backPayReasons } from '../../../src-main/domain/back-pay.ts'
import { paidBy } from '../../../src-main/domain/programme-terms.ts'
import { countsMonths } from '../../../src-main/domain/standard.ts'
import { backPayLabels } from '../../../src-main/wording/back-pay-labels.ts'
import { stepText } from '../../../src-main/wording/steps-text.ts'
import { calls, client, type Inputs } from '../../api/calls.ts'
import { markFields } from '../../api/mark-fields.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole, useWho } from '../../app/who.tsx'
import { DayInput } from '../../components/day-input.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import { yuanText } from '../../format/amount.ts'
import { HouseholdPick } from '../register/events/household-pick.tsx'

interface Typed {
  readonly personId?: string
  readonly accountId?: string
  readonly areaMu?: number | null
  readonly quantity?: number | null
  readonly rateYuan?: string
  readonly acceptedOn?: string
  readonly toMonth?: number
  readonly backFrom?: number
  readonly backReason?: (typeof backPayReasons)[number]
  readonly reason?: string
}

type Claim = Inputs['application']['amount']

const required = [{ required: true, message: '必填' }]
const reasons = backPayReasons.map((value) => ({ value, label: backPayLabels[value] }))

interface Props {
  readonly programmeCode: string
  /** Who applies, where that is known already. */
  readonly person?: { readonly personId: string; readonly householdId: string; readonly label: string }
}

/** 新增申报 — somebody on no list; what it comes to is said before it is opened. */
export function OpenApplication({ programmeCode, person }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const mayOpen = useHasRole('clerk')
  if (!mayOpen) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>新增申报…</Button>
      <Modal
        open={isOpen}
        title="新增申报"
        width={600}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <OpenForm
          programmeCode={programmeCode}
          {...(person ? { person } : {})}
          onDone={() => setOpen(false)}
        />
      </Modal>
    </>
  )
}

function OpenForm({ programmeCode, person, onDone }: Props & { onDone(): void }): ReactNode {
  const { year } = useWho()
  const open = useCommand(client.application.open)
  const [form] = Form.useForm<Typed>()
  const typed = Form.useWatch([], form) as Typed | undefined
  const [householdId, setHouseholdId] = useState<string | undefined>(person?.householdId)
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const terms = programmes.data?.find((row) => row.programmeCode === programmeCode)?.terms
  if (!terms) return <p className="explain">今年的条款还没有启用，先到“政策清单”录入并由第二人启用。</p>
  const isByLand = paidBy(terms.unit) === 'land'
  const isMonthly = !isByLand && countsMonths(terms.unit)
  const claim = typed && claimOf(typed, { programmeCode, year })
  return (
    <Form<Typed>
      form={form}
      className="open-application"
      requiredMark={false}
      labelCol={{ flex: '76px' }}
      onFinish={(done) => {
        const whole = claimOf(done, { programmeCode, year })
        if (whole === undefined || done.accountId === undefined) return
        open.mutate(
          { ...whole, accountId: done.accountId, reason: done.reason ?? '' },
          { onSuccess: onDone, onError: markFields(form) },
        )
      }}
    >
      {person !== undefined && (
        <Form.Item label="享受人">
          <b>{person.label}</b>
        </Form.Item>
      )}
      <Form.Item
        name="personId"
        label="享受人"
        rules={required}
        hidden={person !== undefined}
        {...(person ? { initialValue: person.personId } : {})}
      >
        <HouseholdPick
          isFirst
          picks="person"
          placeholder="姓名、拼音首字母或证号后四位"
          onHit={(hit) => {
            setHouseholdId(hit.householdId ?? undefined)
            form.setFieldValue('accountId', undefined)
          }}
        />
      </Form.Item>
      <Accounts householdId={householdId} />
      <Form.Item name="acceptedOn" label="受理日期" rules={required}>
        <DayInput />
      </Form.Item>
      {isByLand && (
        <Form.Item name="areaMu" label="面积（亩）" rules={required}>
          <InputNumber min={0.01} max={10_000} precision={2} />
        </Form.Item>
      )}
      {!isByLand && !isMonthly && (
        <Form.Item name="quantity" label="数量" initialValue={1} rules={required}>
          <InputNumber min={0.01} max={1_000} precision={2} suffix={terms.unit} />
        </Form.Item>
      )}
      {!isByLand && terms.rateBy === 'each' && (
        <Form.Item
          name="rateYuan"
          label="本人标准"
          rules={[...required, { pattern: /^\d{1,9}(\.\d{1,12})?$/, message: '只写数字' }]}
        >
          <Input suffix={`元／${terms.unit}`} style={{ width: 200 }} />
        </Form.Item>
      )}
      {isMonthly && <Months />}
      <Form.Item name="reason" label="依据" rules={[{ required: true, min: 2, message: '写明依据' }]}>
        <ReasonInput style={{ width: '100%' }} />
      </Form.Item>
      {claim && <Amount claim={claim} />}
      {open.isError && <ProblemAlert problem={problemOf(open.error)} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          新增申报
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}

function Accounts({ householdId }: { readonly householdId: string | undefined }): ReactNode {
  const household = useQuery(
    calls.register.household.queryOptions({
      input: { householdId: householdId ?? '' },
      enabled: householdId !== undefined,
    }),
  )
  const accounts = household.data?.accounts.filter(({ status }) => status === 'active') ?? []
  const isBare = household.data !== undefined && accounts.length === 0
  return (
    <Form.Item
      name="accountId"
      label="收款账户"
      rules={required}
      extra={isBare ? '这一户还没有账户，先在户的页面登记。' : undefined}
    >
      <Select
        placeholder={householdId === undefined ? '先选享受人' : '选择账户'}
        options={accounts.map((one) => ({
          value: one.accountId,
          label: `${one.holderName} ${one.accountMasked} ${one.bankName}`,
        }))}
      />
    </Form.Item>
  )
}

/** Which months: from the one after it was accepted, or, with a reason, from one before. */
function Months(): ReactNode {
  const from = Form.useWatch<number | undefined>('backFrom')
  return (
    <>
      <Form.Item label="发放月份" extra="从受理的次月起发；以前的月份要发，填补发。">
        <div className="line">
          <span>至</span>
          <Form.Item name="toMonth" noStyle initialValue={12}>
            <Select options={monthOptions} aria-label="发到几月" style={{ width: 90 }} />
          </Form.Item>
          <span>补发自</span>
          <Form.Item name="backFrom" noStyle>
            <Select allowClear options={monthOptions} aria-label="补发自几月" style={{ width: 90 }} />
          </Form.Item>
          {from !== undefined && (
            <Form.Item name="backReason" noStyle rules={required}>
              <Select options={reasons} placeholder="补发原因" aria-label="补发原因" style={{ width: 150 }} />
            </Form.Item>
          )}
        </div>
      </Form.Item>
    </>
  )
}

function Amount({ claim }: { readonly claim: Claim }): ReactNode {
  const amount = useQuery(
    calls.application.amount.queryOptions({ input: claim, placeholderData: keepPreviousData, retry: false }),
  )
  if (amount.isError) return <ProblemAlert problem={problemOf(amount.error)} />
  if (amount.data === undefined) return null
  const { amountFen, steps, missing } = amount.data
  if (amountFen === null)
    return (
      <p className="explain" role="status">
        算不出金额，缺：{missing.join('、')}
      </p>
    )
  return (
    <p role="status">
      金额 <b>{yuanText(amountFen)}</b> 元{steps.length > 0 && `（${steps.map(stepText).join('，')}）`}
    </p>
  )
}

/** Whole only once somebody and a day are chosen. */
function claimOf(typed: Typed, period: { programmeCode: string; year: number }): Claim | undefined {
  const { personId, acceptedOn, areaMu, quantity, rateYuan, toMonth, backFrom, backReason } = typed
  if (personId === undefined || acceptedOn === undefined) return undefined
  if (backFrom !== undefined && backReason === undefined) return undefined
  return {
    ...{ ...period, personId, acceptedOn },
    ...(areaMu == null ? {} : { areaCentiMu: Math.round(areaMu * 100) }),
    ...(quantity == null ? {} : { quantityCenti: Math.round(quantity * 100) }),
    ...(rateYuan?.trim() ? { rateYuan: rateYuan.trim() } : {}),
    ...(toMonth === undefined ? {} : { toMonth }),
    backPay:
      backFrom === undefined || backReason === undefined ? null : { fromMonth: backFrom, reason: backReason },
  }
}
