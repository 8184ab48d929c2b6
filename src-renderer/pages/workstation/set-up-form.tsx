import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { isMachineName, type MachineKind } from '../../../src-main/domain/machine.ts'
import { calls, client, type Inputs, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { PeopleLines } from './people-lines.tsx'

type SetUp = Inputs['workstation']['setUp']

interface Props {
  readonly machine: MachineKind
  onMade(made: Outputs['workstation']['setUp']): void
  onBack(): void
}

const passwordRules = [
  { required: true, message: '请设密码' },
  { min: 8, message: '至少 8 个字符' },
]

const firstPeople = {
  office: [{ roles: ['clerk'] }, { roles: ['reviewer'] }, { roles: ['approver'] }],
  field: [{ roles: ['clerk'] }],
} as const

const peopleTitles = {
  office: '办事人员（经办、审核、负责人应是不同的人；负责人须设签名 PIN）',
  field: '调查员（在这台笔记本上录入的人，岗位选“经办”）',
} as const

/** 建立 — township, administrator and the first people, in one go. */
export function SetUpForm({ machine, onMade, onBack }: Props): ReactNode {
  const townships = useQuery(calls.workstation.townships.queryOptions())
  const setUp = useMutation({
    mutationFn: (input: SetUp) => client.workstation.setUp({ ...input, machine }),
    onSuccess: onMade,
  })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ people: firstPeople[machine] }}
      onFinish={setUp.mutate}
    >
      <Form.Item name="townshipCode" label="乡镇" rules={[{ required: true, message: '请选择乡镇' }]}>
        <Select
          size="middle"
          placeholder="输入名称或代码筛选"
          loading={townships.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(townships.data ?? []).map(({ code, name, villages }) => ({
            value: code,
            label: `${name}（${code.slice(0, 9)}，${villages} 个村）`,
          }))}
        />
      </Form.Item>
      {machine === 'field' && <MachineName />}
      <h3>系统管理员（管账号、密钥和备份，看不到办理内容）</h3>
      <div className="person-line">
        <Form.Item name={['administrator', 'displayName']} rules={[{ required: true, message: '请填姓名' }]}>
          <Input placeholder="姓名" aria-label="管理员姓名" />
        </Form.Item>
        <Form.Item name={['administrator', 'signInName']} rules={[{ required: true, message: '请填登录名' }]}>
          <Input placeholder="登录名" aria-label="管理员登录名" autoComplete="off" />
        </Form.Item>
        <Form.Item name={['administrator', 'password']} rules={passwordRules}>
          <Input.Password
            placeholder="密码（8 位以上）"
            aria-label="管理员密码"
            autoComplete="new-password"
          />
        </Form.Item>
      </div>
      <h3>{peopleTitles[machine]}</h3>
      <PeopleLines passwordRules={passwordRules} />
      {setUp.isError && <ProblemAlert problem={problemOf(setUp.error)} />}
      <div className="buttons">
        <Button type="primary" size="middle" htmlType="submit" loading={setUp.isPending}>
          建立
        </Button>
        <Button size="middle" onClick={onBack}>
          返回
        </Button>
      </div>
    </Form>
  )
}

function MachineName(): ReactNode {
  return (
    <Form.Item
      name="machineName"
      label="这台笔记本叫什么"
      rules={[
        {
          validator: (_, name: string | undefined) =>
            isMachineName(name ?? '')
              ? Promise.resolve()
              : Promise.reject(new Error('请起个名字：汉字、字母、数字，20 个以内，如“1 号笔记本”')),
        },
      ]}
    >
      <Input size="middle" placeholder="1 号笔记本" maxLength={20} />
    </Form.Item>
  )
}
