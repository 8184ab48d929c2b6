import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { proposeRelation } from '../../../../src-main/domain/household/relations.ts'
import type { Member } from '../household.ts'

/** What each is to the new head most likely; filled in when a head is chosen, and the clerk's to change. */
export function proposedRelations(members: readonly Member[], headId: string | null): Record<string, string> {
  const head = members.find(({ personId }) => personId === headId)
  if (head === undefined) return {}
  const others = members.filter(({ personId }) => personId !== headId)
  return Object.fromEntries(others.map((member) => [member.personId, proposeRelation(member, head)]))
}

interface Props {
  readonly members: readonly Member[]
  readonly headId: string | null | undefined
}

/** 与新户主关系 — one short field each, in the order of the household. */
export function RelationFields({ members, headId }: Props): ReactNode {
  const head = members.find(({ personId }) => personId === headId)
  const others = members.filter(({ personId }) => personId !== headId)
  if (head === undefined || others.length === 0) return null
  return (
    <Form.Item label={`与${head.name}的关系`} className="relations">
      <div className="relation-fields">
        {others.map(({ personId, name, relation }) => (
          <label key={personId}>
            <span>
              {name}
              <span className="quiet">（原：{relation || '未填'}）</span>
            </span>
            <Form.Item name={['relations', personId]} noStyle>
              <Input maxLength={20} />
            </Form.Item>
          </label>
        ))}
      </div>
    </Form.Item>
  )
}
