import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { calls, client } from '../../../api/calls.ts'
import { markFields } from '../../../api/mark-fields.ts'
import { problemOf } from '../../../api/problem-of.ts'
import { useCommand } from '../../../api/use-command.ts'
import { ProblemAlert } from '../../../components/problem-alert.tsx'
import { ReasonInput } from '../../../components/reason-input.tsx'
import { HouseholdPick } from '../../register/events/household-pick.tsx'
import { isMadeNo } from '../../../../src-main/domain/found-household.ts'
import type { Found } from './found-pane.tsx'

interface Typed {
  readonly kind: 'new' | 'household' | 'declined'
  readonly householdNo?: string
  readonly villageCode: string
  readonly householdId?: string
  readonly reason: string
}

/** 怎样定 — one whose number the register knows is proposed to be joined to that household. */
export function FoundDecision({ found }: { readonly found: Found }): ReactNode {
  const [form] = Form.useForm<Typed>()
  const decide = useCommand(client.fieldwork.decideFound)
  const known = found.likely.find(({ why, householdId }) => why === 'id-number' && householdId !== null)
  const kind = (Form.useWatch('kind', form) as Typed['kind'] | undefined) ?? (known ? 'household' : 'new')
  const problem = decide.isError ? problemOf(decide.error) : undefined
  return (
    <Form<Typed>
      form={form}
      className="assign-form"
      labelCol={{ flex: '72px' }}
      requiredMark={false}
      initialValues={{
        kind: known ? 'household' : 'new',
        villageCode: found.villageCode,
        householdNo: givenNo(found),
        householdId: known?.householdId ?? undefined,
      }}
      onFinish={(typed) =>
        decide.mutate(
          { taskIds: found.taskIds, as: decisionOf(typed), reason: typed.reason },
          { onError: markFields(form) },
        )
      }
    >
      <Form.Item name="kind" label="怎样定">
        <Radio.Group
          options={[
            { value: 'new', label: '收作新户' },
            { value: 'household', label: '并入已有的户' },
            { value: 'declined', label: '先不收' },
          ]}
        />
      </Form.Item>
      {kind === 'new' && <NewHousehold />}
      {kind === 'household' && <ExistingHousehold likely={found.likely} />}
      <Form.Item name="reason" label="依据" rules={[{ required: true, min: 2, message: '请写明依据' }]}>
        <ReasonInput placeholder="如：电话问过村报账员" style={{ width: '100%' }} />
      </Form.Item>
      {problem && problem.code !== 'input.invalid' && <ProblemAlert problem={problem} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          {labels[kind]}
        </Button>
      </div>
    </Form>
  )
}

const labels = {
  new: '收作新户',
  household: '并入这一户',
  declined: '先不收（录入都留着）',
} as const

function NewHousehold(): ReactNode {
  const villages = useQuery(calls.division.villages.queryOptions())
  return (
    <>
      <Form.Item name="villageCode" label="村">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(villages.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="householdNo" label="户编号">
        <Input placeholder="不填就先编一个，以后可以改" />
      </Form.Item>
    </>
  )
}

/** Those it may be are offered first; any other is looked up. */
function ExistingHousehold({ likely }: { readonly likely: Found['likely'] }): ReactNode {
  const form = Form.useFormInstance<Typed>()
  const offered = likely.filter(({ householdId }) => householdId !== null)
  const chosen = Form.useWatch('householdId', form) as string | undefined
  return (
    <>
      {offered.map((one) => (
        <p key={one.personId} className="offered">
          <Button
            size="small"
            type={chosen === one.householdId ? 'primary' : 'default'}
            onClick={() => form.setFieldValue('householdId', one.householdId)}
          >
            选这户
          </Button>{' '}
          {one.place} {one.headName || '户主待补'}
        </p>
      ))}
      <Form.Item name="householdId" label="哪一户" rules={[{ required: true, message: '请选一户' }]}>
        <HouseholdPick picks="household" placeholder="查找户内任何一人" />
      </Form.Item>
    </>
  )
}

function decisionOf({ kind, householdNo = '', villageCode, householdId = '' }: Typed) {
  if (kind === 'new') return { kind, householdNo, villageCode }
  return kind === 'household' ? { kind, householdId } : { kind }
}

/** A number from the booklet; one the laptop made up itself is not proposed. */
function givenNo({ told }: Found): string {
  return told.find(({ householdNo }) => !isMadeNo(householdNo))?.householdNo ?? ''
}
