import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { calls } from '../../api/calls.ts'
import { problemOf } from '../../api/problem-of.ts'
import { Panel } from '../../components/panel.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { AccountTable, MemberTable } from './member-table.tsx'
import { ApplicationTable, HistoryTable, LandTable, RosterTable } from './household-tables.tsx'
import type { Household } from './household.ts'
import { LinkHouseholder } from './link-householder.tsx'
import './register.css'

/** 户 — everything known of one household on one page. */
export function HouseholdPage(): ReactNode {
  const { householdId = '' } = useParams()
  const household = useQuery(calls.register.household.queryOptions({ input: { householdId } }))
  if (household.isError) return <ProblemAlert problem={problemOf(household.error)} />
  if (household.isPending) return <p className="quiet">正在打开这一户…</p>
  return <Whole household={household.data} />
}

function Whole({ household }: { readonly household: Household }): ReactNode {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const head = household.members.find((member) => member.isHouseholder)
  return (
    <Panel
      title={
        <>
          {household.villageName}
          {household.groupName} · {head?.name ?? '户主未定'}{' '}
          <span className="quiet">{household.householdNo}</span>
          {household.householderPending && <Tag color="warning">户主待补</Tag>}
        </>
      }
      extra={<Button onClick={() => void navigate(-1)}>返回</Button>}
    >
      {household.householderPending && <LinkHouseholder household={household} />}
      <div className="household">
        <Section title={`成员 ${household.members.length} 人`} isWhole>
          <MemberTable household={household} foundPersonId={params.get('person')} />
        </Section>
        <Section title="收款账户">
          <AccountTable household={household} />
        </Section>
        <Section title="确权（亩）">
          <LandTable household={household} />
        </Section>
        <Section title="申报">
          <ApplicationTable household={household} />
        </Section>
        <Section title="历年清册">
          <RosterTable household={household} />
        </Section>
        <Section title="变更记录" isWhole>
          <HistoryTable household={household} />
        </Section>
      </div>
    </Panel>
  )
}

function Section({
  title,
  isWhole,
  children,
}: {
  title: string
  isWhole?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <section className={isWhole ? 'whole' : ''}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
