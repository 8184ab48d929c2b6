import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { roles } from '../../../src-main/domain/role.ts'
import { roleLabels } from '../../../src-main/wording/status-labels.ts'
import { useWho } from '../../app/who.tsx'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { User } from './user.ts'

interface Props {
  readonly user: User
  onDone(): void
}

const required = [{ required: true, message: '必填' }]
const everything = { value: '*', label: '全部' }

/** 授权 — each line a role over one or all programmes and one or all villages. */
export function GrantForm({ user, onDone }: Props): ReactNode {
  const { year } = useWho()
  const villages = useQuery(calls.division.villages.queryOptions())
  const programmes = useQuery(calls.programme.list.queryOptions({ input: { year } }))
  const save = useCommand(client.user.setGrants)
  const { userId, version } = user
  return (
    <Form<Pick<User, 'grants'>>
      className="inline-form"
      initialValues={{ grants: user.grants }}
      onFinish={({ grants }) => save.mutate({ userId, version, grants }, { onSuccess: onDone })}
    >
      <h3>{user.displayName} 的授权（岗位 × 项目 × 村）</h3>
      <Form.List name="grants">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div className="line" key={key}>
                <Form.Item name={[name, 'role']} label="岗位" rules={required}>
                  <Select
                    style={{ width: 140 }}
                    options={roles.map((role) => ({ value: role, label: roleLabels[role] }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'programmeCode']} label="项目" rules={required}>
                  <Select
                    style={{ width: 240 }}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[
                      everything,
                      ...(programmes.data ?? []).map((row) => ({
                        value: row.programmeCode,
                        label: row.name,
                      })),
                    ]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'villageCode']} label="村" rules={required}>
                  <Select
                    style={{ width: 160 }}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[
                      everything,
                      ...(villages.data ?? []).map((village) => ({
                        value: village.code,
                        label: village.name,
                      })),
                    ]}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label="删去这一行"
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button onClick={() => add({ programmeCode: '*', villageCode: '*' })}>再加一行</Button>
          </>
        )}
      </Form.List>
      {save.isError && <ProblemAlert problem={problemOf(save.error)} />}
      <div className="buttons after">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存授权
        </Button>
        <Button onClick={onDone}>取消</Button>
      </div>
    </Form>
  )
}
