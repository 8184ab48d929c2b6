import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { client, type Outputs } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'

export interface Props {
  readonly people: Outputs['workstation']['state']['people']
  onDone(signInName: string): void
  onCancel(): void
}

interface Filled {
  readonly first: string
  readonly second: string
  readonly signInName: string
  readonly newPassword: string
}

/** 启封恢复纸 — when nobody knows a password any more: both halves, and a new password for one person. */
export function RecoverForm({ people, onDone, onCancel }: Props): ReactNode {
  const recover = useMutation({
    mutationFn: ({ first, second, ...person }: Filled) =>
      client.workstation.recover({ halves: [first, second], ...person }),
    onSuccess: (_answer, { signInName }) => onDone(signInName),
  })
  const must = (message: string) => [{ required: true, message }]
  return (
    <>
      <p className="quiet">
        请由保管两半恢复纸的两个岗位一起办理。启封会记入操作留痕；签名 PIN 不能恢复，须重新制作签名密钥。
      </p>
      {recover.isError && <ProblemAlert problem={problemOf(recover.error)} />}
      <Form<Filled> layout="vertical" requiredMark={false} onFinish={(filled) => recover.mutate(filled)}>
        <Form.Item name="first" label="恢复纸第 1 半" rules={must('请照恢复纸输入第 1 半')}>
          <Input autoComplete="off" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="second" label="恢复纸第 2 半" rules={must('请照恢复纸输入第 2 半')}>
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="signInName" label="给谁重设密码" rules={must('请选择人员')}>
          <Select
            options={people.map(({ signInName, displayName }) => ({ value: signInName, label: displayName }))}
          />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label="新密码（不少于 8 位）"
          rules={[...must('请输入新密码'), { min: 8, message: '密码不少于 8 位' }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <div className="buttons">
          <Button type="primary" size="middle" htmlType="submit" loading={recover.isPending}>
            启封并重设密码
          </Button>
          <Button size="middle" onClick={onCancel}>
            返回登录
          </Button>
        </div>
      </Form>
    </>
  )
}
