import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { kinRelations, type KinRelation } from '../../../src-main/domain/kin.ts'
import { kinRelationLabels } from '../../../src-main/wording/kin-labels.ts'
import { calls, client } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { useCommand } from '../../api/use-command.ts'
import { KinTable } from '../../app/kin-table.tsx'
import { useHasRole } from '../../app/who.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

const options = kinRelations.map((value) => ({ value, label: kinRelationLabels[value] }))

/** 近亲属回避 — whoever works here says that this is their family; others decide about it then. */
export function KinTab({ householdId }: { readonly householdId: string }): ReactNode {
  const list = useQuery(calls.review.kin.queryOptions({ input: { householdId } }))
  const declare = useCommand(client.review.declareKin)
  const mayDeclare = useHasRole('clerk', 'reviewer', 'approver')
  const isMine = list.data?.some((row) => row.isMine && row.withdrawn === null) ?? false
  return (
    <>
      {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
      {mayDeclare && list.data && !isMine && (
        <Form<{ relation: KinRelation }>
          layout="inline"
          requiredMark={false}
          className="tab-action"
          onFinish={({ relation }) => declare.mutate({ householdId, relation })}
        >
          <Form.Item name="relation" label="这一户是我的" rules={[{ required: true, message: '请选关系' }]}>
            <Select style={{ width: 290 }} options={options} placeholder="选择关系" />
          </Form.Item>
          <Button htmlType="submit" loading={declare.isPending}>
            申报并回避
          </Button>
          <span className="quiet">申报后本人不能审核这一户，撤销须由别人办理。</span>
        </Form>
      )}
      {declare.isError && <ProblemAlert problem={problemOf(declare.error)} />}
      <KinTable rows={list.data ?? []} isPending={list.isPending} />
    </>
  )
}
