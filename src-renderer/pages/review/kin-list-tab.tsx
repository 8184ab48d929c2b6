import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { KinTable } from '../../app/kin-table.tsx'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

/** 近亲属回避 — every declaration, those taken back as well. */
export function KinListTab(): ReactNode {
  const list = useQuery(calls.review.kin.queryOptions({ input: {} }))
  return (
    <Panel title="近亲属回避" extra={<Link to="/review">返回初审</Link>}>
      {list.isError && <ProblemAlert problem={problemOf(list.error)} />}
      <p className="quiet">
        工作人员在“人口与账户”里打开近亲属所在的户，在“近亲属回避”页申报；此后这一户的初审、停发、抽查由别人办理。
      </p>
      <KinTable rows={list.data ?? []} isPending={list.isPending} withHousehold />
    </Panel>
  )
}
