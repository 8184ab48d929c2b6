import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useWho } from '../../../app/who.tsx'
import { client } from '../../../api/calls.ts'
import { livingOf, memberOption, type Household, type Member } from '../household.ts'
import { Consequences, useConsequences } from './consequences.tsx'
import type { EventDialogProps } from './dialog-props.ts'
import { EventDialog, type EventTyped } from './event-dialog.tsx'
import { proposedRelations, RelationFields } from './relation-fields.tsx'
import { firstAccountOf, SuccessorFields, takeOverOf, type SuccessorTyped } from './successor-fields.tsx'

interface Typed extends EventTyped, SuccessorTyped {
  readonly personId: string
  readonly headId?: string
  readonly relations?: Record<string, string>
}

/** 死亡 in one go — who died, who heads the household, who goes on with what it is paid and to which card. */
export function DeathDialog({ household, personId, onClose }: EventDialogProps): ReactNode {
  const { state } = useWho()
  const [form] = Form.useForm<Typed>()
  const living = livingOf(household)
  const first = living.find((member) => member.personId === personId) ?? deadFirst(living)
  const deadId = Form.useWatch('personId', form) ?? first?.personId
  const diedOn = Form.useWatch('happenedOn', form) ?? state.today
  const headId = Form.useWatch('headId', form)
  const dead = living.find((member) => member.personId === deadId)
  const left = living.filter((member) => member.personId !== deadId)
  const { householdId, version } = household
  const fill = (changed: Partial<Typed>): void => {
    if (changed.headId !== undefined)
      form.setFieldsValue({
        relations: proposedRelations(left, changed.headId),
        ...follow(household, changed.headId),
      })
    if (changed.successorId !== undefined)
      form.setFieldValue('account', firstAccountOf(household, changed.successorId))
    if (changed.personId !== undefined) form.resetFields(['headId', 'successorId', 'account', 'relations'])
  }
  return (
    <EventDialog<Typed, { eventId: string; serial: string }>
      title="登记死亡"
      submit="登记死亡并承接"
      form={form}
      initialValues={initialOf(first)}
      sourceHint="如：医学死亡证明、火化名单、派出所注销"
      onClose={onClose}
      onValuesChange={fill}
      send={(typed, event) =>
        client.household.recordDeath({
          ...{ householdId, version, ...event, personId: typed.personId },
          headId: dead?.isHouseholder === true ? (typed.headId ?? null) : null,
          relations: typed.relations ?? {},
          takeOver: takeOverOf(typed),
        })
      }
    >
      <Form.Item name="personId" label="死亡的人" rules={[{ required: true, message: '请选人' }]}>
        <Select autoFocus options={living.map(memberOption)} />
      </Form.Item>
      {dead && left.length === 0 && (
        <p className="must">本户没有别的在册成员：登记后这一户销户（绝户），到户的补贴停发。</p>
      )}
      {dead?.isHouseholder === true && left.length > 0 && (
        <>
          <Form.Item name="headId" label="新户主" extra="不选就是户主待补">
            <Select allowClear options={left.map(memberOption)} />
          </Form.Item>
          <RelationFields members={left} headId={headId} />
        </>
      )}
      {dead && <Consequences personId={dead.personId} diedOn={diedOn} />}
      {dead && left.length > 0 && (
        <SuccessorWhereNeeded household={household} dead={dead} left={left} diedOn={diedOn} />
      )}
    </EventDialog>
  )
}

interface SuccessorProps {
  readonly household: Household
  readonly dead: Member
  readonly left: readonly Member[]
  readonly diedOn: string
}

/** Asked for only where something goes on. */
function SuccessorWhereNeeded({ household, dead, left, diedOn }: SuccessorProps): ReactNode {
  const consequences = useConsequences({ personId: dead.personId, diedOn })
  const goesOn = consequences.data?.applications.some(
    ({ outcome }) => outcome === 'take-over' || outcome === 'pay-until',
  )
  if (goesOn !== true) return null
  return <SuccessorFields household={household} candidates={left} />
}

/** Whom a list of the dead names comes first. */
function deadFirst(living: readonly Member[]): Member | undefined {
  return living.find(({ deathDate }) => deathDate !== null)
}

function initialOf(member: Member | undefined): Partial<Typed> {
  if (member === undefined) return {}
  const { personId, deathDate } = member
  return { personId, ...(deathDate === null ? {} : { happenedOn: deathDate, source: '死亡人员名单' }) }
}

/** Who heads the household most often goes on with what it is paid. */
function follow(household: Household, headId: string): SuccessorTyped {
  return { successorId: headId, account: firstAccountOf(household, headId) }
}
