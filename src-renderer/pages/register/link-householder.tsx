import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useHasRole } from '../../app/who.tsx'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ReasonInput } from '../../components/reason-input.tsx'
import type { Household } from './household.ts'

interface Typed {
  readonly personId: string
  readonly reason: string
}

/** 关联户主 — the person may be a member already, or stand elsewhere in the register and be found by name. */
export function LinkHouseholder({ household }: { readonly household: Household }): ReactNode {
  const [text, setText] = useState('')
  const mayLink = useHasRole('clerk')
  const link = useCommand(client.register.linkHouseholder)
  const found = useQuery(
    calls.register.search.queryOptions({ input: { text, limit: 20 }, enabled: text !== '' }),
  )
  const members = household.members.map((member) => ({
    value: member.personId,
    label: `${member.name}（本户，${member.relation || '关系未填'}，${member.idMasked}）`,
  }))
  const others = (text === '' ? [] : (found.data?.hits ?? []))
    .filter((hit) => !household.members.some((member) => member.personId === hit.personId))
    .map((hit) => ({
      value: hit.personId,
      label: `${hit.name}（${hit.villageName}${hit.groupName}，${hit.idMasked}）`,
    }))
  if (!mayLink) return <Alert type="warning" showIcon title="户主待补：等经办人关联户主。" />
  const { householdId, version } = household
  return (
    <Form<Typed>
      layout="inline"
      className="link-householder"
      onFinish={(typed) => link.mutate({ householdId, version, ...typed })}
    >
      {link.isError && <ProblemAlert problem={problemOf(link.error)} />}
      <p className="explain">户主待补：清册上有这一户，花名册里户主那行被退回或没有。请核对后指定户主。</p>
      <Form.Item name="personId" label="户主" rules={[{ required: true, message: '请选择户主' }]}>
        <Select
          style={{ width: 340 }}
          placeholder="选本户成员，或输入姓名查找"
          showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim()) }}
          options={[...members, ...others]}
        />
      </Form.Item>
      <Form.Item name="reason" label="依据" rules={[{ required: true, min: 2, message: '写明依据' }]}>
        <ReasonInput placeholder="如：已看户口簿原件" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={link.isPending}>
        关联户主
      </Button>
    </Form>
  )
}
